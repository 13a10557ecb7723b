-- One row per change between two days that concerns one country, text, body or topic. A country is
-- concerned by what concerns its government and, on the later day, by commitments that commit it and
-- by programmes and needs that reach it through a group; a topic also by what lies in narrower ones.
-- key: aspect, item_id
-- parameters: about_kind VARCHAR, about_id VARCHAR, from_day DATE, to_day DATE
--
-- instrument_id: The text itself where it is one; else the one that it is part of, or is about.
-- row_table: -> dictionary Table of the row that shows the change.
-- source_id: Source of that row.

WITH country AS (
    SELECT CASE WHEN about_kind = 'country' THEN about_id END AS id
),

own_actors AS (
    SELECT actor_id FROM actor_lanes WHERE lane_id = (SELECT id FROM country)
    UNION
    SELECT about_id WHERE about_kind = 'organization'
),

own_areas AS (
    SELECT focus_area_id
    FROM focus_area_ancestors
    WHERE about_kind = 'topic' AND ancestor_id = about_id
),

committed AS (
    SELECT commitment_id
    FROM commitments_of_country_on((SELECT id FROM country), to_day)
),

offered AS (
    SELECT
        CASE WHEN section = 'need' THEN 'need' ELSE 'programme' END AS aspect,
        id AS item_id
    FROM country_offers((SELECT id FROM country), to_day)
)

SELECT changes.*
FROM changes_between(from_day, to_day) AS changes
WHERE
    (about_kind = 'text' AND changes.instrument_id = about_id)
    OR list_has_any(changes.actor_ids, (SELECT coalesce(list(actor_id), []) FROM own_actors))
    OR list_has_any(changes.focus_area_ids, (SELECT coalesce(list(focus_area_id), []) FROM own_areas))
    OR (
        changes.record_kind = 'commitment'
        AND changes.record_id IN (SELECT commitment_id FROM committed)
    )
    OR (changes.aspect, changes.item_id) IN (SELECT (aspect, item_id) FROM offered)
ORDER BY
    code_position('change', changes.change),
    changes.changed_on_latest,
    changes.aspect,
    changes.item_id
