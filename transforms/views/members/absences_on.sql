-- One row per organization or text whose roster is known to be complete on the day, and State that
-- is not in it, certainly or possibly, declared or derived.
-- key: body_id, country_id
-- parameters: day DATE
--
-- body_kind: What it is: 'organization' or 'instrument'.
-- body: Its name.
-- organization_id: The organization; empty for a text.
-- instrument_id: The text; empty for an organization.
-- country_id: -> actors The State, which existed on the day.
-- country: The name of the State.
-- subregion: The subregion of the State.
-- day_reported: Day for which a source states the number that the roster gives.
-- reported: That number.

SELECT
    reports.body_id,
    CASE WHEN reports.body_kind = 'organization' THEN reports.body_id END AS organization_id,
    CASE WHEN reports.body_kind = 'instrument' THEN reports.body_id END AS instrument_id,
    reports.body_kind,
    reports.body_{language},
    actors.id AS country_id,
    actors.name_{language} AS country_{language},
    countries.subregion_{language},
    reports.day_reported,
    reports.reported
FROM roster_reports_on(day) AS reports
CROSS JOIN actors
LEFT JOIN countries ON countries.id = actors.id
ANTI JOIN present_on(day, include_derived := true) AS present
    ON present.member_id = actors.id
    AND coalesce(present.organization_id, present.instrument_id) = reports.body_id
WHERE
    reports.roster = 'complete'
    AND actors.kind = 'state'
    AND certainty_on(
        actors.founded_on_earliest,
        coalesce(actors.founded_on_latest, DATE '-infinity'),
        actors.dissolved_on_earliest,
        actors.dissolved_on_latest,
        day
    ) = 'certain'
ORDER BY reports.body_kind DESC, reports.body_{first}, reports.body_id, actors.name_{first}, country_id
