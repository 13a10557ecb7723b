-- One row per status that commitments had on the day which commit one country: how many.
-- key: status
-- parameters: country VARCHAR, day DATE
--
-- status: Status on the day.
-- commitments: How many commitments had it.

WITH binding AS (
    SELECT DISTINCT pattern_id
    FROM country_bindings(country, day)
    WHERE way <> 'pending'
),

counted AS (
    SELECT
        made.status,
        sum(made.commitments)::BIGINT AS commitments
    FROM binding_changes AS made
    SEMI JOIN binding ON binding.pattern_id = made.pattern_id
    WHERE
        made.turned_on <= day
        AND made.standing = 'made'
    GROUP BY made.status
)

SELECT
    status,
    commitments
FROM counted
WHERE commitments > 0
ORDER BY code_position('assessment_status', status)
