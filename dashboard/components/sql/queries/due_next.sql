-- en: What falls due in the year after the day?
-- fr: Qu'est-ce qui arrive à échéance dans l'année qui suit le jour choisi ?
SELECT
    due_on,
    days_left,
    origin,
    title_en,
    actors_en,
    id
FROM deadlines_on($day)
WHERE due_on_latest BETWEEN $day AND $day + INTERVAL 1 YEAR
ORDER BY due_on_latest, id
