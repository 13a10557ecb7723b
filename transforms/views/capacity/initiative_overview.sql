-- One row per initiative: who leads it and with whom, in which focus areas, whom it reaches, and
-- its newest actual figure. What was only planned, targeted or pledged is no actual figure.
-- key: id
-- stored: id
--
-- id: -> initiatives Key of the initiative.
-- lead: Name of the lead.
-- partner_ids: -> actors Who works with the lead.
-- partners: Names of the partners.
-- focus_area_ids: -> focus_areas In which focus areas.
-- focus_areas: Names of the focus areas.
-- reach_ids: -> actors Which countries or groups it reaches.
-- reach: Their names.
-- figure: Newest actual figure, in the unit beside it.
-- figure_unit: Unit and what is measured.
-- figure_qualifier: [qualifier] Exactly, about or more than.
-- figure_as_of: Day for which it is stated.
-- figure_source_id: -> sources Source of the figure.
-- source_title: Title of the source, in its own language.
-- source_language: Language of the source (ISO 639-1).
-- source_url: Address of the source.

WITH partners AS (
    SELECT
        initiative_partners.initiative_id,
        list(actors.id ORDER BY actors.id) AS ids,
        string_agg(actors.name_{language}, _('; ') ORDER BY actors.name_{language}) AS names_{language},
    FROM initiative_partners
    JOIN actors ON actors.id = initiative_partners.actor_id
    GROUP BY ALL
),

reached AS (
    SELECT
        initiative_reach.initiative_id,
        list(actors.id ORDER BY actors.id) AS ids,
        string_agg(actors.name_{language}, _('; ') ORDER BY actors.name_{language}) AS names_{language},
    FROM initiative_reach
    JOIN actors ON actors.id = initiative_reach.actor_id
    GROUP BY ALL
),

areas AS (
    SELECT
        initiative_focus_areas.initiative_id,
        list(focus_areas.id ORDER BY focus_areas.id) AS ids,
        string_agg(focus_areas.name_{language}, _('; ') ORDER BY focus_areas.name_{language}) AS names_{language},
    FROM initiative_focus_areas
    JOIN focus_areas ON focus_areas.id = initiative_focus_areas.focus_area_id
    GROUP BY ALL
),

newest_figures AS (
    SELECT *
    FROM initiative_figures
    WHERE nature = 'actual'
    QUALIFY row_number() OVER (PARTITION BY initiative_id ORDER BY as_of_latest DESC, id) = 1
)

SELECT
    initiatives.id,
    initiatives.name_{language},
    initiatives.status,
    initiatives.started_on{days},
    initiatives.ended_on{days},
    initiatives.lead_id,
    leads.name_{language} AS lead_{language},
    coalesce(partners.ids, []) AS partner_ids,
    partners.names_{language} AS partners_{language},
    coalesce(areas.ids, []) AS focus_area_ids,
    areas.names_{language} AS focus_areas_{language},
    coalesce(reached.ids, []) AS reach_ids,
    reached.names_{language} AS reach_{language},
    newest_figures.value AS figure,
    newest_figures.unit_{language} AS figure_unit_{language},
    newest_figures.qualifier AS figure_qualifier,
    newest_figures.as_of{days} AS figure_as_of{days},
    newest_figures.source_id AS figure_source_id,
    initiatives.note_{language},
    initiatives.source_id,
    sources.title AS source_title,
    sources.language AS source_language,
    sources.url AS source_url,
    initiatives.locator,
    initiatives.confidence
FROM initiatives
JOIN actors AS leads ON leads.id = initiatives.lead_id
LEFT JOIN partners ON partners.initiative_id = initiatives.id
LEFT JOIN areas ON areas.initiative_id = initiatives.id
LEFT JOIN reached ON reached.initiative_id = initiatives.id
LEFT JOIN newest_figures ON newest_figures.initiative_id = initiatives.id
LEFT JOIN sources ON sources.id = initiatives.source_id
ORDER BY initiatives.id
