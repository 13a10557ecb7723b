-- One row per milestone: what, when, about what, and how it stood on the day, as known then.
-- key: id
-- parameters: day DATE
--
-- id: -> milestones The milestone.
-- status: [milestone_status] Its status as known on the day.

SELECT
    milestones.id,
    milestones.title_{language},
    milestones.description_{language},
    milestones.kind,
    known.status,
    known.known_later,
    milestones.happened_on{days},
    milestones.ended_on{days},
    milestones.actor_id,
    milestones.instrument_id,
    milestones.commitment_id,
    milestones.initiative_id,
    milestones.host_id,
    milestones.source_id,
    milestones.locator,
    milestones.confidence
FROM milestones
JOIN milestones_on(day) AS known ON known.milestone_id = milestones.id
ORDER BY milestones.id
