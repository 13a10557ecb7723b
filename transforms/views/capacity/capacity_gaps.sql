-- One row per focus area and group of countries that states a need, is to be served by a commitment
-- or is reached by an initiative: the needs it had stated by the day, beside the commitments and
-- initiatives that reach it in that area or a narrower one. A need counts only in the area and for
-- the group that the text names.
-- key: focus_area_id, group_id
-- parameters: day DATE, developing_as VARCHAR := NULL
--
-- focus_area_id: The focus area.
-- group_id: The group of countries.
-- need_ids: -> needs The needs.
-- commitment_ids: -> commitments The commitments.
-- initiative_ids: -> initiatives The initiatives.

WITH stated AS (
    SELECT
        focus_area_id,
        actor_id AS group_id,
        list(id ORDER BY id) AS need_ids
    FROM needs
    WHERE stated_on_latest <= day
    GROUP BY ALL
),

offered AS (
    SELECT
        focus_area_id,
        group_id,
        list(id ORDER BY id) FILTER (origin = 'commitment') AS commitment_ids,
        list(id ORDER BY id) FILTER (origin = 'initiative') AS initiative_ids
    FROM offers_on(day, developing_as := developing_as)
    GROUP BY ALL
)

SELECT
    totals.focus_area_id,
    totals.focus_area_{language},
    totals.broader_id,
    totals.group_id,
    totals.group_{language},
    totals.needs,
    totals.commitments,
    totals.commitments_aimed,
    totals.commitments_met,
    totals.commitments_assessed,
    totals.initiatives,
    totals.initiatives_aimed,
    coalesce(stated.need_ids, []) AS need_ids,
    coalesce(offered.commitment_ids, []) AS commitment_ids,
    coalesce(offered.initiative_ids, []) AS initiative_ids,
    totals.state,
    totals.answer,
    totals.reach
FROM gap_totals_on(day, developing_as := developing_as) AS totals
LEFT JOIN stated
    ON stated.focus_area_id = totals.focus_area_id
    AND stated.group_id = totals.group_id
LEFT JOIN offered
    ON offered.focus_area_id = totals.focus_area_id
    AND offered.group_id = totals.group_id
ORDER BY totals.focus_area_id, totals.group_id
