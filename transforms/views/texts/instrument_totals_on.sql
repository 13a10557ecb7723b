-- One row per text that had made a commitment by the day: how many, and how they stood.
-- key: instrument_id
-- parameters: day DATE
--
-- instrument: Short title of the text.
-- instrument_symbol: Official symbol of the text.
-- made_on: When the text was adopted.
-- made_on_earliest: First day that made_on can mean.
-- commitments: How many commitments it made.
-- complete: How many of them were complete.
-- overdue_commitments: How many were overdue.
-- due_soon: How many fell due within 90 days.
-- not_assessed: How many nobody had assessed.
-- not_read: How many are known only from excerpts or from accounts by others.

WITH counted AS (
    SELECT
        instrument_id,
        count(*) AS commitments,
        count(*) FILTER (status = 'complete') AS complete,
        count(*) FILTER (due_state = 'overdue') AS overdue_commitments,
        count(*) FILTER (is_due_soon(due_state)) AS due_soon,
        count(*) FILTER (status = 'not_assessed') AS not_assessed,
        count(*) FILTER (verification <> 'read') AS not_read
    FROM commitment_spans
    WHERE
        since <= day
        AND coalesce(until > day, true)
        AND standing = 'made'
    GROUP BY instrument_id
)

SELECT
    counted.instrument_id,
    texts.short_title_{language} AS instrument_{language},
    texts.symbol AS instrument_symbol,
    texts.adopted_on{days} AS made_on{days},
    counted.commitments,
    counted.complete,
    counted.overdue_commitments,
    counted.due_soon,
    counted.not_assessed,
    counted.not_read
FROM counted
JOIN instruments AS texts ON texts.id = counted.instrument_id
ORDER BY counted.commitments DESC, counted.instrument_id
