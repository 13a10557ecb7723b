-- One row per need that a text had stated by the day, beside what answers it: the commitments and
-- initiatives that reach its group in its focus area or a narrower one.
-- key: need_id
-- parameters: day DATE, developing_as VARCHAR := NULL
--
-- need_id: -> needs The need.
-- group_id: Who lacks it.
-- focus_area_id: In which focus area.
-- answer: 'initiative' if a programme reaches the group, 'commitment_only' if only words do; empty
-- if nothing on record does.
-- source_title: Title of the source, in its own language.
-- source_language: Language of the source (ISO 639-1).
-- source_url: Address of the source.

SELECT
    needs.id AS need_id,
    needs.actor_id AS group_id,
    actors.name_{language} AS group_{language},
    needs.focus_area_id,
    focus_areas.name_{language} AS focus_area_{language},
    needs.statement_{language},
    needs.stated_on{days},
    gaps.answer,
    coalesce(gaps.commitments, 0) AS commitments,
    coalesce(gaps.commitments_met, 0) AS commitments_met,
    coalesce(gaps.initiatives, 0) AS initiatives,
    needs.source_id,
    sources.title AS source_title,
    sources.language AS source_language,
    sources.url AS source_url,
    needs.locator,
    needs.confidence
FROM needs
JOIN actors ON actors.id = needs.actor_id
JOIN focus_areas ON focus_areas.id = needs.focus_area_id
LEFT JOIN sources ON sources.id = needs.source_id
LEFT JOIN gap_totals_on(day, developing_as := developing_as) AS gaps
    ON gaps.focus_area_id = needs.focus_area_id
    AND gaps.group_id = needs.actor_id
WHERE needs.stated_on_latest <= day
ORDER BY needs.focus_area_id, needs.actor_id, needs.id
