-- title: What falls due in the year after the day?
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
