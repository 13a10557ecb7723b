-- One row per thing and other thing whose names find it too, together with words of its own: the
-- text of a commitment, the body of a meeting, the text of a part that is listed.
-- key: document, context
-- stored: document
--
-- document: Number of the thing.
-- context: Number of the other thing.

WITH links AS (
    SELECT 'commitments' AS relation, id, 'instruments' AS of, instrument_id AS of_id
    FROM commitments
    UNION
    SELECT 'search_lists', 'commitments?part=' || id, 'instruments', instrument_id
    FROM instrument_parts
    UNION
    SELECT 'milestones', id, 'actors', actor_id FROM milestones
    UNION
    SELECT 'milestones', id, 'actors', host_id FROM milestones
    UNION
    SELECT 'milestones', id, 'instruments', instrument_id FROM milestones
    UNION
    SELECT 'milestones', id, 'initiatives', initiative_id FROM milestones
    UNION
    SELECT 'milestones', id, 'commitments', commitment_id FROM milestones
    UNION
    SELECT 'milestones', milestones.id, 'instruments', commitments.instrument_id
    FROM milestones
    JOIN commitments ON commitments.id = milestones.commitment_id
    UNION
    SELECT 'appointments', id, 'actors', organization_id FROM appointments
    UNION
    SELECT 'appointments', id, 'actors', country_id FROM appointments
    UNION
    SELECT 'initiatives', id, 'actors', lead_id FROM initiatives
    UNION
    SELECT 'instruments', from_id, 'instruments', to_id
    FROM instrument_relations
    WHERE relation = 'adopted_as'
)

SELECT
    things.document,
    contexts.document AS context
FROM links
JOIN search_documents AS things ON things.relation = links.relation AND things.id = links.id
JOIN search_documents AS contexts ON contexts.relation = links.of AND contexts.id = links.of_id
ORDER BY document, context
