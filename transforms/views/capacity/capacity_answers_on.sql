-- One row: how many needs had been stated by the day, what answers them, and how far the
-- commitments that answer one are met. Beside it, how many commitments lie in one focus area,
-- capacity building unless told otherwise, or in a narrower one, whether or not a need is stated.
-- key: needs
-- parameters: day DATE, area VARCHAR := NULL, developing_as VARCHAR := NULL
--
-- needs: How many needs had been stated.
-- answered_by_initiative: How many of them have an initiative that reaches the group.
-- answered_by_commitment_only: How many have commitments only.
-- unanswered: How many have nothing on record.
-- commitments: How many commitments answer a need, in whatever focus area.
-- commitments_assessed: How many of these had been assessed.
-- commitments_met: How many of these were met to a substantial degree or completely.
-- commitments_in_area: How many commitments lie in the area or a narrower one.

WITH stated AS MATERIALIZED (
    FROM gap_totals_on(day, developing_as := developing_as)
    WHERE needs > 0
),

-- Patterns of commitments that answer a need.
answering AS (
    SELECT DISTINCT areas.pattern_id
    FROM pattern_areas AS areas
    SEMI JOIN (
        SELECT
            stated.focus_area_id,
            reached.named
        FROM stated
        JOIN groups_reached_on(day, developing_as := developing_as) AS reached USING (group_id)
    ) AS needed USING (focus_area_id, named)
    WHERE areas.origin = 'commitment'
),

judged AS (
    SELECT
        coalesce(sum(running.offers), 0)::BIGINT AS commitments,
        coalesce(sum(running.offers) FILTER (running.status <> 'not_assessed'), 0)::BIGINT
            AS commitments_assessed,
        coalesce(sum(running.offers) FILTER (mostly_met(running.status)), 0)::BIGINT
            AS commitments_met
    FROM running_patterns_on(day) AS running
    SEMI JOIN answering ON answering.pattern_id = running.pattern_id
    WHERE running.origin = 'commitment'
),

inside AS (
    SELECT coalesce(sum(made.commitments), 0)::BIGINT AS commitments_in_area
    FROM commitment_patterns_on(day) AS made
    SEMI JOIN (
        SELECT commitment_focus_areas.commitment_id AS pattern_id
        FROM commitment_focus_areas
        JOIN focus_area_ancestors
            ON focus_area_ancestors.focus_area_id = commitment_focus_areas.focus_area_id
        WHERE
            focus_area_ancestors.ancestor_id = coalesce(area, (SELECT root_area FROM tracker))
            -- A tracker without a root looks at every area.
            OR coalesce(area, (SELECT root_area FROM tracker)) IS NULL
    ) AS placed ON placed.pattern_id = made.pattern_id
)

SELECT
    coalesce(sum(stated.needs), 0)::BIGINT AS needs,
    coalesce(sum(stated.needs) FILTER (stated.answer = 'initiative'), 0)::BIGINT
        AS answered_by_initiative,
    coalesce(sum(stated.needs) FILTER (stated.answer = 'commitment_only'), 0)::BIGINT
        AS answered_by_commitment_only,
    coalesce(sum(stated.needs) FILTER (stated.answer IS NULL), 0)::BIGINT AS unanswered,
    any_value(judged.commitments) AS commitments,
    any_value(judged.commitments_assessed) AS commitments_assessed,
    any_value(judged.commitments_met) AS commitments_met,
    any_value(inside.commitments_in_area) AS commitments_in_area
FROM judged
CROSS JOIN inside
LEFT JOIN stated ON true
ORDER BY needs
