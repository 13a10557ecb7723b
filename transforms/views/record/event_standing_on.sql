-- One row per row of the timeline: how it stood on the day, as known then.
-- key: event_id
-- parameters: day DATE
--
-- event_id: The event, as in timeline.

SELECT
    id AS event_id,
    status,
    phase,
    known_later
FROM timeline_on(day)
ORDER BY id
