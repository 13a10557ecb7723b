-- One row per group that commitments can be counted in, day and status: how many of its commitments
-- have the status from that day on, once they are made, less how many have it no longer. Added up
-- until a day, it says how many had it, however many there are.
-- key: grouping, group_id, turned_on, status
-- stored: grouping, group_id, turned_on, status
--
-- turned_on: The day.
-- status: [assessment_status] How far they are met.
-- commitments: How many more commitments.

WITH turns AS (
    SELECT
        groups.grouping,
        groups.group_id,
        unnest([spans.since, spans.until]) AS turned_on,
        spans.status,
        unnest([1, -1]) AS commitments
    FROM commitment_spans AS spans
    JOIN commitment_group_members AS groups ON groups.commitment_id = spans.commitment_id
    WHERE spans.standing = 'made'
)

SELECT
    grouping,
    group_id,
    turned_on,
    status,
    sum(commitments)::BIGINT AS commitments
FROM turns
WHERE turned_on IS NOT NULL
GROUP BY ALL
HAVING sum(commitments) <> 0
ORDER BY grouping, group_id, turned_on, status
