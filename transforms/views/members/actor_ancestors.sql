-- One row per actor and each actor above it, itself included: the bodies that contain it, step by
-- step.
-- key: actor_id, ancestor_id
-- stored: actor_id, steps, ancestor_id
--
-- actor_id: -> actors The actor.
-- ancestor_id: -> actors The actor itself, or one that contains it.
-- steps: How many steps up; 0 for the actor itself.

-- Twenty steps are more than any body needs, and stop a ring of parents from running for ever.
WITH RECURSIVE ascent AS (
    SELECT
        actors.id AS actor_id,
        actors.id AS ancestor_id,
        actors.parent_id,
        0 AS steps
    FROM actors

    UNION ALL

    SELECT
        ascent.actor_id,
        parents.id AS ancestor_id,
        parents.parent_id,
        ascent.steps + 1 AS steps
    FROM ascent
    JOIN actors AS parents ON parents.id = ascent.parent_id
    WHERE ascent.steps < 20
)

SELECT
    actor_id,
    ancestor_id,
    min(steps) AS steps
FROM ascent
GROUP BY ALL
ORDER BY actor_id, steps, ancestor_id
