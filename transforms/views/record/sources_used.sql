-- One row per source, with how many rows of which tables rest on it; links between rows are not
-- counted.
-- key: source_id
--
-- source_id: Key of the source.
-- url: Address.
-- rows: How many rows name it as their source.
-- relations: In which tables.

WITH uses AS (
    SELECT
        source_id,
        relation,
        rows,
        further_rows
    FROM source_uses
    WHERE relation IN (
{% for table in tables if table.names_source and table.name != 'citations' %}
        '{{ table.name }}'{{ '' if loop.last else ',' }}
{% endfor %}
    )
)

SELECT
    sources.id AS source_id,
    sources.publisher,
    sources.title,
    sources.language,
    sources.url,
    sources.published_on{days},
    sources.kind,
    sources.read_as,
    sources.confidence,
    coalesce(sum(uses.rows), 0)::BIGINT AS rows,
    coalesce(sum(uses.further_rows), 0)::BIGINT AS further_rows,
    coalesce(
        list(DISTINCT uses.relation ORDER BY uses.relation) FILTER (uses.relation IS NOT NULL),
        []
    ) AS relations
FROM sources
LEFT JOIN uses ON uses.source_id = sources.id
GROUP BY ALL
ORDER BY sources.id
