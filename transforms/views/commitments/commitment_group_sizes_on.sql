-- One row per group of commitments made by the day: how many are in it. What is in several groups
-- counts in each.
-- key: grouping, group_id
-- parameters: day DATE, among VARCHAR := NULL
--
-- commitments: How many commitments the group has; with `among`, of those whose keys it lists, with
-- a space between.
-- rank: Which group of its kind it is, by how many commitments it has.

SELECT
    of_all.grouping,
    of_all.group_id,
    any_value(of_all.group_{language}) AS group_{language},
    any_value(of_all.place) AS place,
    count(*) AS commitments,
    row_number() OVER (PARTITION BY of_all.grouping ORDER BY count(*) DESC, of_all.group_id) AS rank
FROM commitment_standings_on(day) AS made
JOIN commitment_groups AS of_all ON of_all.commitment_id = made.commitment_id
WHERE
    made.standing = 'made'
    AND (among IS NULL OR made.commitment_id IN (SELECT unnest(string_split(among, ' '))))
GROUP BY
    of_all.grouping,
    of_all.group_id
ORDER BY
    of_all.grouping,
    rank
