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
        group_id AS one_of,
        coalesce(rank > largest AND count(*) OVER () > largest + 1, false) AS is_other,
        CASE WHEN is_other THEN '_others' ELSE group_id END AS group_id,
        CASE WHEN NOT is_other THEN group_{language} END AS group_{language},
        CASE WHEN NOT is_other THEN place END AS place,
        CASE WHEN is_other THEN largest + 1 ELSE rank END AS rank
    FROM commitment_group_sizes_on(day, among := among)
    WHERE grouping = grouped_by
),

grouped AS (
    SELECT
        made.commitment_id,
        made.status,
        sizes.*
    FROM commitment_standings_on(day) AS made
    JOIN commitment_group_members AS groups
        ON groups.commitment_id = made.commitment_id
        AND groups.grouping = grouped_by
    JOIN sizes ON sizes.one_of = groups.group_id
    WHERE
        made.standing = 'made'
        AND (among IS NOT NULL OR grouped_by NOT IN ('text', 'year', 'verb'))
        AND (among IS NULL OR made.commitment_id IN (SELECT unnest(string_split(among, ' '))))
),

-- What is in one group alone need not be looked at one by one.
summed AS (
    SELECT
        changes.status,
        sizes.*,
        sum(changes.commitments) AS commitments
    FROM commitment_group_changes AS changes
    JOIN sizes ON sizes.one_of = changes.group_id
    WHERE
        among IS NULL
        AND grouped_by IN ('text', 'year', 'verb')
        AND changes.grouping = grouped_by
        AND changes.turned_on <= day
    GROUP BY ALL
    HAVING sum(changes.commitments) > 0
),

counted AS (
    SELECT
        group_id,
        any_value(group_{language}) AS group_{language},
        any_value(place) AS place,
        any_value(rank) AS rank,
        status,
        count(DISTINCT commitment_id) AS commitments
    FROM grouped
    GROUP BY ALL

    UNION ALL

    SELECT
        group_id,
        any_value(group_{language}) AS group_{language},
        any_value(place) AS place,
        any_value(rank) AS rank,
        status,
        sum(commitments)::BIGINT AS commitments
    FROM summed
    GROUP BY ALL
),

whole AS (
    SELECT
        group_id,
        count(DISTINCT commitment_id) AS size,
        count(DISTINCT one_of) AS groups
    FROM grouped
    GROUP BY group_id

    UNION ALL

    SELECT
        group_id,
        sum(commitments)::BIGINT AS size,
        count(DISTINCT one_of) AS groups
    FROM summed
    GROUP BY group_id
),

statuses AS (
    SELECT
        status,
        count(DISTINCT commitment_id) AS with_status
    FROM grouped
    GROUP BY status

    UNION ALL

    SELECT
        status,
        sum(commitments)::BIGINT AS with_status
    FROM summed
    GROUP BY status
)

SELECT
    counted.group_id,
    counted.group_{language},
    counted.place,
    counted.status,
    counted.commitments,
    whole.size,
    counted.rank,
    statuses.with_status,
    whole.groups
FROM counted
JOIN whole ON whole.group_id = counted.group_id
JOIN statuses ON statuses.status = counted.status
ORDER BY counted.rank, code_position('assessment_status', counted.status)
