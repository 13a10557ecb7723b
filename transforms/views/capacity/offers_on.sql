-- One row per offer on the day, focus area and group of countries it reaches: initiatives that run,
-- and commitments made whose text still stands. An offer for a group reaches the groups inside it
-- in general, and is aimed at that group and at those that contain it, except at all countries; an
-- offer for single countries is aimed at a group that contains them all. It offers in its own focus
-- areas and in the broader ones.
-- key: origin, id, focus_area_id, group_id
-- parameters: day DATE, developing_as VARCHAR := NULL

SELECT
    running.origin,
    running.id,
    places.focus_area_id,
    places.group_id,
    places.aimed,
    running.status
FROM running_offers_on(day) AS running
JOIN offer_places_on(day, developing_as := developing_as) AS places
    ON places.origin = running.origin
    AND places.pattern_id = running.pattern_id
ORDER BY running.origin, running.id, places.focus_area_id, places.group_id
