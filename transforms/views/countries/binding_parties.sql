-- One row per pattern of addressed actors and each of them; also its text, where who signed,
-- endorsed or adhered to that makes a difference to whom it commits.
-- key: party_id, pattern_id
-- stored: party_id, pattern_id
--
-- party_id: -> actors, instruments The actor or the text.
-- pattern_id: The pattern, as in binding_patterns.
-- is_text: Whether it is the text.

WITH patterns AS (
    SELECT
        pattern_id,
        instrument_id,
        addressee
    FROM binding_patterns
    WHERE commitment_id = pattern_id
)

SELECT
    commitment_actors.actor_id AS party_id,
    patterns.pattern_id,
    false AS is_text,
    patterns.addressee
FROM patterns
JOIN commitment_actors ON commitment_actors.commitment_id = patterns.pattern_id

UNION ALL

SELECT
    instrument_id AS party_id,
    pattern_id,
    true AS is_text,
    addressee
FROM patterns
WHERE instrument_id IS NOT NULL
ORDER BY party_id, pattern_id
