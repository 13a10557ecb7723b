-- en: One row per dated thing that was planned for after the day, as known on the day: deadlines
-- too, the nearest first.
-- fr: Une ligne par fait prévu pour après le jour dit, tel que connu ce jour-là : échéances
-- comprises, le plus proche d'abord.
-- key: id
-- parameters: day DATE

FROM timeline_on(day)
WHERE
    NOT known_later
    AND phase = 'ahead'
    AND status = 'planned'
ORDER BY happened_on_latest, id
