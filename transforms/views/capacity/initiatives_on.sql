-- en: One row per initiative known by the day, with whether it runs on the day. Where no start is
-- known, it counts from the day on which its source was published.
-- fr: Une ligne par initiative connue au jour dit, en cours ou non ce jour-là. Sans date de début
-- connue, elle compte à partir du jour de publication de sa source.
-- key: id
-- parameters: day DATE
--
-- status: Where it stands today. | Son état aujourd'hui.
-- runs: True if it runs on the day: active or forming, or completed and not yet ended then; false
-- if it was only announced or proposed, was over, or its state is not known. | Vrai si elle est en
-- cours ce jour-là : en cours ou en cours de constitution, ou achevée mais pas encore terminée
-- alors ; faux si elle n'était qu'annoncée ou proposée, était terminée, ou si son état est inconnu.

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
