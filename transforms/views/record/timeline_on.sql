-- One row per dated thing, as known on the day: its status then, whether it had happened, and
-- whether it was first known later.
-- key: id
-- parameters: day DATE
--
-- status: [milestone_status] Its status as known on the day.

SELECT
    timeline.* REPLACE (standing.status AS status),
    standing.phase,
    standing.known_later
FROM timeline
JOIN event_standing_on(day) AS standing ON standing.event_id = timeline.id
ORDER BY timeline.happened_on_latest, timeline.happened_on_earliest, timeline.id
