-- One row per kind of thing that is searched: how much it counts beside the others.
-- key: kind
-- stored: kind
--
-- kind: [record_kind, search_kind] The kind.
-- factor: What the score of its things is multiplied by.
-- factor_alone: The same again where one word is typed: it rarely means one promise among many.

SELECT
    kind,
    factor::DOUBLE AS factor,
    factor_alone::DOUBLE AS factor_alone
FROM (
    VALUES
    ('country', 1.0, 1.0),
    ('organization', 1.0, 1.0),
    ('text', 1.0, 1.0),
    ('programme', 1.0, 1.0),
    ('topic', 1.0, 1.0),
    ('person', 1.0, 1.0),
    ('list', 1.0, 1.0),
    ('commitment', 0.9, 0.75),
    ('milestone', 0.85, 1.0),
    ('source', 0.7, 1.0)
) AS kinds (kind, factor, factor_alone)
ORDER BY kind
