-- en: One row per need that a text had stated by the day, beside what answers it: the commitments
-- and initiatives that reach its group in its focus area or a narrower one.
-- fr: Une ligne par besoin qu'un texte avait énoncé au jour dit, à côté de ce qui y répond : les
-- engagements et initiatives qui touchent son groupe dans son domaine ou un domaine plus étroit.
-- key: need_id
-- parameters: day DATE
--
-- need_id: -> needs The need. | Le besoin.
-- group_id: Who lacks it. | Qui en manque.
-- focus_area_id: In which focus area. | Dans quel domaine.
-- statement_en: What is lacking, in our words, in English. | Ce qui manque, en résumé, en anglais.
-- statement_fr: What is lacking, in our words, in French. | Ce qui manque, en résumé.
-- answer: 'initiative' if a programme reaches the group, 'commitment_only' if only words do; empty
-- if nothing on record does. | « initiative » si un programme touche le groupe, « commitment_only »
-- si seuls des engagements le font ; vide si rien de recensé ne le fait.
-- source_title: Title of the source, in its own language. | Titre de la source, dans sa langue.
-- source_url: Address of the source. | Adresse de la source.

SELECT
    needs.id AS need_id,
    needs.actor_id AS group_id,
    actors.name_en AS group_en,
    actors.name_fr AS group_fr,
    needs.focus_area_id,
    focus_areas.name_en AS focus_area_en,
    focus_areas.name_fr AS focus_area_fr,
    needs.statement_en,
    needs.statement_fr,
    needs.stated_on,
    needs.stated_on_earliest,
    needs.stated_on_latest,
    gaps.answer,
    coalesce(gaps.commitments, 0) AS commitments,
    coalesce(gaps.commitments_met, 0) AS commitments_met,
    coalesce(gaps.initiatives, 0) AS initiatives,
    needs.source_id,
    sources.title AS source_title,
    sources.url AS source_url,
    needs.locator,
    needs.confidence
FROM needs
JOIN actors ON actors.id = needs.actor_id
JOIN focus_areas ON focus_areas.id = needs.focus_area_id
LEFT JOIN sources ON sources.id = needs.source_id
LEFT JOIN capacity_gaps(day) AS gaps
    ON gaps.focus_area_id = needs.focus_area_id
    AND gaps.group_id = needs.actor_id
WHERE needs.stated_on_latest <= day
ORDER BY needs.focus_area_id, needs.actor_id, needs.id
