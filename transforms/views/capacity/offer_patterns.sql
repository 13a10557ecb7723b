-- One row per commitment and initiative in a focus area: the first of those in the same areas and
-- for the same countries and groups of them. What is offered where and to whom is worked out once for
-- all of them; whom they name beside these makes no difference to that, but whether they name any.
-- key: origin, id
-- stored: origin, id
--
-- origin: [offer_origin] 'initiative' or 'commitment'.
-- id: -> initiatives, commitments Key of the initiative or commitment.
-- pattern_id: Key of the first initiative or commitment with the same areas, countries
-- and groups of them.
-- named: Keys of the countries and groups of them that it names, with spaces between; anybody else is
-- a star.

WITH fields AS (
    SELECT
        'initiative' AS origin,
        initiative_id AS id,
        list(focus_area_id ORDER BY focus_area_id) AS areas
    FROM initiative_focus_areas
    GROUP BY ALL

    UNION ALL

    SELECT
        'commitment' AS origin,
        commitment_id AS id,
        list(focus_area_id ORDER BY focus_area_id) AS areas
    FROM commitment_focus_areas
    GROUP BY ALL
),

reached AS (
    SELECT
        'initiative' AS origin,
        initiative_id AS id,
        actor_id
    FROM initiative_reach

    UNION ALL

    SELECT
        'commitment' AS origin,
        commitment_id AS id,
        actor_id
    FROM commitment_beneficiaries
),

-- Groups of countries, and whoever is in one.
grouped AS (
    SELECT id AS actor_id
    FROM actors
    WHERE kind = 'country_group'

    UNION

    SELECT member_id AS actor_id
    FROM participations
    WHERE body_kind = 'country_group'
),

named AS (
    SELECT
        reached.origin,
        reached.id,
        list(DISTINCT coalesce(grouped.actor_id, '*') ORDER BY coalesce(grouped.actor_id, '*')) AS actors
    FROM reached
    LEFT JOIN grouped ON grouped.actor_id = reached.actor_id
    GROUP BY ALL
),

described AS (
    SELECT
        fields.origin,
        fields.id,
        array_to_string(fields.areas, ' ') AS areas,
        coalesce(array_to_string(named.actors, ' '), '') AS named
    FROM fields
    LEFT JOIN named ON named.origin = fields.origin AND named.id = fields.id
)

SELECT
    origin,
    id,
    min(id) OVER (PARTITION BY origin, areas, named) AS pattern_id,
    named
FROM described
ORDER BY origin, id
