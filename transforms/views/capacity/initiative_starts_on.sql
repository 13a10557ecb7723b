-- One row per year in which initiatives known by the day began, and whether they ran on the day.
-- key: start_year, runs
-- parameters: day DATE
--
-- start_year: The year; empty where it is not known, or only as a span of years.
-- runs: True if they ran on the day; false if they were only announced or proposed, were over, or
-- their state is not known.
-- initiatives: How many.

SELECT
    CASE
        WHEN year(initiatives.started_on_earliest) = year(initiatives.started_on_latest)
            THEN year(initiatives.started_on_latest)::INTEGER
    END AS start_year,
    coalesce(running.runs, false) AS runs,
    count(*) AS initiatives
FROM initiatives_running_on(day) AS running
JOIN initiatives ON initiatives.id = running.initiative_id
GROUP BY ALL
ORDER BY start_year NULLS LAST, runs DESC
