-- One row per record and source on which it or a row about it rests: its own source first, then
-- further ones that are cited for it, then those of the rows about it.
-- key: about_relation, about_id, source_id
--
-- source_id: -> sources The source.
-- own: Whether the record itself rests on it.
-- locator: Place in the source, where the record itself rests on it.
-- rows: How many rows about the record rest on it, its own row included.

SELECT
    named.about_relation,
    named.about_id,
    named.source_id,
    bool_or(named.relation = named.about_relation AND named.row_id = named.about_id) AS own,
    min(named.locator) FILTER (
        named.relation = named.about_relation AND named.row_id = named.about_id
    ) AS locator,
    count(DISTINCT named.relation || ' ' || named.row_id) AS rows,
    sources.title,
    sources.publisher,
    sources.url,
    sources.language,
    sources.published_on{days},
    sources.kind,
    sources.read_as
FROM mention_sources AS named
JOIN sources ON sources.id = named.source_id
GROUP BY ALL
ORDER BY named.about_relation, named.about_id, own DESC, named.source_id
