-- One row per focus area and group of countries that states a need, is to be served by a commitment
-- or is reached by an initiative: the needs it had stated by the day, beside the commitments and
-- initiatives that reach it in that area or a narrower one. A need counts only in the area and for
-- the group that the text names.
-- key: focus_area_id, group_id
-- parameters: day DATE, developing_as VARCHAR := NULL
--
-- focus_area_id: The focus area.
-- focus_area: Its name.
-- group_id: The group of countries.
-- group: Its name.
-- needs: How many needs of the group were stated by the day in this area.
-- commitments: How many commitments that stand reach the group.
-- commitments_aimed: How many of them name this group or a part of it.
-- commitments_met: How many of them were met to a substantial degree or completely.
-- commitments_assessed: How many of them had been assessed at all.
-- initiatives: How many initiatives that run reach the group.
-- initiatives_aimed: How many of them name this group or a part of it.
-- state: [gap_state] 'need_and_offer', 'need_without_offer', 'offer_without_need', or
-- 'not_looked_at' where the record has neither, which does not say that there is no need.
-- answer: [gap_answer] 'initiative' if a programme reaches the group, 'commitment_only' if only
-- words do; empty without an offer.
-- reach: [gap_reach] 'aimed' if an offer names this group or a part of it, 'general' if only a
-- wider one; empty without an offer.

WITH concerned AS (
    SELECT actor_id FROM needs
    UNION
    SELECT actor_id FROM commitment_beneficiaries
    UNION
    SELECT actor_id FROM initiative_reach
),

stated AS (
    SELECT
        focus_area_id,
        actor_id AS group_id,
        count(*) AS needs
    FROM needs
    WHERE stated_on_latest <= day
    GROUP BY ALL
),

running AS (
    SELECT
        origin,
        pattern_id,
        sum(offers) AS offers,
        coalesce(sum(offers) FILTER (mostly_met(status)), 0) AS met,
        coalesce(sum(offers) FILTER (status <> 'not_assessed'), 0) AS assessed
    FROM running_patterns_on(day)
    GROUP BY ALL
),

-- Offers that name the same countries and groups are counted together before these are looked up.
counted AS (
    SELECT
        areas.focus_area_id,
        areas.named,
        coalesce(sum(running.offers) FILTER (areas.origin = 'commitment'), 0) AS commitments,
        sum(running.met) AS met,
        sum(running.assessed) AS assessed,
        coalesce(sum(running.offers) FILTER (areas.origin = 'initiative'), 0) AS initiatives
    FROM running
    JOIN pattern_areas AS areas USING (origin, pattern_id)
    GROUP BY ALL
),

offered AS (
    SELECT
        counted.focus_area_id,
        reached.group_id,
        sum(counted.commitments)::BIGINT AS commitments,
        coalesce(sum(counted.commitments) FILTER (reached.aimed), 0)::BIGINT AS commitments_aimed,
        sum(counted.met)::BIGINT AS commitments_met,
        sum(counted.assessed)::BIGINT AS commitments_assessed,
        sum(counted.initiatives)::BIGINT AS initiatives,
        coalesce(sum(counted.initiatives) FILTER (reached.aimed), 0)::BIGINT AS initiatives_aimed,
        bool_or(reached.aimed) AS aimed
    FROM counted
    JOIN groups_reached_on(day, developing_as := developing_as) AS reached USING (named)
    GROUP BY ALL
)

SELECT
    focus_areas.id AS focus_area_id,
    focus_areas.name_{language} AS focus_area_{language},
    focus_areas.broader_id,
    groups.id AS group_id,
    groups.name_{language} AS group_{language},
    coalesce(stated.needs, 0) AS needs,
    coalesce(offered.commitments, 0) AS commitments,
    coalesce(offered.commitments_aimed, 0) AS commitments_aimed,
    coalesce(offered.commitments_met, 0) AS commitments_met,
    coalesce(offered.commitments_assessed, 0) AS commitments_assessed,
    coalesce(offered.initiatives, 0) AS initiatives,
    coalesce(offered.initiatives_aimed, 0) AS initiatives_aimed,
    CASE
        WHEN stated.needs > 0 AND offered.group_id IS NOT NULL THEN 'need_and_offer'
        WHEN stated.needs > 0 THEN 'need_without_offer'
        WHEN offered.group_id IS NOT NULL THEN 'offer_without_need'
        ELSE 'not_looked_at'
    END AS state,
    CASE
        WHEN offered.initiatives > 0 THEN 'initiative'
        WHEN offered.commitments > 0 THEN 'commitment_only'
    END AS answer,
    CASE
        WHEN offered.aimed THEN 'aimed'
        WHEN offered.group_id IS NOT NULL THEN 'general'
    END AS reach
FROM focus_areas
CROSS JOIN actors AS groups
LEFT JOIN stated ON stated.focus_area_id = focus_areas.id AND stated.group_id = groups.id
LEFT JOIN offered ON offered.focus_area_id = focus_areas.id AND offered.group_id = groups.id
WHERE
    groups.kind = 'country_group'
    AND groups.id IN (SELECT actor_id FROM concerned)
ORDER BY focus_area_id, group_id
