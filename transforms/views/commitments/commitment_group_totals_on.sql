-- One row per group of commitments made by the day and status that some of them had: how many. What
-- is in several groups counts in each.
-- key: group_id, status
-- parameters: day DATE, grouped_by VARCHAR, among VARCHAR := NULL, largest INTEGER := NULL
--
-- group_id: Key of the group, one of those of commitment_groups that it is grouped by: 'text',
-- 'part', 'topic', 'actor', 'year' or 'verb'. With `largest`, the groups beyond so many of the
-- largest, where these are more than one, are one group, '_others'; what is in several of them
-- counts once.
-- group: Its name; empty for '_others'.
-- place: Where it stands among the groups, where they have an order of their own; empty for
-- '_others'.
-- status: Status on the day.
-- commitments: How many commitments of the group had it; with `among`, of those whose keys it
-- lists, with a space between.
-- size: How many commitments the group has, whatever their status.
-- rank: Which group it is, by how many commitments it has; '_others' comes last.
-- with_status: How many commitments in any of the groups had the status; each counts once.
-- groups: How many groups it is made of.

WITH sizes AS MATERIALIZED (
    SELECT
        group_id,
        group_{language},
        place,
        rank,
        coalesce(rank > largest AND count(*) OVER () > largest + 1, false) AS is_other
    FROM commitment_group_sizes_on(day, among := among)
    WHERE grouping = grouped_by
),

grouped AS (
    SELECT
        made.commitment_id,
        made.status,
        groups.group_id AS one_of,
        CASE WHEN sizes.is_other THEN '_others' ELSE sizes.group_id END AS group_id,
        CASE WHEN NOT sizes.is_other THEN sizes.group_{language} END AS group_{language},
        CASE WHEN NOT sizes.is_other THEN sizes.place END AS place,
        CASE WHEN sizes.is_other THEN largest + 1 ELSE sizes.rank END AS rank
    FROM commitment_standings_on(day) AS made
    JOIN commitment_groups AS groups
        ON groups.commitment_id = made.commitment_id
        AND groups.grouping = grouped_by
    JOIN sizes ON sizes.group_id = groups.group_id
    WHERE
        made.standing = 'made'
        AND (among IS NULL OR made.commitment_id IN (SELECT unnest(string_split(among, ' '))))
),

whole AS (
    SELECT
        group_id,
        count(DISTINCT commitment_id) AS size,
        count(DISTINCT one_of) AS groups
    FROM grouped
    GROUP BY group_id
),

statuses AS (
    SELECT
        status,
        count(DISTINCT commitment_id) AS with_status
    FROM grouped
    GROUP BY status
)

SELECT
    grouped.group_id,
    any_value(grouped.group_{language}) AS group_{language},
    any_value(grouped.place) AS place,
    grouped.status,
    count(DISTINCT grouped.commitment_id) AS commitments,
    any_value(whole.size) AS size,
    any_value(grouped.rank) AS rank,
    any_value(statuses.with_status) AS with_status,
    any_value(whole.groups) AS groups
FROM grouped
JOIN whole ON whole.group_id = grouped.group_id
JOIN statuses ON statuses.status = grouped.status
GROUP BY
    grouped.group_id,
    grouped.status
ORDER BY rank, code_position('assessment_status', grouped.status)
