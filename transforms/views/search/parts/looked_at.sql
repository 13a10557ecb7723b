-- Words of which what is found must have one: any number that is typed but a year, so the rarest; or
-- else all but the commonest, of which nothing can have enough, nor most of all words.
marked AS (
    SELECT
        weights.token,
        weights.bit,
        CASE
            WHEN limits.numbers_but_years > 0
                THEN is_number AND NOT is_year
                AND row_number() OVER (ORDER BY is_number AND NOT is_year DESC, weights.idf DESC, token) = 1
            ELSE sum(weights.idf) OVER (ORDER BY weights.idf, token) >= limits.coverage * limits.idf
                OR row_number() OVER (ORDER BY is_known DESC, weights.idf DESC, token) <= ceil(limits.tokens / 2)
        END AS is_essential
    FROM weights
    CROSS JOIN limits
),

words AS MATERIALIZED (
    SELECT
        meant.word,
        meant.quality,
        marked.bit,
        marked.is_essential,
        -- Where most of what has a word has an essential one, all is looked at.
        coalesce(sum(meant.documents) FILTER (is_essential) OVER () < 0.15 * sum(meant.documents) OVER (), false)
        AS is_narrowed
    FROM meant
    JOIN marked USING (token)
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

relevant AS (
    FROM reached
    UNION ALL
    SELECT search_contexts.context
    FROM search_contexts
    SEMI JOIN reached ON reached.document = search_contexts.document
),
