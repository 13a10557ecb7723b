-- One row per milestone that tells the deadline of a commitment: a deadline about it, neither
-- postponed nor cancelled, on a day that the commitment's own deadline can mean.
-- key: milestone_id
--
-- milestone_id: -> milestones The milestone.
-- commitment_id: The commitment.

SELECT
    milestones.id AS milestone_id,
    commitments.id AS commitment_id
FROM milestones
JOIN commitments ON commitments.id = milestones.commitment_id
WHERE
    milestones.kind = 'deadline'
    AND milestones.status NOT IN ('postponed', 'cancelled')
    AND (
        commitments.due_on_earliest IS NULL
        OR milestones.happened_on_latest >= commitments.due_on_earliest
    )
    AND (
        milestones.happened_on_earliest IS NULL
        OR milestones.happened_on_earliest <= commitments.due_on_latest
    )
    AND commitments.due_on IS NOT NULL
ORDER BY milestones.id
