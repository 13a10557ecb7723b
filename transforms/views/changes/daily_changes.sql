-- One row per day and thing that stands otherwise than on the day before, or is otherwise certain:
-- status and deadline of commitments, texts, members of bodies, parties to texts, and programmes.
-- Between days further apart, and of everything else, changes_between says what changed.
-- key: changed_from, aspect, item_id
-- stored: changed_from, aspect, item_id
--
-- aspect: [change_aspect] What of the thing changed.
-- item_id: Key of the thing within the aspect.
-- change: [change] What kind of change it is.
-- record_kind: [record_kind] Kind of the record whose page tells more.
-- record_id: -> commitments, instruments, actors, initiatives Key of that record.
-- member_id: -> actors Who joined, left or acted.
-- before: [assessment_status, due_state, membership_role, act, instrument_status, tracked_state] How
-- it stood on the day before; empty if it was not there, or nobody knew of it.
-- after: [assessment_status, due_state, membership_role, act, instrument_status, tracked_state] How
-- it stands from then on.
-- source_id: Source of that row.

WITH standings AS (
    SELECT
        commitment_id,
        since AS changed_from,
        due_on_latest,
        assessment_id,
        CASE WHEN standing = 'made' AND assessment_id IS NOT NULL THEN status END AS status,
        CASE
            WHEN standing = 'made' AND due_on_latest < since AND due_state IN ('overdue', 'not_judged', 'met')
                THEN due_state
        END AS deadline
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

-- What was met too late was met on the day of the evidence.
commitment_turns AS (
    SELECT
        turns.*,
        judgements.* EXCLUDE (commitment_id, assessment_id, status),
        turns.aspect = 'status'
        OR coalesce(
            coalesce(turns.after, turns.before) = 'met' AND judgements.assessed_on_latest > turns.due_on_latest,
            false
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

text_turns AS (
    SELECT
        *,
        lag(status) OVER (PARTITION BY instrument_id ORDER BY since) AS before
    FROM instrument_spans
    QUALIFY before IS DISTINCT FROM status
),

programmes AS (
    SELECT
        initiatives.*,
        coalesce(initiatives.started_on_latest, sources.published_on_earliest) AS known_from
    FROM initiatives
    LEFT JOIN sources ON sources.id = initiatives.source_id
),

programme_turns AS (
    SELECT
        *,
        unnest(list_distinct([known_from, ended_on_earliest])) AS changed_from,
        CASE
            WHEN coalesce(known_from < changed_from, true)
                THEN if(programme_runs(status, ended_on, ended_on_earliest, changed_from - 1), 'running', 'not_running')
        END AS before,
        CASE
            WHEN coalesce(known_from <= changed_from, true)
                THEN if(programme_runs(status, ended_on, ended_on_earliest, changed_from), 'running', 'not_running')
        END AS after
    FROM programmes
),

gathered AS (
    SELECT
        turns.changed_from,
        turns.aspect,
        turns.commitment_id AS item_id,
        'commitment' AS record_kind,
        turns.commitment_id AS record_id,
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

    UNION ALL BY NAME

    SELECT
        changed_from,
        CASE WHEN instrument_id IS NULL THEN 'membership' ELSE 'act' END AS aspect,
        concat_ws(' ', organization_id, instrument_id, member_id) AS item_id,
        CASE WHEN instrument_id IS NULL THEN 'organization' ELSE 'text' END AS record_kind,
        coalesce(organization_id, instrument_id) AS record_id,
        member_id,
        before,
        after,
        before_certainty,
        after_certainty,
        {{ dated("changed_on") }} AS changed,
        row_table,
        row_id,
        source_id,
        locator
    FROM participation_changes

    UNION ALL BY NAME

    SELECT
        turns.since AS changed_from,
        'text' AS aspect,
        texts.id AS item_id,
        'text' AS record_kind,
        texts.id AS record_id,
        turns.before,
        turns.status AS after,
        CASE
            WHEN turns.status IN ('superseded', 'withdrawn') THEN {{ dated("texts.ended_on") }}
            WHEN turns.status = 'in_force' AND texts.in_force_on IS NOT NULL THEN {{ dated("texts.in_force_on") }}
            WHEN turns.status = 'proposed' THEN {{ dated("texts.proposed_on") }}
            ELSE {{ dated("texts.adopted_on") }}
        END AS changed,
        'instruments' AS row_table,
        texts.id AS row_id,
        texts.source_id,
        texts.locator
    FROM text_turns AS turns
    JOIN instruments AS texts ON texts.id = turns.instrument_id

    UNION ALL BY NAME

    SELECT
        changed_from,
        'programme' AS aspect,
        id AS item_id,
        'programme' AS record_kind,
        id AS record_id,
        before,
        after,
        CASE
            WHEN before = 'running' OR after IS NULL THEN {{ dated("ended_on") }}
            ELSE {{ dated("started_on") }}
        END AS changed,
        'initiatives' AS row_table,
        id AS row_id,
        source_id,
        locator
    FROM programme_turns
    WHERE before IS DISTINCT FROM after
)

SELECT
    changed_from,
    aspect,
    item_id,
    kind_of_change(aspect, before, after, before_certainty, after_certainty, NULL) AS change,
    record_kind,
    record_id,
    member_id,
    before,
    after,
    before_certainty,
    after_certainty,
    changed.edtf AS changed_on,
    changed.earliest AS changed_on_earliest,
    changed.latest AS changed_on_latest,
    row_table,
    row_id,
    source_id,
    locator
FROM gathered
ORDER BY changed_from, aspect, item_id
