-- One row per day, pattern of addressed actors and standing: how many commitments with this pattern
-- stand so from that day on, less how many do so no longer. Added up until a day, it says how many
-- stood how on it, however many there are.
-- key: pattern_id, turned_on, standing, status, due_state, verification
-- stored: pattern_id, turned_on, standing, status, due_state, verification
--
-- turned_on: The day.
-- pattern_id: The pattern, as in binding_patterns.
-- standing: [standing] 'made' or 'proposed'.
-- status: [assessment_status] How far they are met.
-- due_state: [due_state] How their deadline stands.
-- commitments: How many more commitments.

WITH turns AS (
    SELECT
        unnest([since, until]) AS turned_on,
        binding_pattern_id AS pattern_id,
        standing,
        status,
        due_state,
        verification,
        unnest([1, -1]) AS commitments
    FROM commitment_spans
)

SELECT
    pattern_id,
    turned_on,
    standing,
    status,
    due_state,
    verification,
    sum(commitments)::BIGINT AS commitments
FROM turns
WHERE turned_on IS NOT NULL
GROUP BY ALL
HAVING sum(commitments) <> 0
ORDER BY pattern_id, turned_on, standing, status, due_state, verification
