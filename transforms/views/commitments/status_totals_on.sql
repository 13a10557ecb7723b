-- One row per status that a commitment had on the day, from complete to not assessed.
-- key: status
-- parameters: day DATE, among VARCHAR := NULL
--
-- status: Status on the day.
-- commitments: How many commitments had it; with `among`, of those whose keys it lists, with a space
-- between.

WITH counted AS (
    SELECT
        status,
        sum(commitments)::BIGINT AS commitments
    FROM standing_changes
    WHERE
        among IS NULL
        AND turned_on <= day
        AND standing = 'made'
        AND status IS NOT NULL
    GROUP BY status

    UNION ALL

    SELECT
        status,
        count(*) AS commitments
    FROM commitment_standings_on(day)
    WHERE
        among IS NOT NULL
        AND standing = 'made'
        AND commitment_id IN (SELECT unnest(string_split(among, ' ')))
    GROUP BY status
)

SELECT
    status,
    commitments
FROM counted
WHERE commitments > 0
ORDER BY code_position('assessment_status', status)
