-- en: One row per initiative known by the day, with whether it runs on the day. Where no start is
-- known, it counts from the day on which its source was published.
-- fr: Une ligne par initiative connue au jour dit, en cours ou non ce jour-là. Sans date de début
-- connue, elle compte à partir du jour de publication de sa source.
-- parameters: day DATE
--
-- id: Key of the initiative. | Clé de l'initiative.
-- name_en: Name in English. | Nom en anglais.
-- name_fr: Name in French. | Nom en français.
-- status: Where it stands today. | Son état aujourd'hui.
-- runs: True if it runs on the day: active or forming, or completed and not yet ended then; false
-- if it was only announced or proposed, was over, or its state is not known. | Vrai si elle est en
-- cours ce jour-là : en cours ou en cours de constitution, ou achevée mais pas encore terminée
-- alors ; faux si elle n'était qu'annoncée ou proposée, était terminée, ou si son état est inconnu.
-- started_on: First day. | Premier jour.
-- started_on_earliest: First day that started_on can mean. | Premier jour que started_on peut
-- désigner.
-- started_on_latest: Last day that started_on can mean. | Dernier jour que started_on peut
-- désigner.
-- ended_on: First day after its end; empty if it runs. | Premier jour après la fin ; vide si elle
-- est en cours.
-- ended_on_earliest: First day that ended_on can mean. | Premier jour que ended_on peut désigner.
-- ended_on_latest: Last day that ended_on can mean. | Dernier jour que ended_on peut désigner.
-- lead_id: Who leads it. | Qui la conduit.
-- lead_en: Name of the lead in English. | Nom du chef de file, en anglais.
-- lead_fr: Name of the lead in French. | Nom du chef de file.
-- partner_ids: Who works with the lead. | Qui travaille avec le chef de file.
-- partners_en: Names of the partners in English. | Noms des partenaires, en anglais.
-- partners_fr: Names of the partners in French. | Noms des partenaires.
-- focus_area_ids: In which focus areas. | Dans quels domaines.
-- focus_areas_en: Names of the focus areas in English. | Noms des domaines, en anglais.
-- focus_areas_fr: Names of the focus areas in French. | Noms des domaines.
-- reach_ids: Which countries or groups it reaches. | Quels pays ou groupes elle touche.
-- reach_en: Their names in English. | Leurs noms en anglais.
-- reach_fr: Their names in French. | Leurs noms.
-- note_en: What else a reader should know, in English. | Ce qu'il faut savoir de plus, en anglais.
-- note_fr: What else a reader should know, in French. | Ce qu'il faut savoir de plus.
-- source_id: Source in which the fact was read. | Source dans laquelle le fait a été lu.
-- source_title: Title of the source, in its own language. | Titre de la source, dans sa langue.
-- source_url: Address of the source. | Adresse de la source.
-- locator: Place in the source. | Endroit dans la source.
-- confidence: How well the fact is attested. | Degré de confiance dans le fait.

SELECT
    overview.id,
    overview.name_en,
    overview.name_fr,
    overview.status,
    running.runs,
    overview.started_on,
    overview.started_on_earliest,
    overview.started_on_latest,
    overview.ended_on,
    overview.ended_on_earliest,
    overview.ended_on_latest,
    overview.lead_id,
    overview.lead_en,
    overview.lead_fr,
    overview.partner_ids,
    overview.partners_en,
    overview.partners_fr,
    overview.focus_area_ids,
    overview.focus_areas_en,
    overview.focus_areas_fr,
    overview.reach_ids,
    overview.reach_en,
    overview.reach_fr,
    overview.note_en,
    overview.note_fr,
    overview.source_id,
    overview.source_title,
    overview.source_url,
    overview.locator,
    overview.confidence
FROM initiative_overview AS overview
JOIN initiatives_running_on(day) AS running ON running.initiative_id = overview.id
ORDER BY overview.id
