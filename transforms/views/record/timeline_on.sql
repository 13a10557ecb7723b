-- en: One row per dated thing, as known on the day: its status then, whether it had happened, and
-- whether it was first known later.
-- fr: Une ligne par fait daté, tel que connu au jour dit : son état alors, s'il était survenu, et
-- s'il n'a été connu que plus tard.
-- key: id
-- parameters: day DATE
--
-- status: [milestone_status] Its status as known on the day. | Son état tel que connu au jour dit.

SELECT
    timeline.* REPLACE (standing.status AS status),
    standing.phase,
    standing.known_later
FROM timeline
JOIN event_standing_on(day) AS standing ON standing.event_id = timeline.id
ORDER BY timeline.happened_on_latest, timeline.happened_on_earliest, timeline.id
