-- One row per pattern of focus areas and actors that commitments made by the day have: how many have
-- it, those of texts superseded or withdrawn since too.
-- key: pattern_id
-- parameters: day DATE
--
-- pattern_id: The pattern, as in offer_patterns.
-- commitments: How many commitments have it.

SELECT
    offer_patterns.pattern_id,
    count(*) AS commitments
FROM commitment_spans AS spans
JOIN offer_patterns
    ON offer_patterns.origin = 'commitment'
    AND offer_patterns.id = spans.commitment_id
WHERE
    spans.since <= day
    AND coalesce(spans.until > day, true)
    AND spans.standing = 'made'
GROUP BY offer_patterns.pattern_id
ORDER BY offer_patterns.pattern_id
