-- One row per pattern of offers and focus area in which it offers something: its own and the broader
-- ones.
-- key: origin, pattern_id, focus_area_id
-- stored: origin, pattern_id, focus_area_id
--
-- pattern_id: The pattern, as in offer_patterns.
-- focus_area_id: Focus area in which it offers something.

WITH fields AS (
    SELECT
        'initiative' AS origin,
        initiative_id AS pattern_id,
        focus_area_id
    FROM initiative_focus_areas

    UNION ALL

    SELECT
        'commitment' AS origin,
        commitment_id AS pattern_id,
        focus_area_id
    FROM commitment_focus_areas
)

SELECT DISTINCT
    patterns.origin,
    patterns.pattern_id,
    focus_area_ancestors.ancestor_id AS focus_area_id,
    patterns.named
FROM offer_patterns AS patterns
JOIN fields
    ON fields.origin = patterns.origin
    AND fields.pattern_id = patterns.pattern_id
JOIN focus_area_ancestors ON focus_area_ancestors.focus_area_id = fields.focus_area_id
WHERE patterns.id = patterns.pattern_id
ORDER BY patterns.origin, patterns.pattern_id, focus_area_ancestors.ancestor_id
