-- title: What happened for one country in the year up to the day?
-- parameter country: SELECT member_id FROM memberships JOIN countries ON countries.id = member_id
--     ORDER BY joined_on_latest DESC NULLS LAST, member_id
SELECT
    since,
    section,
    subject_en,
    detail,
    certainty,
    derivation,
    source_id,
    locator
FROM country_profile($country, $day)
WHERE since_latest BETWEEN $day - INTERVAL 1 YEAR AND $day
ORDER BY since_latest, section, subject_en
