-- Former name of deadline_milestones, which has the same rows; it goes with the next release.
-- key: milestone_id

SELECT
    milestone_id,
    commitment_id
FROM deadline_milestones
ORDER BY milestone_id
