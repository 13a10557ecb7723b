-- en: One row per focus area in which a need of the country, or of a group it is in, had been
-- stated by the day; the one with the most needs first.
-- fr: Une ligne par domaine où un besoin du pays, ou d'un groupe dont il fait partie, était énoncé
-- au jour dit ; celui qui en compte le plus d'abord.
-- key: focus_area_id
-- parameters: country VARCHAR, day DATE
--
-- focus_area_id: The focus area. | Le domaine.
-- focus_area_en: Its name in English. | Son nom, en anglais.
-- focus_area_fr: Its name in French. | Son nom.
-- needs: How many needs. | Nombre de besoins.
-- groups_en: Whose needs they are, in English. | De qui sont ces besoins, en anglais.
-- groups_fr: Whose needs they are, in French. | De qui sont ces besoins.

SELECT
    stated.subject_id AS focus_area_id,
    stated.subject_en AS focus_area_en,
    stated.subject_fr AS focus_area_fr,
    count(*) AS needs,
    list(DISTINCT actors.name_en ORDER BY actors.name_en) AS groups_en,
    list(DISTINCT actors.name_fr ORDER BY actors.name_fr) AS groups_fr
FROM country_offers(country, day) AS stated
JOIN needs ON needs.id = stated.id
JOIN actors ON actors.id = needs.actor_id
WHERE stated.section = 'need'
GROUP BY ALL
ORDER BY needs DESC, focus_area_id
