-- One row per number that a source states for a day up to the as-of day, with whether it was known
-- on the as-of day.
-- key: id
-- parameters: day DATE
--
-- known_later: Whether it was first known after the day.

SELECT
    reported_counts.*,
    NOT is_stated(reported_counts.as_of_latest, publications.known_on, day) AS known_later
FROM reported_counts
JOIN publications
    ON publications.row_table = 'reported_counts'
    AND publications.row_id = reported_counts.id
WHERE reported_counts.as_of_latest <= day
ORDER BY reported_counts.id
