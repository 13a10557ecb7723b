-- One row per source, with how many rows of which tables rest on it; links between rows are not
-- counted.
-- key: source_id
--
-- source_id: Key of the source.
-- url: Address.
-- rows: How many rows name it as their source.
-- further_rows: How many rows name it as a further source.
-- relations: In which tables.

WITH uses AS (
    SELECT
        fact_sources.source_id,
        fact_sources.relation,
        true AS is_first
    FROM fact_sources
    WHERE fact_sources.relation IN (
{% for table in tables if table.names_source and table.name != 'citations' %}
        '{{ table.name }}'{{ '' if loop.last else ',' }}
{% endfor %}
    )

    UNION ALL

    SELECT
        source_id,
        table_name AS relation,
        false AS is_first
    FROM citations
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
    count(*) FILTER (uses.is_first) AS rows,
    count(*) FILTER (NOT uses.is_first) AS further_rows,
    coalesce(
        list(DISTINCT uses.relation ORDER BY uses.relation) FILTER (uses.relation IS NOT NULL),
        []
    ) AS relations
FROM sources
LEFT JOIN uses ON uses.source_id = sources.id
GROUP BY ALL
ORDER BY sources.id
