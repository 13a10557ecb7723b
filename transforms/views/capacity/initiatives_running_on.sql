-- One row per initiative known by the day, and whether it ran then: started with certainty, not
-- ended, and active or forming. One that is over today ran until its known end. Where no start is
-- known, it counts from the day on which its source was published.
-- key: initiative_id
-- parameters: day DATE
--
-- initiative_id: -> initiatives The initiative.
-- runs: Whether it ran on the day; what is announced or proposed does not.

SELECT
    initiatives.id AS initiative_id,
    programme_runs(
        initiatives.status, initiatives.ended_on, initiatives.ended_on_earliest, day
    ) AS runs
FROM initiatives
LEFT JOIN sources ON sources.id = initiatives.source_id
WHERE
    coalesce(
        programme_known_from(initiatives.started_on_latest, sources.published_on_earliest) <= day,
        true
    )
ORDER BY initiatives.id
