-- title: What happened for one country in the year up to the day?
-- parameter country: KEN
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
