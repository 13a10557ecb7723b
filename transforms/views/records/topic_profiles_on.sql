-- One row per topic: how many needs had been stated by the day, commitments made and programmes
-- running, in it or in a narrower one.
-- key: id
-- parameters: day DATE
--
-- id: -> focus_areas The topic.
-- name: Its name.
-- narrower: How many topics lie directly inside it.
-- initiatives: How many programmes ran.

WITH inside AS (
    SELECT
        broader_id,
        count(*) AS narrower
    FROM focus_areas
    GROUP BY ALL
)

SELECT
    focus_areas.id,
    focus_areas.name_{language},
    focus_areas.definition_{language},
    focus_areas.broader_id,
    coalesce(inside.narrower, 0) AS narrower,
    totals.needs,
    totals.commitments,
    totals.initiatives,
    focus_areas.source_id,
    focus_areas.locator,
    focus_areas.confidence
FROM focus_areas
LEFT JOIN inside ON inside.broader_id = focus_areas.id
JOIN focus_area_totals_on(day) AS totals ON totals.id = focus_areas.id
ORDER BY focus_areas.id
