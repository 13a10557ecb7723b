-- One row per commitment and thing about it that can change, as known on the day: whether it was
-- made or only proposed, how far it was judged to be met, and how its deadline ended. Given
-- two more days, only of what can have changed after the first and up to the second.
-- key: aspect, item_id
-- parameters: day DATE, after_day DATE := NULL, up_to_day DATE := NULL
--
-- aspect: [change_aspect] 'commitment', 'status' (of those that had been judged) or 'deadline' (of
-- those whose deadline had passed).
-- item_id: Key of the commitment.
-- state: [standing, assessment_status, due_state] How it stood.
-- since: Since when: the adoption of the text, the day of the evidence, or the deadline.
-- row_table: -> dictionary Table of the row that says so.
-- row_id: Key of that row.
-- source_id: Source of that row.

WITH turning AS MATERIALIZED (
    SELECT DISTINCT commitment_id
    FROM commitment_spans
    WHERE turns_between(since, after_day, up_to_day)
),

-- Not of commitment_standings_on: it would look up every judgement before any is left out.
spans AS (
    SELECT spans.*
    FROM turning
    JOIN commitment_spans AS spans ON spans.commitment_id = turning.commitment_id
    WHERE
        spans.since <= day
        AND coalesce(spans.until > day, true)
        AND (spans.standing = 'made' OR spans.proposed)
),

standings AS MATERIALIZED (
    SELECT
        spans.*,
        judgements.assessed_on{days},
        judgements.source_id AS assessment_source_id,
        judgements.locator AS assessment_locator,
        commitments.due_on{days},
        commitments.source_id,
        commitments.locator,
        CASE WHEN spans.standing = 'made' THEN {{ dated("texts.adopted_on") }}
        ELSE {{ dated("texts.proposed_on") }}
        END AS began,
        judgements.assessed_on_latest > commitments.due_on_latest AS met_late
    FROM spans
    JOIN commitments ON commitments.id = spans.commitment_id
    JOIN instruments AS texts ON texts.id = commitments.instrument_id
    LEFT JOIN judgements
        ON judgements.commitment_id = spans.commitment_id
        AND judgements.assessment_id = spans.assessment_id
),

gathered AS (
    SELECT
        'commitment' AS aspect,
        commitment_id,
        standing AS state,
        began AS since,
        false AS by_evidence
    FROM standings

    UNION ALL

    SELECT
        'status' AS aspect,
        commitment_id,
        status AS state,
        NULL AS since,
        true AS by_evidence
    FROM standings
    WHERE standing = 'made' AND assessment_id IS NOT NULL

    UNION ALL

    SELECT
        'deadline' AS aspect,
        commitment_id,
        due_state AS state,
        {{ dated("due_on") }} AS since,
        -- What was met too late was met on the day of the evidence.
        due_state = 'met' AND met_late AS by_evidence
    FROM standings
    WHERE
        standing = 'made'
        AND due_on_latest < day
        AND due_state IN ('overdue', 'not_judged', 'met')
)

SELECT
    gathered.aspect,
    gathered.commitment_id AS item_id,
    gathered.state,
    CASE WHEN by_evidence THEN standings.assessed_on ELSE gathered.since.edtf END AS since,
    CASE
        WHEN by_evidence THEN standings.assessed_on_earliest
        ELSE gathered.since.earliest
    END AS since_earliest,
    CASE
        WHEN by_evidence THEN standings.assessed_on_latest
        ELSE gathered.since.latest
    END AS since_latest,
    CASE WHEN by_evidence THEN 'assessments' ELSE 'commitments' END AS row_table,
    CASE WHEN by_evidence THEN standings.assessment_id ELSE gathered.commitment_id END AS row_id,
    CASE
        WHEN by_evidence THEN standings.assessment_source_id
        ELSE standings.source_id
    END AS source_id,
    CASE WHEN by_evidence THEN standings.assessment_locator ELSE standings.locator END AS locator
FROM gathered
JOIN standings ON standings.commitment_id = gathered.commitment_id
ORDER BY gathered.aspect, item_id
