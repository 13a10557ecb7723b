-- One row per dated thing that was planned for after the day, as known on the day: deadlines too,
-- the nearest first.
-- key: id
-- parameters: day DATE

FROM timeline_on(day)
WHERE
    NOT known_later
    AND phase = 'ahead'
    AND status = 'planned'
ORDER BY happened_on_latest, id
