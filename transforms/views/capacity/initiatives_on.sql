-- One row per initiative known by the day, with whether it runs on the day. Where no start is
-- known, it counts from the day on which its source was published.
-- key: id
-- parameters: day DATE
--
-- status: Where it stands today.
-- runs: True if it runs on the day: active or forming, or completed and not yet ended then; false
-- if it was only announced or proposed, was over, or its state is not known.

SELECT
    overview.id,
    overview.name_{language},
    overview.status,
    running.runs,
    overview.started_on{days},
    overview.ended_on{days},
    overview.lead_id,
    overview.lead_{language},
    overview.partner_ids,
    overview.partners_{language},
    overview.focus_area_ids,
    overview.focus_areas_{language},
    overview.reach_ids,
    overview.reach_{language},
    overview.note_{language},
    overview.source_id,
    overview.source_title,
    overview.source_language,
    overview.source_url,
    overview.locator,
    overview.confidence
FROM initiative_overview AS overview
JOIN initiatives_running_on(day) AS running ON running.initiative_id = overview.id
ORDER BY overview.id
