-- One row per organization and per text whose roster is known to be complete on the day, and which
-- does not have the country.
-- key: body_id
-- parameters: country VARCHAR, day DATE
--
-- day_reported: Day for which a source states the number that the roster gives.
-- reported: That number.

SELECT
    reports.body_id,
    reports.body_kind,
    reports.body_{language},
    reports.day_reported,
    reports.reported
FROM roster_reports_on(day) AS reports
ANTI JOIN country_participations(country, day) AS present
    ON present.subject_id = reports.body_id
    AND present.section IN ('membership', 'adherence')
WHERE reports.roster = 'complete'
ORDER BY reports.body_kind DESC, reports.body_{first}, reports.body_id
