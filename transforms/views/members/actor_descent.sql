-- One row per actor and each actor that it follows, hosts, contains or was named as; every relation
-- stands on both sides.
-- key: actor_id, direction, relation, other_id
--
-- actor_id: -> actors The actor.
-- actor: Name of the actor.
-- direction: [descent_direction] 'forward': the actor, the relation, the other; 'backward': the
-- other, the relation, the actor.
-- relation: How the one follows from the other.
-- other_id: -> actors The other actor.
-- other: Name of the other.
-- on_date: Since when, as precisely as the source says.
-- on_date_earliest: First day that on_date can mean.
-- locator: Place in the source.

WITH both_sides AS (
    SELECT
        from_id AS actor_id,
        'forward' AS direction,
        to_id AS other_id,
        actor_relations.* EXCLUDE (from_id, to_id)
    FROM actor_relations

    UNION ALL BY NAME

    SELECT
        to_id AS actor_id,
        'backward' AS direction,
        from_id AS other_id,
        actor_relations.* EXCLUDE (from_id, to_id)
    FROM actor_relations
)

SELECT
    both_sides.actor_id,
    actors.name_{language} AS actor_{language},
    both_sides.direction,
    both_sides.relation,
    both_sides.other_id,
    others.name_{language} AS other_{language},
    both_sides.on_date{days},
    both_sides.source_id,
    both_sides.locator,
    both_sides.confidence
FROM both_sides
JOIN actors ON actors.id = both_sides.actor_id
JOIN actors AS others ON others.id = both_sides.other_id
ORDER BY both_sides.actor_id, both_sides.relation, both_sides.direction, both_sides.other_id
