-- One row per commitment made by the day that commits one country; treaties that do not bind it yet
-- are left out.
-- key: commitment_id
-- parameters: country VARCHAR, day DATE
--
-- own: Whether it commits the country otherwise than as one of all States.
-- status: Status on the day.

WITH binding AS (
    SELECT
        pattern_id,
        bool_or(NOT universal) AS own
    FROM country_bindings(country, day)
    WHERE way <> 'pending'
    GROUP BY pattern_id
)

SELECT
    spans.commitment_id,
    binding.own,
    spans.instrument_id,
    spans.status,
    spans.due_on_latest,
    spans.due_state
FROM commitment_spans AS spans
JOIN binding ON binding.pattern_id = spans.binding_pattern_id
WHERE
    spans.since <= day
    AND coalesce(spans.until > day, true)
    AND spans.standing = 'made'
ORDER BY spans.commitment_id
