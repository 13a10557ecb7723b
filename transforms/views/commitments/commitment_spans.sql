-- One row per commitment and day from which its standing may be another than before, from the first
-- day on which its text is known: whether it was made or only proposed, how far it was met, and how
-- its deadline stood.
-- key: commitment_id, since
-- stored: commitment_id, since
-- indexed: commitment_id
--
-- commitment_id: -> commitments The commitment.
-- instrument_id: The text.
-- binding_pattern_id: -> commitments Whom it addresses, as in binding_patterns.
-- verification: [verification] Whether the text's own wording was read.
-- until: First day on which that may be otherwise; empty if no such day is known.
-- instrument_status: [instrument_status] Where the text stands then.
-- standing: [standing] 'made' if the text had been adopted by then, else 'proposed'.
-- proposed: Whether its text is open as a proposal.
-- stands: Whether it was made, and its text neither superseded nor withdrawn.
-- status: [assessment_status] How far it was met, by the judgement that counts then;
-- 'not_assessed' if nobody had looked.
-- assessment_id: The assessment that says so.
-- due_state: [due_state] How its deadline stands, as due_state has it.

-- The days on which the text, the judgement or the nearness of the deadline can change.
WITH turns AS (
    SELECT commitments.id AS commitment_id, spans.since
    FROM commitments
    JOIN instrument_spans AS spans ON spans.instrument_id = commitments.instrument_id

    UNION

    SELECT commitment_id, unnest([counts_from, counts_until]) AS since
    FROM judgements

    UNION

    SELECT id AS commitment_id, unnest([due_on_latest - 90, due_on_earliest, due_on_latest + 1]) AS since
    FROM commitments
    WHERE due_on_latest IS NOT NULL
),

judged AS (
    SELECT
        turns.commitment_id,
        turns.since,
        commitments.instrument_id,
        patterns.pattern_id AS binding_pattern_id,
        commitments.verification,
        texts.status AS instrument_status,
        texts.standing,
        texts.proposed,
        texts.stands,
        coalesce(judgements.status, 'not_assessed') AS status,
        judgements.assessment_id,
        commitments.due_on_earliest,
        commitments.due_on_latest
    FROM turns
    JOIN commitments ON commitments.id = turns.commitment_id
    JOIN binding_patterns AS patterns ON patterns.commitment_id = turns.commitment_id
    JOIN instrument_spans AS texts
        ON texts.instrument_id = commitments.instrument_id
        AND texts.since <= turns.since
        AND coalesce(texts.until > turns.since, true)
    LEFT JOIN judgements
        ON judgements.commitment_id = turns.commitment_id
        AND judgements.counts_from <= turns.since
        AND coalesce(judgements.counts_until > turns.since, true)
)

SELECT
    commitment_id,
    since,
    lead(since) OVER (PARTITION BY commitment_id ORDER BY since) AS until,
    instrument_id,
    binding_pattern_id,
    verification,
    instrument_status,
    standing,
    proposed,
    stands,
    status,
    assessment_id,
    due_on_latest,
    due_state(
        deadline_binds(due_on_latest, stands, status),
        status,
        due_on_earliest,
        due_on_latest,
        since
    ) AS due_state
FROM judged
ORDER BY commitment_id, since
