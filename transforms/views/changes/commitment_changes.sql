-- One row per commitment and day from which how far it was judged to be met, or how its deadline
-- ended, is otherwise than on the day before.
-- key: changed_from, aspect, commitment_id
--
-- changed_from: First day on which it stands so.
-- aspect: [change_aspect] 'status' or 'deadline'.
-- commitment_id: -> commitments The commitment.
-- before: [assessment_status, due_state] How it stood on the day before.
-- after: [assessment_status, due_state] How it stands from then on.
-- changed_on: The date that the change rests on.
-- row_table: Table of the row that shows the change.
-- row_id: Key of that row.
-- source_id: Source of that row.

WITH standings AS (
    SELECT
        commitment_id,
        since AS changed_from,
        due_on_latest,
        assessment_id,
        judged_status(standing, assessment_id, status) AS status,
        ended_due_state(standing, due_state, due_on_latest, since) AS deadline
    FROM commitment_spans
),

both_standings AS (
    SELECT
        *,
        lag(standings) OVER (PARTITION BY commitment_id ORDER BY changed_from) AS was
    FROM standings
),

standing_turns AS (
    SELECT
        'status' AS aspect,
        was.status AS before,
        status AS after,
        *
    FROM both_standings
    WHERE was.status IS DISTINCT FROM status

    UNION ALL

    SELECT
        'deadline' AS aspect,
        was.deadline AS before,
        deadline AS after,
        *
    FROM both_standings
    WHERE was.deadline IS DISTINCT FROM deadline
),

commitment_turns AS (
    SELECT
        turns.*,
        judgements.* EXCLUDE (commitment_id, assessment_id, status),
        turns.aspect = 'status'
        OR is_met_late(
            coalesce(turns.after, turns.before), judgements.assessed_on_latest, turns.due_on_latest
        ) AS by_evidence,
        judgements.assessment_id AS evidence_id
    FROM standing_turns AS turns
    LEFT JOIN judgements
        ON judgements.commitment_id = turns.commitment_id
        AND judgements.assessment_id = CASE
            WHEN turns.after IS NULL THEN turns.was.assessment_id
            ELSE turns.assessment_id
        END
),

gathered AS (
    SELECT
        turns.changed_from,
        turns.aspect,
        turns.commitment_id,
        -- Nobody had judged what has no judgement yet.
        coalesce(turns.before, CASE turns.aspect WHEN 'status' THEN 'not_assessed' END) AS before,
        coalesce(turns.after, CASE turns.aspect WHEN 'status' THEN 'not_assessed' END) AS after,
        CASE
            WHEN turns.after IS NULL THEN NULL
            WHEN turns.by_evidence THEN {{ dated("turns.assessed_on") }}
            ELSE {{ dated("commitments.due_on") }}
        END AS changed,
        CASE WHEN turns.by_evidence THEN 'assessments' ELSE 'commitments' END AS row_table,
        CASE WHEN turns.by_evidence THEN turns.evidence_id ELSE turns.commitment_id END AS row_id,
        CASE WHEN turns.by_evidence THEN turns.source_id ELSE commitments.source_id END AS source_id,
        CASE WHEN turns.by_evidence THEN turns.locator ELSE commitments.locator END AS locator
    FROM commitment_turns AS turns
    JOIN commitments ON commitments.id = turns.commitment_id
)

SELECT
    changed_from,
    aspect,
    commitment_id,
    before,
    after,
    changed.edtf AS changed_on,
    changed.earliest AS changed_on_earliest,
    changed.latest AS changed_on_latest,
    row_table,
    row_id,
    source_id,
    locator
FROM gathered
ORDER BY changed_from, aspect, commitment_id
