-- One row per group of commitments made by the day and status that some of them had: how many. What
-- is in several groups counts in each.
-- key: group_id, status
-- parameters: day DATE, grouped_by VARCHAR, among VARCHAR := NULL
--
-- group_id: Key of the group, one of those of commitment_groups that it is grouped by: 'text',
-- 'part', 'topic', 'actor', 'year' or 'verb'.
-- status: Status on the day.
-- commitments: How many commitments of the group had it; with `among`, of those whose keys it
-- lists, with a space between.
-- size: How many commitments the group has, whatever their status.
-- rank: Which group it is, by how many commitments it has.
-- with_status: How many commitments in any of the groups had the status; each counts once.

WITH grouped AS (
    SELECT
        groups.group_id,
        groups.group_{language},
        groups.place,
        made.id,
        made.status
    FROM commitments_on(day) AS made
    JOIN commitment_groups AS groups
        ON groups.commitment_id = made.id
        AND groups.grouping = grouped_by
    WHERE among IS NULL OR made.id IN (SELECT unnest(string_split(among, ' ')))
),

ranked AS (
    SELECT
        group_id,
        count(*) AS size,
        row_number() OVER (ORDER BY count(*) DESC, group_id) AS rank
    FROM grouped
    GROUP BY group_id
),

statuses AS (
    SELECT
        status,
        count(DISTINCT id) AS with_status
    FROM grouped
    GROUP BY status
)

SELECT
    grouped.group_id,
    any_value(grouped.group_{language}) AS group_{language},
    any_value(grouped.place) AS place,
    grouped.status,
    count(*) AS commitments,
    any_value(ranked.size) AS size,
    any_value(ranked.rank) AS rank,
    any_value(statuses.with_status) AS with_status
FROM grouped
JOIN ranked ON ranked.group_id = grouped.group_id
JOIN statuses ON statuses.status = grouped.status
GROUP BY
    grouped.group_id,
    grouped.status
ORDER BY rank, code_position('assessment_status', grouped.status)
