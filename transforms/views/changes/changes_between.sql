-- One row per thing that was otherwise, or otherwise known, on a later day than on an earlier one:
-- what was made, judged, due, joined, left, planned, held, stated or counted in between, with what
-- it was before and is after. What changed and changed back is left out.
-- key: aspect, item_id
-- parameters: from_day DATE, to_day DATE
--
-- aspect: [change_aspect] What of the thing changed.
-- item_id: Key of the thing within the aspect.
-- change: [change] What kind of change it is.
-- before: [standing, assessment_status, due_state, membership_role, act, appointment_role,
-- position, instrument_status, milestone_status, gap_answer, tracked_state] How it stood on the
-- earlier day; empty if it was not there, or nobody knew of it.
-- after: [standing, assessment_status, due_state, membership_role, act, appointment_role, position,
-- instrument_status, milestone_status, gap_answer, tracked_state] How it stood on the later day.
-- before_certainty: [certainty] How certain that was on the earlier day, where dates leave it open.
-- after_certainty: [certainty] The same on the later day.
-- before_value: Of numbers that sources state, the newest by the earlier day.
-- after_value: The newest by the later day.
-- changed_on: The date that the change rests on.
-- first_known: True if it is dated by the earlier day, and was first known after it.
-- row_table: -> dictionary Table of the row that shows the change.
-- source_title: Title of the source, in its own language.
-- source_language: Language of the source (ISO 639-1).
-- source_url: Address of the source.

-- Both days are grouped and not joined, so that what is asked of some aspects looks at no others.
WITH states AS (
    SELECT
        false AS is_now,
        *
    FROM states_on(
        from_day, after_day := least(from_day, to_day), up_to_day := greatest(from_day, to_day)
    )

    UNION ALL BY NAME

    SELECT
        true AS is_now,
        *
    FROM states_on(
        to_day, after_day := least(from_day, to_day), up_to_day := greatest(from_day, to_day)
    )
),

both_days AS (
    SELECT
        aspect,
        item_id,
        any_value(states) FILTER (NOT is_now) AS was,
        any_value(states) FILTER (is_now) AS now
    FROM states
    GROUP BY aspect, item_id
),

compared AS (
    SELECT
        aspect,
        item_id,
        -- Nobody had judged what has no judgement yet.
        CASE WHEN aspect = 'status' THEN coalesce(was.state, 'not_assessed') ELSE was.state END AS before,
        CASE WHEN aspect = 'status' THEN coalesce(now.state, 'not_assessed') ELSE now.state END AS after,
        was.certainty AS before_certainty,
        now.certainty AS after_certainty,
        was.value AS before_value,
        now.value AS after_value,
        -- What is over, or may be, rests on its end.
        CASE
            WHEN now IS NULL OR (was.certainty = 'certain' AND now.certainty = 'possible') THEN {{ dated("was.until") }}
            WHEN aspect = 'programme' AND was.state = 'running' THEN {{ dated("now.until") }}
            ELSE {{ dated("now.since") }}
        END AS changed,
        coalesce(now.row_table, was.row_table) AS row_table,
        coalesce(now.row_id, was.row_id) AS row_id,
        coalesce(now.source_id, was.source_id) AS source_id,
        CASE WHEN now IS NULL THEN was.locator ELSE now.locator END AS locator
    FROM both_days
    WHERE
        was.state IS DISTINCT FROM now.state
        OR was.certainty IS DISTINCT FROM now.certainty
        OR was.value IS DISTINCT FROM now.value
)

SELECT
    compared.aspect,
    compared.item_id,
    kind_of_change(
        compared.aspect,
        compared.before,
        compared.after,
        compared.before_certainty,
        compared.after_certainty,
        compared.before_value
    ) AS change,
    items.record_kind,
    items.record_id,
    items.title_{language},
    compared.before,
    compared.after,
    compared.before_certainty,
    compared.after_certainty,
    compared.before_value,
    compared.after_value,
    compared.changed.edtf AS changed_on,
    compared.changed.earliest AS changed_on_earliest,
    compared.changed.latest AS changed_on_latest,
    -- A deadline has passed on the day after it; what answers a need has no date of its own.
    coalesce(
        compared.changed.latest <= from_day - (compared.aspect = 'deadline')::INTEGER,
        false
    ) AND (compared.aspect <> 'need' OR compared.before IS NULL) AS first_known,
    items.instrument_id,
    items.member_id,
    items.actor_ids,
    items.focus_area_ids,
    compared.row_table,
    compared.row_id,
    compared.source_id,
    sources.title AS source_title,
    sources.language AS source_language,
    sources.url AS source_url,
    compared.locator
FROM compared
JOIN tracked_subjects AS items
    ON items.item_id = compared.item_id
    AND items.subject = CASE
        WHEN compared.aspect IN ('status', 'deadline') THEN 'commitment'
        ELSE compared.aspect
    END
LEFT JOIN sources ON sources.id = compared.source_id
ORDER BY code_position('change', change), changed_on_latest, compared.aspect, compared.item_id
