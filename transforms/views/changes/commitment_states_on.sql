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

-- Not of commitment_standings_on: it would look up every judgement before any is left out.
WITH standings AS (
    SELECT
        spans.*,
        judgements.assessed_on{days},
        judgements.source_id AS assessment_source_id,
        judgements.locator AS assessment_locator,
        commitments.source_id,
        commitments.locator,
        CASE WHEN spans.standing = 'made' THEN {{ dated("texts.adopted_on") }}
        ELSE {{ dated("texts.proposed_on") }}
        END AS began,
        {{ dated("commitments.due_on") }} AS due,
        is_met_late(spans.due_state, judgements.assessed_on_latest, spans.due_on_latest) AS met_late
    FROM commitment_spans AS spans
    JOIN commitments ON commitments.id = spans.commitment_id
    JOIN instruments AS texts ON texts.id = commitments.instrument_id
    LEFT JOIN judgements
        ON judgements.commitment_id = spans.commitment_id
        AND judgements.assessment_id = spans.assessment_id
    WHERE
        spans.since <= day
        AND coalesce(spans.until > day, true)
        AND (
            turns_between(spans.since, after_day, up_to_day)
            OR turns_between(spans.until, after_day, up_to_day)
        )
        AND (spans.standing = 'made' OR spans.proposed)
),

gathered AS (
    SELECT
        standings.*,
        aspects.aspect,
        CASE aspects.aspect
            WHEN 'commitment' THEN standing
            WHEN 'status' THEN judged_status(standing, assessment_id, status)
            ELSE ended_due_state(standing, due_state, due_on_latest, day)
        END AS state,
        aspects.aspect = 'status' OR (aspects.aspect = 'deadline' AND met_late) AS by_evidence,
        CASE aspects.aspect WHEN 'commitment' THEN began ELSE due END AS dated
    FROM standings
    CROSS JOIN (SELECT unnest(['commitment', 'status', 'deadline']) AS aspect) AS aspects
    WHERE state IS NOT NULL
)

SELECT
    aspect,
    commitment_id AS item_id,
    state,
    CASE WHEN by_evidence THEN assessed_on ELSE dated.edtf END AS since,
    CASE WHEN by_evidence THEN assessed_on_earliest ELSE dated.earliest END AS since_earliest,
    CASE WHEN by_evidence THEN assessed_on_latest ELSE dated.latest END AS since_latest,
    CASE WHEN by_evidence THEN 'assessments' ELSE 'commitments' END AS row_table,
    CASE WHEN by_evidence THEN assessment_id ELSE commitment_id END AS row_id,
    CASE WHEN by_evidence THEN assessment_source_id ELSE source_id END AS source_id,
    CASE WHEN by_evidence THEN assessment_locator ELSE locator END AS locator
FROM gathered
ORDER BY aspect, item_id
