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
    FROM capacity_gaps(day, developing_as := developing_as)
    WHERE needs > 0
),

answering AS (
    SELECT DISTINCT unnest(commitment_ids) AS commitment_id
    FROM stated
),

judged AS (
    SELECT
        count(*) AS commitments,
        count(*) FILTER (made.status <> 'not_assessed') AS commitments_assessed,
        count(*) FILTER (mostly_met(made.status)) AS commitments_met
    FROM answering
    JOIN commitments_on(day) AS made ON made.id = answering.commitment_id
),

inside AS (
    SELECT count(DISTINCT commitments.id) AS commitments_in_area
    FROM commitments
    JOIN instruments_on(day) AS texts
        ON texts.instrument_id = commitments.instrument_id
        AND texts.standing = 'made'
    JOIN commitment_focus_areas ON commitment_focus_areas.commitment_id = commitments.id
    JOIN focus_area_ancestors
        ON focus_area_ancestors.focus_area_id = commitment_focus_areas.focus_area_id
    WHERE
        focus_area_ancestors.ancestor_id = coalesce(area, (SELECT root_area FROM tracker))
        -- A tracker without a root looks at every area.
        OR coalesce(area, (SELECT root_area FROM tracker)) IS NULL
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
