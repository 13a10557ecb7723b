candidates AS (
    SELECT
        document,
        kind,
        mentions,
        field,
        total,
        bits,
        NULL AS list,
        NULL AS is_of_year,
        NULL AS first_value,
        NULL AS second_value
    FROM records
    -- What lacks a word is no answer where a list has them all.
    WHERE (SELECT bool_or(has_enough) FROM enough) OR NOT EXISTS (FROM lists)

    UNION ALL

    SELECT
        document,
        'list' AS kind,
        0 AS mentions,
        NULL AS field,
        total,
        NULL AS bits,
        id AS list,
        is_of_year,
        first_value,
        second_value
    FROM lists
),

nested AS (
    SELECT search_contexts.document
    FROM search_contexts
    JOIN records ON records.document = search_contexts.context AND records.is_name
),

ordered AS (
    SELECT
        candidates.*,
        search_kinds.factor_alone,
        candidates.document IN (SELECT document FROM nested) AS is_nested
    FROM candidates
    JOIN search_kinds USING (kind)
),

-- One word finds much: what is found with its own text or body, whose page has it, stands back, and
-- so do the further ones of a kind; those found equally well do so equally.
ranked AS (
    SELECT
        ordered.*,
        coalesce(counts.of_kind, count(*) OVER (PARTITION BY ordered.kind)) AS of_kind,
        CASE
            WHEN limits.tokens > 1 THEN total
            WHEN is_nested THEN total * 0.7
            ELSE total * factor_alone * 0.98
            ** dense_rank() OVER (PARTITION BY ordered.kind, is_nested ORDER BY round(total, 3) DESC)
        END AS placed
    FROM ordered
    CROSS JOIN limits
    LEFT JOIN counts ON counts.kind = ordered.kind
),

placed AS MATERIALIZED (
    SELECT
        *,
        row_number() OVER (ORDER BY placed DESC, mentions DESC, list, document) AS rank
    FROM ranked
    QUALIFY rank <= 50
),
