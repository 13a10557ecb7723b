-- One row per person and post: whether the person held it on the day.
-- key: id
-- parameters: day DATE
--
-- id: -> appointments The appointment.
-- certainty: [certainty] Whether the person held the post on the day; empty if not.

SELECT
    id,
    person_name,
    organization_id,
    role,
    country_id,
    certainty_on(
        started_on_earliest, started_on_latest, ended_on_earliest, ended_on_latest, day
    ) AS certainty,
    started_on{days},
    ended_on{days},
    source_id,
    locator,
    confidence
FROM appointments
ORDER BY person_name, started_on_latest, id
