-- One row per status that a commitment had on the day, from complete to not assessed.
-- key: status
-- parameters: day DATE
--
-- status: Status on the day.
-- commitments: How many commitments had it.

SELECT
    status,
    count(*) AS commitments
FROM commitments_on(day)
GROUP BY status
ORDER BY code_position('assessment_status', status)
