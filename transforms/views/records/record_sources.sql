-- One row per record and source on which it or a row about it rests: its own source first, then
-- further ones that are cited for it, then those of the rows about it.
-- key: about_relation, about_id, source_id
--
-- source_id: -> sources The source.
-- own: Whether the record itself rests on it.
-- locator: Place in the source, where the record itself rests on it.
-- rows: How many rows about the record rest on it, its own row included.

-- Counted before the sources are named, by few and short columns.
WITH counted AS (
    SELECT
        about_relation,
        about_id,
        source_id,
        bool_or(relation = about_relation AND row_id = about_id) AS own,
        min(locator) FILTER (relation = about_relation AND row_id = about_id) AS locator,
        count(DISTINCT relation || ' ' || row_id) AS rows
    FROM mention_sources
    GROUP BY about_relation, about_id, source_id
)

SELECT
    counted.about_relation,
    counted.about_id,
    counted.source_id,
    counted.own,
    counted.locator,
    counted.rows,
    sources.title,
    sources.publisher,
    sources.url,
    sources.language,
    sources.published_on{days},
    sources.kind,
    sources.read_as
FROM counted
JOIN sources ON sources.id = counted.source_id
ORDER BY counted.about_relation, counted.about_id, counted.own DESC, counted.source_id
