"""Groups of what filters leave of the commitments, as SQL: the rows are counted where they are."""

SIZES = """
WITH counted AS (
    SELECT members.grouping, members.group_id, count(*) AS commitments
    FROM ({found}) AS made
    JOIN unsorted.commitment_group_members AS members ON members.commitment_id = made.id
    GROUP BY members.grouping, members.group_id
),
sizes AS (
    SELECT *, row_number() OVER (PARTITION BY grouping ORDER BY commitments DESC, group_id) AS rank
    FROM counted
)
SELECT sizes.*, names.* EXCLUDE (grouping, group_id)
FROM sizes JOIN unsorted.commitment_group_names AS names USING (grouping, group_id)
"""
"""The groups of what filters leave, as ``commitment_group_sizes_on`` has those of all."""
TOTALS = """
WITH made AS MATERIALIZED (SELECT id, status FROM ({found})),
counted AS (
    SELECT members.group_id, count(*) AS size,
        row_number() OVER (ORDER BY count(*) DESC, members.group_id) AS place_by_size,
        count(*) OVER () AS of_groups
    FROM made JOIN unsorted.commitment_group_members AS members ON members.commitment_id = made.id
    WHERE members.grouping = $grouping GROUP BY members.group_id
),
grouped AS (
    SELECT made.id, made.status, counted.group_id AS one_of,
        counted.place_by_size > {shown} AND counted.of_groups > {shown} + 1 AS is_other,
        CASE WHEN is_other THEN '{others}' ELSE counted.group_id END AS group_id,
        CASE WHEN is_other THEN {shown} + 1 ELSE counted.place_by_size END AS rank
    FROM made JOIN unsorted.commitment_group_members AS members ON members.commitment_id = made.id
    JOIN counted ON counted.group_id = members.group_id WHERE members.grouping = $grouping
),
whole AS (
    SELECT group_id, count(DISTINCT id) AS size, count(DISTINCT one_of) AS groups
    FROM grouped GROUP BY group_id
),
statuses AS (SELECT status, count(DISTINCT id) AS with_status FROM grouped GROUP BY status),
totals AS (
    SELECT group_id, status, rank, count(DISTINCT id) AS commitments
    FROM grouped GROUP BY group_id, status, rank
)
SELECT totals.*, whole.size, whole.groups, statuses.with_status,
    names.* EXCLUDE (grouping, group_id)
FROM totals JOIN whole USING (group_id) JOIN statuses USING (status)
LEFT JOIN unsorted.commitment_group_names AS names
    ON names.grouping = $grouping AND names.group_id = totals.group_id
"""
"""The same of ``commitment_group_totals_on``."""
