-- en: One row per actor and the lane on which readers look for it: the nearest organization or
-- state among itself and the bodies above it, else the body at the top. A government or ministry
-- without a parent stands under the state of its seat.
-- fr: Une ligne par acteur et le couloir où le lecteur le cherche : l'organisation ou l'État le
-- plus proche parmi lui-même et les organes situés au-dessus, à défaut l'organe le plus haut. Un
-- gouvernement ou ministère sans organe de rattachement relève de l'État de son siège.
-- key: actor_id
--
-- lane_id: -> actors The actor that stands for the lane. | L'acteur qui donne son nom au couloir.
-- lane_en: Name of the lane in English. | Nom du couloir, en anglais.
-- lane_fr: Name of the lane in French. | Nom du couloir.

WITH candidates AS (
    SELECT
        actor_ancestors.actor_id,
        actor_ancestors.ancestor_id,
        actor_ancestors.steps,
        above.kind,
        above.seat_country_id,
        above.kind IN ('organization', 'state', 'territory', 'former_state') AS is_lane
    FROM actor_ancestors
    JOIN actors AS above ON above.id = actor_ancestors.ancestor_id
),

nearest AS (
    SELECT DISTINCT ON (actor_id)
        actor_id,
        CASE
            WHEN kind = 'government' THEN coalesce(seat_country_id, ancestor_id)
            ELSE ancestor_id
        END AS lane_id
    FROM candidates
    ORDER BY
        actor_id,
        is_lane DESC,
        CASE WHEN is_lane THEN steps ELSE -steps END,
        ancestor_id
)

SELECT
    nearest.actor_id,
    lanes.id AS lane_id,
    lanes.name_en AS lane_en,
    lanes.name_fr AS lane_fr
FROM nearest
JOIN actors AS lanes ON lanes.id = nearest.lane_id
ORDER BY nearest.actor_id
