-- One row per milestone, assessment, reported count and figure: since when a source that is cited
-- for it was out.
-- key: row_table, row_id
-- stored: row_table, row_id
--
-- row_table: -> dictionary The table.
-- source_published_on: First day that the publication of the row's own source can mean; empty if
-- nobody knows.
-- told_on: Former name of source_published_on; it goes with the next release.
-- known_on: The same of whichever cited source came out first.

WITH facts AS (
    SELECT
        'milestones' AS row_table,
        id AS row_id,
        source_id
    FROM milestones

    UNION ALL

    SELECT
        'assessments' AS row_table,
        id AS row_id,
        source_id
    FROM assessments

    UNION ALL

    SELECT
        'reported_counts' AS row_table,
        id AS row_id,
        source_id
    FROM reported_counts

    UNION ALL

    SELECT
        'initiative_figures' AS row_table,
        id AS row_id,
        source_id
    FROM initiative_figures

    UNION ALL

    SELECT
        'actor_figures' AS row_table,
        id AS row_id,
        source_id
    FROM actor_figures
),

further AS (
    SELECT
        citations.table_name AS row_table,
        citations.row_id,
        min(sources.published_on_earliest) AS published_on
    FROM citations
    JOIN sources ON sources.id = citations.source_id
    GROUP BY ALL
)

SELECT
    facts.row_table,
    facts.row_id,
    sources.published_on_earliest AS source_published_on,
    source_published_on AS told_on,
    least(sources.published_on_earliest, further.published_on) AS known_on
FROM facts
JOIN sources ON sources.id = facts.source_id
LEFT JOIN further ON further.row_table = facts.row_table AND further.row_id = facts.row_id
ORDER BY facts.row_table, facts.row_id
