-- One row per initiative that runs on the day, and per commitment made whose text still stands, in a
-- focus area: the pattern of areas and actors that it has.
-- key: origin, id
-- parameters: day DATE
--
-- pattern_id: The pattern, as in offer_patterns.
-- status: [assessment_status] Status of the commitment on the day; empty for an initiative.

WITH running AS (
    SELECT
        'initiative' AS origin,
        initiative_id AS id,
        NULL AS status
    FROM initiatives_running_on(day)
    WHERE runs

    UNION ALL

    SELECT
        'commitment' AS origin,
        commitment_id AS id,
        status
    FROM commitment_spans
    WHERE
        since <= day
        AND coalesce(until > day, true)
        AND stands
)

SELECT
    offer_patterns.origin,
    offer_patterns.id,
    offer_patterns.pattern_id,
    running.status
FROM running
JOIN offer_patterns ON offer_patterns.origin = running.origin AND offer_patterns.id = running.id
ORDER BY offer_patterns.origin, offer_patterns.id
