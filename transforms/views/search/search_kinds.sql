-- One row per kind of thing that is searched: how much it counts beside the others.
-- key: kind
-- stored: kind
--
-- kind: [record_kind, search_kind] The kind.
-- position: Its place where documents are numbered: those whose names find others come before promises.
-- factor: What the score of its things is multiplied by.
-- factor_alone: The same again where one word is typed: it rarely means one promise among many.

SELECT
    kind,
    position::INTEGER AS position,
    factor::DOUBLE AS factor,
    factor_alone::DOUBLE AS factor_alone
FROM (
    VALUES
    ('country', 1, 1.0, 1.0),
    ('organization', 2, 1.0, 1.0),
    ('text', 3, 1.0, 1.0),
    ('programme', 4, 1.0, 1.0),
    ('topic', 5, 1.0, 1.0),
    ('person', 6, 1.0, 1.0),
    ('commitment', 7, 0.9, 0.75),
    ('milestone', 8, 0.85, 1.0),
    ('source', 9, 0.7, 1.0),
    ('list', 10, 1.0, 1.0)
) AS kinds (kind, position, factor, factor_alone)
ORDER BY kind
