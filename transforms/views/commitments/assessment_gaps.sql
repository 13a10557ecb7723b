-- One row per milestone of a commitment that was held, other than its mere deadline, and after
-- which nobody has judged the commitment: what happened is known, what it did is not.
-- key: milestone_id
--
-- milestone_id: -> milestones What was held.
-- happened_on: When.
-- instrument_id: The text of the commitment.
-- commitment_id: -> commitments The commitment that it is about.

SELECT
    milestones.id AS milestone_id,
    milestones.happened_on{days},
    milestones.title_{language},
    milestones.commitment_id,
    commitments.instrument_id
FROM milestones
JOIN commitments ON commitments.id = milestones.commitment_id
ANTI JOIN assessments
    ON assessments.commitment_id = milestones.commitment_id
    AND assessments.polarity <> 'context'
    AND assessments.as_of_latest >= coalesce(
        milestones.happened_on_earliest,
        milestones.happened_on_latest
    )
WHERE milestones.status = 'held' AND milestones.kind <> 'deadline'
ORDER BY milestones.happened_on_latest, milestones.id
