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

-- With several words, only what has an essential one is looked at, or what stands beside it.
several AS MATERIALIZED (
    SELECT
        meant.word,
        meant.quality,
        meant.documents,
        weights.bit,
        essential.token IS NOT NULL AS is_essential
    FROM meant
    JOIN weights USING (token)
    LEFT JOIN essential USING (token)
    WHERE (SELECT tokens > 1 FROM limits)
),

-- Where most of what has a word has an essential one, all is looked at.
selective AS MATERIALIZED (
    SELECT coalesce(sum(documents) FILTER (is_essential) < 0.4 * sum(documents), false) AS is_so
    FROM several
),

begun AS MATERIALIZED (
    SELECT search_postings.document
    FROM search_postings
    JOIN (SELECT DISTINCT word FROM several WHERE is_essential AND (SELECT is_so FROM selective)) AS words
        USING (word)
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
