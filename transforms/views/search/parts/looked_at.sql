-- Words of which what is found must have one: any number that is typed but a year, so the rarest; or
-- else all but the commonest, of which nothing can have enough, nor most of all words.
essential AS MATERIALIZED (
    SELECT token
    FROM weights
    QUALIFY CASE
        WHEN max(is_number AND NOT is_year) OVER ()
            THEN is_number AND NOT is_year
            AND row_number() OVER (ORDER BY is_number AND NOT is_year DESC, idf DESC, token) = 1
        ELSE sum(idf) OVER (ORDER BY idf, token) >= (SELECT coverage * idf FROM limits)
            OR row_number() OVER (ORDER BY is_known DESC, idf DESC, token) <= (SELECT ceil(tokens / 2) FROM limits)
    END
),

words AS MATERIALIZED (
    SELECT
        meant.word,
        meant.quality,
        weights.bit,
        essential.token IS NOT NULL AS is_essential,
        -- Where most of what has a word has an essential one, all is looked at.
        coalesce(sum(meant.documents) FILTER (is_essential) OVER () < 0.15 * sum(meant.documents) OVER (), false)
        AS is_narrowed
    FROM meant
    JOIN weights USING (token)
    LEFT JOIN essential USING (token)
),

-- Only what has an essential word is looked at, or what stands beside it.
begun AS MATERIALIZED (
    SELECT search_postings.document
    FROM search_postings
    JOIN (SELECT DISTINCT word FROM words WHERE is_essential AND is_narrowed) AS essentials USING (word)
),

reached AS MATERIALIZED (
    FROM begun
    UNION ALL
    SELECT search_contexts.document
    FROM search_contexts
    SEMI JOIN begun ON begun.document = search_contexts.context
),

relevant AS MATERIALIZED (
    FROM reached
    UNION ALL
    SELECT search_contexts.context
    FROM search_contexts
    SEMI JOIN reached ON reached.document = search_contexts.document
),
