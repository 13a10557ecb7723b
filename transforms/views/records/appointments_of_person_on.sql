-- One row per appointment and each appointment of somebody of the same name, itself included. That
-- two names are the same does not prove that it is the same person.
-- key: id, other_id
-- parameters: day DATE
--
-- id: -> appointments The appointment.
-- other_id: -> appointments The appointment under the same name.
-- organization: Name of the organization or body.
-- certainty: [certainty] Whether the post was held on the day; empty if not.

SELECT
    own.id,
    others.id AS other_id,
    others.organization_id,
    actors.name_{language} AS organization_{language},
    others.role,
    others.country_id,
    others.certainty,
    others.started_on{days},
    others.ended_on{days},
    others.source_id,
    others.locator
FROM appointments AS own
JOIN appointments_on(day) AS others ON others.person_name = own.person_name
JOIN actors ON actors.id = others.organization_id
ORDER BY own.id, others.id
