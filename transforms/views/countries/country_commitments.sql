-- One row per commitment made by the day and way in which it commits one country: it names the
-- country, the country signed up to the text, or it addresses the members of a body or group that
-- the country is in. Derived memberships commit nobody.
-- key: commitment_id, way, through_id
-- parameters: country VARCHAR, day DATE
--
-- source_id: Source of the act or membership, or of the commitment that names the country.

WITH made AS (
    SELECT
        commitment_id,
        binding_pattern_id
    FROM commitment_spans
    WHERE
        since <= day
        AND coalesce(until > day, true)
        AND standing = 'made'
)

SELECT
    made.commitment_id,
    bindings.way,
    bindings.through_id,
    bindings.through_{language},
    bindings.role,
    bindings.certainty,
    bindings.universal,
    coalesce(bindings.source_id, commitments.source_id) AS source_id,
    CASE WHEN bindings.way = 'named' THEN commitments.locator ELSE bindings.locator END AS locator
FROM country_bindings(country, day) AS bindings
JOIN made ON made.binding_pattern_id = bindings.pattern_id
LEFT JOIN commitments
    ON bindings.way = 'named'
    AND commitments.id = made.commitment_id
ORDER BY made.commitment_id, bindings.way, bindings.through_id
