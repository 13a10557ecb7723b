-- One row per day, pattern of focus areas and actors, and standing: how many commitments with this
-- pattern stand so from that day on, less how many do so no longer. Added up until a day, it says how
-- many stood how on it, however many there are.
-- key: turned_on, pattern_id, standing, stands, status
-- stored: turned_on, pattern_id, standing, stands, status
--
-- turned_on: The day.
-- pattern_id: The pattern, as in offer_patterns.
-- standing: [standing] 'made' or 'proposed'.
-- stands: Whether they were made, and their text neither superseded nor withdrawn.
-- status: [assessment_status] How far they are met.
-- commitments: How many more commitments.

WITH turns AS (
    SELECT
        unnest([spans.since, spans.until]) AS turned_on,
        offer_patterns.pattern_id,
        spans.standing,
        spans.stands,
        spans.status,
        unnest([1, -1]) AS commitments
    FROM commitment_spans AS spans
    JOIN offer_patterns
        ON offer_patterns.origin = 'commitment'
        AND offer_patterns.id = spans.commitment_id
)

SELECT
    turned_on,
    pattern_id,
    standing,
    stands,
    status,
    sum(commitments)::BIGINT AS commitments
FROM turns
WHERE turned_on IS NOT NULL
GROUP BY ALL
HAVING sum(commitments) <> 0
ORDER BY turned_on, pattern_id, standing, stands, status
