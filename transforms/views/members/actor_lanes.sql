-- One row per actor and the lane on which readers look for it: the nearest organization or state
-- among itself and the bodies above it, else the body at the top. A government or ministry without
-- a parent stands under the state of its seat.
-- key: actor_id
-- stored: actor_id
--
-- lane_id: -> actors The actor that stands for the lane.
-- lane: Name of the lane.

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
    lanes.name_{language} AS lane_{language},
FROM nearest
JOIN actors AS lanes ON lanes.id = nearest.lane_id
ORDER BY nearest.actor_id
