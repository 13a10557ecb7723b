-- One row per figure of an initiative for a day up to the as-of day, the newest of each initiative
-- first, with whether it was known on the as-of day.
-- key: id
-- parameters: day DATE
--
-- id: -> initiative_figures Key of the figure.
-- initiative: Name of the initiative.
-- giver: Name of the giver.
-- known_later: Whether it was first known after the day.
-- source_title: Title of the source, in its own language.
-- source_language: Language of the source (ISO 639-1).
-- source_url: Address of the source.

SELECT
    figures.*,
    initiatives.name_{language} AS initiative_{language},
    givers.name_{language} AS giver_{language},
    NOT is_stated(figures.as_of_latest, publications.known_on, day) AS known_later,
    sources.title AS source_title,
    sources.language AS source_language,
    sources.url AS source_url
FROM initiative_figures AS figures
JOIN initiatives ON initiatives.id = figures.initiative_id
JOIN publications
    ON publications.row_table = 'initiative_figures'
    AND publications.row_id = figures.id
LEFT JOIN actors AS givers ON givers.id = figures.giver_id
LEFT JOIN sources ON sources.id = figures.source_id
WHERE figures.as_of_latest <= day
ORDER BY figures.initiative_id, figures.as_of_latest DESC, figures.id
