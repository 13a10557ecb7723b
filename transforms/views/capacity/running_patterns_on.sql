-- One row per pattern of focus areas and actors and status: how many initiatives with this pattern
-- run on the day, and how many commitments with it were made whose text still stands.
-- key: origin, pattern_id, status
-- parameters: day DATE
--
-- pattern_id: The pattern, as in offer_patterns.
-- status: [assessment_status] Status of the commitments on the day; empty for initiatives.
-- offers: How many there are.

SELECT
    'commitment' AS origin,
    pattern_id,
    status,
    sum(commitments)::BIGINT AS offers
FROM offer_changes
WHERE turned_on <= day AND stands
GROUP BY ALL
HAVING sum(commitments) > 0

UNION ALL

SELECT
    'initiative' AS origin,
    offer_patterns.pattern_id,
    NULL AS status,
    count(*) AS offers
FROM initiatives_running_on(day) AS running
JOIN offer_patterns
    ON offer_patterns.origin = 'initiative'
    AND offer_patterns.id = running.initiative_id
WHERE running.runs
GROUP BY ALL

ORDER BY origin, pattern_id, status
