-- One row per fact of one country, as known on the day: memberships, acts, positions, experts,
-- hosting, initiatives that it leads or that reach it, needs and groups.
-- key: section, row_table, id
-- parameters: country VARCHAR, day DATE, developing_as VARCHAR := NULL
--
-- section: 'membership', 'adherence', 'position', 'appointment', 'hosting', 'initiative', 'need' or
-- 'group'.

WITH gathered AS (
    SELECT * FROM country_participations(country, day, developing_as := developing_as)
    UNION ALL BY NAME
    SELECT * FROM country_events(country, day)
    UNION ALL BY NAME
    SELECT * FROM country_offers(country, day, developing_as := developing_as)
)

SELECT *
FROM gathered
ORDER BY
    list_position(
        ['membership', 'adherence', 'position', 'appointment', 'hosting', 'initiative', 'need', 'group'],
        section
    ),
    since_latest NULLS LAST,
    subject_{first},
    row_table,
    id
