-- One row per thing that can change, as known on the day: commitments, their status and deadlines,
-- memberships, acts, posts and positions, texts, milestones, organizations, programmes, needs and
-- the numbers that sources state. What is not here was not so, or not known, on the day. Given
-- two more days, only of what can have changed after the first and up to the second.
-- key: aspect, item_id
-- parameters: day DATE, after_day DATE := NULL, up_to_day DATE := NULL
--
-- aspect: What of the thing it is about.
-- item_id: Key of the thing within the aspect.
-- state: [standing, assessment_status, due_state, membership_role, act, appointment_role, position,
-- instrument_status, milestone_status, gap_answer, tracked_state] How it stood; empty for a number.
-- certainty: How certain that is on the day, where dates leave it open.
-- value: The newest number, of numbers that sources state.
-- since: The date that the state rests on.
-- until: The date on which it ends, where that is known.
-- row_table: -> dictionary Table of the row that says so.
-- row_id: Key of that row.
-- source_id: Source of that row.

WITH gathered AS (
    FROM commitment_states_on(day, after_day := after_day, up_to_day := up_to_day)
    UNION ALL BY NAME
    FROM participation_states_on(day, after_day := after_day, up_to_day := up_to_day)
    UNION ALL BY NAME
    FROM event_states_on(day, after_day := after_day, up_to_day := up_to_day)
    UNION ALL BY NAME
    FROM capacity_states_on(day, after_day := after_day, up_to_day := up_to_day)
)

SELECT
    aspect,
    item_id,
    state,
    certainty,
    value,
    since{days},
    until{days},
    row_table,
    row_id,
    source_id,
    locator
FROM gathered
ORDER BY aspect, item_id
