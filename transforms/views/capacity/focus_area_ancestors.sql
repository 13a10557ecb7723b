-- One row per focus area and each broader one, itself included.
-- key: focus_area_id, ancestor_id
--
-- focus_area_id: -> focus_areas The focus area.
-- ancestor_id: -> focus_areas The area itself, or a broader one that contains it.
-- steps: How many steps up; 0 for the area itself.

-- Twenty steps are more than any field needs, and stop a ring of areas from running for ever.
WITH RECURSIVE ascent AS (
    SELECT
        focus_areas.id AS focus_area_id,
        focus_areas.id AS ancestor_id,
        focus_areas.broader_id,
        0 AS steps
    FROM focus_areas

    UNION ALL

    SELECT
        ascent.focus_area_id,
        broader.id AS ancestor_id,
        broader.broader_id,
        ascent.steps + 1 AS steps
    FROM ascent
    JOIN focus_areas AS broader ON broader.id = ascent.broader_id
    WHERE ascent.steps < 20
)

SELECT
    focus_area_id,
    ancestor_id,
    min(steps) AS steps
FROM ascent
GROUP BY ALL
ORDER BY focus_area_id, steps, ancestor_id
