-- One row per source and table: how many rows rest on it.
-- key: source_id, relation
--
-- source_id: -> sources The source.
-- rows: How many rows name it as their source.
-- without_locator: Those of them that do not say at which place they were read.

SELECT
    source_id,
    relation,
    count(*) AS rows,
    count(*) FILTER (locator IS NULL) AS without_locator
FROM fact_sources
WHERE source_id IS NOT NULL AND relation <> 'sources'
GROUP BY ALL
ORDER BY source_id, relation
