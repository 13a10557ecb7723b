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

WITH text_turns AS (
    SELECT
        *,
        lag(status) OVER (PARTITION BY instrument_id ORDER BY since) AS before
    FROM instrument_spans
    QUALIFY before IS DISTINCT FROM status
),

programmes AS (
    SELECT
        initiatives.*,
        programme_known_from(initiatives.started_on_latest, sources.published_on_earliest) AS known_from
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
        changed_from,
        aspect,
        commitment_id AS item_id,
        'commitment' AS record_kind,
        commitment_id AS record_id,
        before,
        after,
        {{ dated("changed_on") }} AS changed,
        row_table,
        row_id,
        source_id,
        locator
    FROM commitment_changes

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
        standing.since AS changed_from,
        'text' AS aspect,
        texts.id AS item_id,
        'text' AS record_kind,
        texts.id AS record_id,
        standing.before,
        standing.status AS after,
        {% include "changes/parts/text_dated.sql" %} AS changed,
        'instruments' AS row_table,
        texts.id AS row_id,
        texts.source_id,
        texts.locator
    FROM text_turns AS standing
    JOIN instruments AS texts ON texts.id = standing.instrument_id

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
