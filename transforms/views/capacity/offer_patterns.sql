-- One row per commitment and initiative in a focus area: the first of those in the same areas and
-- for the same actors. What is offered where and to whom is worked out once for all of them.
-- key: origin, id
-- stored: origin, id
--
-- origin: [offer_origin] 'initiative' or 'commitment'.
-- id: Key of the initiative or commitment.
-- pattern_id: Key of the first initiative or commitment with the same areas and actors.

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

named AS (
    SELECT
        'initiative' AS origin,
        initiative_id AS id,
        list(actor_id ORDER BY actor_id) AS actors
    FROM initiative_reach
    GROUP BY ALL

    UNION ALL

    SELECT
        'commitment' AS origin,
        commitment_id AS id,
        list(actor_id ORDER BY actor_id) AS actors
    FROM commitment_beneficiaries
    GROUP BY ALL
),

described AS (
    SELECT
        fields.origin,
        fields.id,
        array_to_string(fields.areas, ' ') || '>' || coalesce(array_to_string(named.actors, ' '), '')
            AS description
    FROM fields
    LEFT JOIN named ON named.origin = fields.origin AND named.id = fields.id
)

SELECT
    origin,
    id,
    min(id) OVER (PARTITION BY origin, description) AS pattern_id
FROM described
ORDER BY origin, id
