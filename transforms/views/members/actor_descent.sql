-- One row per actor and each actor that it follows, hosts, contains or was named as; every relation
-- is told from both sides.
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

WITH told AS (
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
    told.actor_id,
    actors.name_{language} AS actor_{language},
    told.direction,
    told.relation,
    told.other_id,
    others.name_{language} AS other_{language},
    told.on_date{days},
    told.source_id,
    told.locator,
    told.confidence
FROM told
JOIN actors ON actors.id = told.actor_id
JOIN actors AS others ON others.id = told.other_id
ORDER BY told.actor_id, told.relation, told.direction, told.other_id
