-- One row per member of a body or group, party to a text, person in a post and position taken, as
-- it stood on the day. Declared ones only. Given
-- two more days, only of what can have changed after the first and up to the second.
-- key: aspect, item_id
-- parameters: day DATE, after_day DATE := NULL, up_to_day DATE := NULL
--
-- aspect: [change_aspect] 'membership', 'act', 'appointment' or 'position'.
-- item_id: Key of the body or text and of the member, with a blank between them; of an appointment
-- or position its own key.
-- state: [membership_role, act, appointment_role, position] Role, act or position.
-- certainty: [certainty] 'certain' if every reading of the dates has it so on the day, else
-- 'possible'.
-- since: Since when; where its end may have come, when that was expected.
-- until: First day on which it is no longer so, where that is known.
-- row_table: -> dictionary Table of the row that says so.
-- source_id: Source of that row.

WITH gathered AS (
    SELECT
        CASE WHEN instrument_id IS NULL THEN 'membership' ELSE 'act' END AS aspect,
        concat_ws(' ', organization_id, instrument_id, member_id) AS item_id,
        role AS state,
        certainty,
        joined.edtf AS since,
        joined.earliest AS since_earliest,
        joined.latest AS since_latest,
        coalesce(left_on, expected_left_on) AS until,
        left_on_earliest AS until_earliest,
        left_on_latest AS until_latest,
        row_table,
        row_id,
        source_id,
        locator
    FROM present_on(day, after_day := after_day, up_to_day := up_to_day)

    UNION ALL BY NAME

    SELECT
        'appointment' AS aspect,
        id AS item_id,
        role AS state,
        certainty,
        started_on{days} AS since{days},
        ended_on{days} AS until{days},
        'appointments' AS row_table,
        id AS row_id,
        source_id,
        locator
    FROM appointments_on(day)
    WHERE certainty IS NOT NULL

    UNION ALL BY NAME

    SELECT
        'position' AS aspect,
        id AS item_id,
        position AS state,
        on_date{days} AS since{days},
        'positions' AS row_table,
        id AS row_id,
        source_id,
        locator
    FROM positions
    WHERE on_date_latest <= day
)

SELECT *
FROM gathered
ORDER BY aspect, item_id
