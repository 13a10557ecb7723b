-- One row per pattern of focus areas and actors that commitments made by the day have: how many have
-- it, those of texts superseded or withdrawn since too.
-- key: pattern_id
-- parameters: day DATE
--
-- commitments: How many commitments have it.

SELECT
    pattern_id,
    sum(commitments)::BIGINT AS commitments
FROM offer_changes
WHERE turned_on <= day AND standing = 'made'
GROUP BY pattern_id
HAVING sum(commitments) > 0
ORDER BY pattern_id
