-- One row per day and kind of standing: how many commitments, and texts with commitments, stand so
-- from that day on, less how many do so no longer. Added up until a day, it says how many stood how
-- on it, however many there are.
-- key: turned_on, standing, proposed, status, due_state, verification
-- stored: turned_on, standing, proposed, status, due_state, verification
--
-- turned_on: The day.
-- standing: 'made' or 'proposed'.
-- proposed: Whether they are open as proposals.
-- status: [assessment_status] How far it is met; empty for texts.
-- due_state: [due_state] How the deadline stands; empty for texts.
-- verification: Whether the text's own wording was read; empty for texts.
-- commitments: How many more commitments.
-- instruments: How many more texts that have commitments.

WITH turns AS (
    SELECT
        unnest([spans.since, spans.until]) AS turned_on,
        spans.standing,
        spans.proposed,
        spans.status,
        spans.due_state,
        spans.verification,
        unnest([1, -1]) AS commitments,
        0 AS instruments
    FROM commitment_spans AS spans

    UNION ALL

    SELECT
        unnest([texts.since, texts.until]) AS turned_on,
        texts.standing,
        texts.proposed,
        NULL AS status,
        NULL AS due_state,
        NULL AS verification,
        0 AS commitments,
        unnest([1, -1]) AS instruments
    FROM instrument_spans AS texts
    SEMI JOIN commitments ON commitments.instrument_id = texts.instrument_id
)

SELECT
    turned_on,
    standing,
    proposed,
    status,
    due_state,
    verification,
    sum(commitments)::BIGINT AS commitments,
    sum(instruments)::BIGINT AS instruments
FROM turns
WHERE turned_on IS NOT NULL
GROUP BY ALL
HAVING sum(commitments) <> 0 OR sum(instruments) <> 0
ORDER BY turned_on, standing, proposed, status, due_state, verification
