-- One row per part that a text can play for a thing that is searched: how much words found there
-- count, and whether the text is a name.
-- key: role
-- stored: role
--
-- role: [name_kind, search_role] What the text is for the thing.
-- weight: How much a word found there counts, from 0 to 1.
-- is_name: Whether the text is a name of the thing.

SELECT
    role,
    weight::DOUBLE AS weight,
    is_name
FROM (
    VALUES
    ('official', 1.0, true),
    ('name', 1.0, true),
    ('headline', 1.0, true),
    ('acronym', 1.0, true),
    ('symbol', 1.0, true),
    ('short', 0.97, true),
    ('alias', 0.97, true),
    ('title', 0.95, true),
    ('former', 0.9, true),
    ('misnomer', 0.85, true),
    ('list', 1.0, true),
    ('paragraph', 0.8, false),
    ('summary', 0.8, false),
    ('draft', 0.8, false),
    ('publisher', 0.7, false),
    ('terms', 0.5, false),
    ('definition', 0.5, false),
    ('description', 0.4, false),
    ('kind', 0.4, false),
    ('date', 0.4, false),
    ('place', 0.4, false),
    ('content', 0.3, false)
) AS weights (role, weight, is_name)
ORDER BY role
