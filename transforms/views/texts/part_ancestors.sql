-- One row per part of a text and each part that contains it, itself included.
-- key: part_id, ancestor_id
--
-- part_id: -> instrument_parts The part.
-- ancestor_id: -> instrument_parts The part that contains it.
-- steps: How many levels lie between them; 0 for the part itself.

WITH RECURSIVE ascent AS (
    SELECT
        instrument_parts.id AS part_id,
        instrument_parts.id AS ancestor_id,
        instrument_parts.broader_id,
        0 AS steps
    FROM instrument_parts

    UNION ALL

    SELECT
        ascent.part_id,
        wider.id AS ancestor_id,
        wider.broader_id,
        ascent.steps + 1 AS steps
    FROM ascent
    JOIN instrument_parts AS wider ON wider.id = ascent.broader_id
    WHERE ascent.steps < 20
)

SELECT
    part_id,
    ancestor_id,
    steps
FROM ascent
ORDER BY part_id, steps, ancestor_id
