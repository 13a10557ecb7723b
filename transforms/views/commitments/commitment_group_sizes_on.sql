-- One row per group of commitments made by the day: how many are in it. What is in several groups
-- counts in each.
-- key: grouping, group_id
-- parameters: day DATE, among VARCHAR := NULL
--
-- commitments: How many commitments the group has; with `among`, of those whose keys it lists, with
-- a space between.
-- rank: Which group of its kind it is, by how many commitments it has.

WITH counted AS (
    SELECT
        grouping,
        group_id,
        sum(commitments)::BIGINT AS commitments
    FROM commitment_group_changes
    WHERE
        among IS NULL
        AND turned_on <= day
    GROUP BY ALL

    UNION ALL

    SELECT
        members.grouping,
        members.group_id,
        count(*) AS commitments
    FROM commitment_standings_on(day) AS made
    JOIN commitment_group_members AS members ON members.commitment_id = made.commitment_id
    WHERE
        among IS NOT NULL
        AND made.standing = 'made'
        AND made.commitment_id IN (SELECT unnest(string_split(among, ' ')))
    GROUP BY ALL
),

ranked AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY grouping ORDER BY commitments DESC, group_id) AS rank
    FROM counted
    WHERE commitments > 0
)

SELECT
    ranked.grouping,
    ranked.group_id,
    names.group_{language},
    names.place,
    ranked.commitments,
    ranked.rank
FROM ranked
JOIN commitment_group_names AS names USING (grouping, group_id)
ORDER BY
    ranked.grouping,
    ranked.rank
