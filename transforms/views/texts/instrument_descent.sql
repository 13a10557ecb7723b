-- One row per text and each text it bears on or that bears on it; every relation is told from both
-- sides. A draft is not its resolution: they are two texts of one line.
-- key: instrument_id, direction, relation, other_id
--
-- instrument: Short title of the text.
-- instrument_symbol: Official symbol of the text.
-- direction: [descent_direction] 'forward': the text, the relation, the other; 'backward': the
-- other, the relation, the text.
-- relation: How the one bears on the other.
-- other_id: -> instruments The other text.
-- other: Short title of the other.
-- other_symbol: Official symbol of the other.
-- other_status: [instrument_status] Where the other stands today.
-- line: Key of the first text of the line of descent.

WITH relations AS (
    SELECT
        from_id,
        to_id,
        relation,
        source_id,
        locator,
        confidence
    FROM instrument_relations

    UNION ALL

    SELECT
        id AS from_id,
        part_of_id AS to_id,
        'part_of' AS relation,
        source_id,
        locator,
        confidence
    FROM instruments
    WHERE part_of_id IS NOT NULL
),

both_sides AS (
    SELECT
        from_id AS instrument_id,
        'forward' AS direction,
        to_id AS other_id,
        relations.* EXCLUDE (from_id, to_id)
    FROM relations

    UNION ALL

    SELECT
        to_id AS instrument_id,
        'backward' AS direction,
        from_id AS other_id,
        relations.* EXCLUDE (from_id, to_id)
    FROM relations
)

SELECT
    both_sides.instrument_id,
    own.short_title_{language} AS instrument_{language},
    own.symbol AS instrument_symbol,
    both_sides.direction,
    both_sides.relation,
    both_sides.other_id,
    others.short_title_{language} AS other_{language},
    others.symbol AS other_symbol,
    others.status AS other_status,
    instrument_lines.line,
    both_sides.source_id,
    both_sides.locator,
    both_sides.confidence
FROM both_sides
JOIN instruments AS own ON own.id = both_sides.instrument_id
JOIN instruments AS others ON others.id = both_sides.other_id
JOIN instrument_lines ON instrument_lines.instrument_id = both_sides.instrument_id
ORDER BY both_sides.instrument_id, both_sides.direction, both_sides.relation, both_sides.other_id
