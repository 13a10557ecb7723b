-- en: One row per initiative: who leads it and with whom, in which focus areas, whom it reaches,
-- and its newest actual figure. What was only planned, targeted or pledged is no actual figure.
-- fr: Une ligne par initiative : qui la conduit et avec qui, dans quels domaines, qui elle touche,
-- et son dernier chiffre constaté. Ce qui n'est que prévu, visé ou promis n'est pas un chiffre
-- constaté.
-- key: id
--
-- id: -> initiatives Key of the initiative. | Clé de l'initiative.
-- lead_en: Name of the lead in English. | Nom du chef de file, en anglais.
-- lead_fr: Name of the lead in French. | Nom du chef de file.
-- partner_ids: -> actors Who works with the lead. | Qui travaille avec le chef de file.
-- partners_en: Names of the partners in English. | Noms des partenaires, en anglais.
-- partners_fr: Names of the partners in French. | Noms des partenaires.
-- focus_area_ids: -> focus_areas In which focus areas. | Dans quels domaines.
-- focus_areas_en: Names of the focus areas in English. | Noms des domaines, en anglais.
-- focus_areas_fr: Names of the focus areas in French. | Noms des domaines.
-- reach_ids: -> actors Which countries or groups it reaches. | Quels pays ou groupes elle touche.
-- reach_en: Their names in English. | Leurs noms en anglais.
-- reach_fr: Their names in French. | Leurs noms.
-- figure: Newest actual figure, in the unit beside it. | Dernier chiffre constaté, dans l'unité
-- indiquée.
-- figure_unit_en: Unit and what is measured, in English. | Unité et grandeur, en anglais.
-- figure_unit_fr: Unit and what is measured, in French. | Unité et grandeur.
-- figure_qualifier: [qualifier] Exactly, about or more than. | Exactement, environ ou plus de.
-- figure_as_of: Day for which it is stated. | Jour pour lequel il est énoncé.
-- figure_source_id: -> sources Source of the figure. | Source du chiffre.
-- note_en: What else a reader should know, in English. | Ce qu'il faut savoir de plus, en anglais.
-- note_fr: What else a reader should know, in French. | Ce qu'il faut savoir de plus.
-- source_title: Title of the source, in its own language. | Titre de la source, dans sa langue.
-- source_url: Address of the source. | Adresse de la source.

WITH partners AS (
    SELECT
        initiative_partners.initiative_id,
        list(actors.id ORDER BY actors.id) AS ids,
        string_agg(actors.name_en, '; ' ORDER BY actors.name_en) AS names_en,
        string_agg(actors.name_fr, ' ; ' ORDER BY actors.name_fr) AS names_fr
    FROM initiative_partners
    JOIN actors ON actors.id = initiative_partners.actor_id
    GROUP BY ALL
),

reached AS (
    SELECT
        initiative_reach.initiative_id,
        list(actors.id ORDER BY actors.id) AS ids,
        string_agg(actors.name_en, '; ' ORDER BY actors.name_en) AS names_en,
        string_agg(actors.name_fr, ' ; ' ORDER BY actors.name_fr) AS names_fr
    FROM initiative_reach
    JOIN actors ON actors.id = initiative_reach.actor_id
    GROUP BY ALL
),

areas AS (
    SELECT
        initiative_focus_areas.initiative_id,
        list(focus_areas.id ORDER BY focus_areas.id) AS ids,
        string_agg(focus_areas.name_en, '; ' ORDER BY focus_areas.name_en) AS names_en,
        string_agg(focus_areas.name_fr, ' ; ' ORDER BY focus_areas.name_fr) AS names_fr
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
    initiatives.name_en,
    initiatives.name_fr,
    initiatives.status,
    initiatives.started_on,
    initiatives.started_on_earliest,
    initiatives.started_on_latest,
    initiatives.ended_on,
    initiatives.ended_on_earliest,
    initiatives.ended_on_latest,
    initiatives.lead_id,
    leads.name_en AS lead_en,
    leads.name_fr AS lead_fr,
    coalesce(partners.ids, []) AS partner_ids,
    partners.names_en AS partners_en,
    partners.names_fr AS partners_fr,
    coalesce(areas.ids, []) AS focus_area_ids,
    areas.names_en AS focus_areas_en,
    areas.names_fr AS focus_areas_fr,
    coalesce(reached.ids, []) AS reach_ids,
    reached.names_en AS reach_en,
    reached.names_fr AS reach_fr,
    newest_figures.value AS figure,
    newest_figures.unit_en AS figure_unit_en,
    newest_figures.unit_fr AS figure_unit_fr,
    newest_figures.qualifier AS figure_qualifier,
    newest_figures.as_of AS figure_as_of,
    newest_figures.as_of_earliest AS figure_as_of_earliest,
    newest_figures.as_of_latest AS figure_as_of_latest,
    newest_figures.source_id AS figure_source_id,
    initiatives.note_en,
    initiatives.note_fr,
    initiatives.source_id,
    sources.title AS source_title,
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
