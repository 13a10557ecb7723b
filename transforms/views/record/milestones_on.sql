-- One row per milestone, as known on the day: what happened later was planned, what was called off
-- later was planned, and what no cited source had said by then is marked.
-- key: milestone_id
-- parameters: day DATE
--
-- milestone_id: -> milestones The milestone.
-- status: [milestone_status] Its status as known on the day.
-- known_later: Whether it was first known after the day.

SELECT
    milestones.id AS milestone_id,
    milestone_status(
        milestones.status,
        milestones.happened_on_latest,
        publications.source_published_on,
        day
    ) AS status,
    NOT milestone_known(
        milestones.status,
        milestones.happened_on_latest,
        -- A deadline is known from the text that sets it.
        least(
            publications.known_on,
            CASE WHEN milestones.kind = 'deadline' THEN texts.adopted_on_latest END
        ),
        day
    ) AS known_later
FROM milestones
JOIN publications
    ON publications.row_table = 'milestones'
    AND publications.row_id = milestones.id
LEFT JOIN commitments ON commitments.id = milestones.commitment_id
LEFT JOIN instruments AS texts
    ON texts.id = coalesce(milestones.instrument_id, commitments.instrument_id)
ORDER BY milestones.id
