-- One row per pattern of offers, focus area in which it offers something and group of countries that
-- it reaches on the day. An offer for a group reaches the groups inside it in general, and is aimed
-- at that group and at those that contain it, except at all countries; an offer for single countries
-- is aimed at a group that contains them all. It offers in its own focus areas and in the broader
-- ones.
-- key: origin, pattern_id, focus_area_id, group_id
-- parameters: day DATE, developing_as VARCHAR := NULL

SELECT
    areas.origin,
    areas.pattern_id,
    areas.focus_area_id,
    reached.group_id,
    reached.aimed
FROM pattern_areas AS areas
JOIN groups_reached_on(day, developing_as := developing_as) AS reached USING (named)
ORDER BY areas.origin, areas.pattern_id, areas.focus_area_id, reached.group_id
