-- One row per focus area in which a need of the country, or of a group it is in, had been stated by
-- the day; the one with the most needs first.
-- key: focus_area_id
-- parameters: country VARCHAR, day DATE, developing_as VARCHAR := NULL
--
-- focus_area_id: The focus area.
-- focus_area: Its name.
-- needs: How many needs.
-- groups: Whose needs they are.

SELECT
    stated.subject_id AS focus_area_id,
    stated.subject_{language} AS focus_area_{language},
    count(*) AS needs,
    list(DISTINCT actors.name_{language} ORDER BY actors.name_{language}) AS groups_{language},
FROM country_offers(country, day, developing_as := developing_as) AS stated
JOIN needs ON needs.id = stated.id
JOIN actors ON actors.id = needs.actor_id
WHERE stated.section = 'need'
GROUP BY ALL
ORDER BY needs DESC, focus_area_id
