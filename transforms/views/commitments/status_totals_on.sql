-- One row per status that a commitment had on the day, from complete to not assessed.
-- key: status
-- parameters: day DATE, among VARCHAR := NULL
--
-- status: Status on the day.
-- commitments: How many commitments had it; with `among`, of those whose keys it lists, with a space
-- between.

SELECT
    status,
    count(*) AS commitments
FROM commitments_on(day)
WHERE among IS NULL OR id IN (SELECT unnest(string_split(among, ' ')))
GROUP BY status
ORDER BY code_position('assessment_status', status)
