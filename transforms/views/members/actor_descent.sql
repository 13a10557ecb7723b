-- en: One row per actor and each actor that it follows, hosts, contains or was named as; every
-- relation is told from both sides.
-- fr: Une ligne par acteur et par acteur dont il est issu, qu'il accueille, qu'il contient ou dont
-- il a porté le nom ; chaque lien est dit des deux côtés.
-- key: actor_id, direction, relation, other_id
--
-- actor_id: -> actors The actor. | L'acteur.
-- actor_en: Name of the actor in English. | Nom de l'acteur, en anglais.
-- actor_fr: Name of the actor in French. | Nom de l'acteur.
-- direction: [descent_direction] 'forward': the actor, the relation, the other; 'backward': the other, the relation,
-- the actor. | « forward » : l'acteur, le lien, l'autre ; « backward » : l'autre, le lien, l'acteur.
-- relation: How the one follows from the other. | Le lien de l'un avec l'autre.
-- other_id: -> actors The other actor. | L'autre acteur.
-- other_en: Name of the other in English. | Nom de l'autre, en anglais.
-- other_fr: Name of the other in French. | Nom de l'autre.
-- on_date: Since when, as precisely as the source says. | Depuis quand, avec la précision de la
-- source.
-- on_date_earliest: First day that on_date can mean. | Premier jour que on_date peut désigner.
-- locator: Place in the source. | Endroit dans la source.

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
    actors.name_en AS actor_en,
    actors.name_fr AS actor_fr,
    told.direction,
    told.relation,
    told.other_id,
    others.name_en AS other_en,
    others.name_fr AS other_fr,
    told.on_date,
    told.on_date_earliest,
    told.on_date_latest,
    told.source_id,
    told.locator,
    told.confidence
FROM told
JOIN actors ON actors.id = told.actor_id
JOIN actors AS others ON others.id = told.other_id
ORDER BY told.actor_id, told.relation, told.direction, told.other_id
