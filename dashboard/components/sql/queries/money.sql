-- title: Which sums are promised, planned or aimed at, and which are actual?
SELECT
    initiatives.name_en,
    initiative_figures.nature,
    initiative_figures.value,
    initiative_figures.unit_en,
    initiative_figures.as_of,
    initiative_figures.source_id
FROM initiative_figures
JOIN initiatives ON initiatives.id = initiative_figures.initiative_id
WHERE
    regexp_matches(initiative_figures.unit_en, 'USD|EUR|dollar|euro')
    AND initiative_figures.as_of_latest <= $day
ORDER BY initiatives.name_en, initiative_figures.as_of_latest, initiative_figures.nature
