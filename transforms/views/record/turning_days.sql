-- One row per day on which anything can stand otherwise than on the day before: the data have a
-- date that can mean it, or that was over the day before, or that is as far off as a deadline which
-- begins to fall due soon. What depends on the day is the same on all days from one to the next,
-- unless it says how many days off something is.
-- key: day
-- stored: day
--
-- day: The day.

WITH dates AS (
{% for table in tables if table.days %}
{% for column in table.days %}
    SELECT {{ column }} AS day FROM {{ table.name }}
    UNION
{% endfor %}
{% endfor %}
    SELECT NULL
)

SELECT DISTINCT day + unnest([-90, 0, 1]) AS day
FROM dates
WHERE day IS NOT NULL
ORDER BY day
