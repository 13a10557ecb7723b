-- How well the best have each token, and how much of the text is that token.
own AS MATERIALIZED (
    SELECT
        search_postings.document,
        words.bit,
        max(words.quality * search_postings.weight) AS best,
        max(words.quality * search_postings.weight / search_postings.size) AS share
    FROM search_postings
    JOIN words USING (word)
    SEMI JOIN (
        FROM best
        UNION ALL
        SELECT search_contexts.context
        FROM search_contexts
        SEMI JOIN best USING (document)
    ) AS looked_at USING (document)
    GROUP BY ALL
),

owned AS MATERIALIZED (
    SELECT
        own.document,
        sum(own.best * weights.idf) AS score,
        sum(own.share * weights.idf) AS share,
        count(*) AS tokens,
        bit_or(own.bit) AS bits,
        count(*) FILTER (weights.is_number) AS numbers
    FROM own
    JOIN weights USING (bit)
    GROUP BY own.document
),

-- What the text lends counts half.
lent_scores AS (
    SELECT
        lent_tokens.document,
        sum(lent_tokens.best * weights.idf) AS score,
        count(*) AS tokens,
        bit_or(lent_tokens.bit) AS bits,
        count(*) FILTER (weights.is_number) AS numbers
    FROM (
        SELECT
            search_contexts.document,
            own.bit,
            max(own.best) * 0.5 AS best
        FROM search_contexts
        JOIN owned ON owned.document = search_contexts.document
        JOIN own ON own.document = search_contexts.context AND own.bit & owned.bits = 0
        CROSS JOIN limits
        WHERE limits.tokens > 1
        GROUP BY ALL
    ) AS lent_tokens
    JOIN weights USING (bit)
    GROUP BY lent_tokens.document
),

scores AS (
    SELECT
        owned.document,
        owned.score + coalesce(lent_scores.score, 0) AS score,
        owned.share * (owned.tokens + coalesce(lent_scores.tokens, 0)) AS focus_at_most,
        owned.bits | coalesce(lent_scores.bits, 0) AS bits,
        owned.numbers + coalesce(lent_scores.numbers, 0) AS numbers
    FROM owned
    SEMI JOIN best ON best.document = owned.document
    LEFT JOIN lent_scores ON lent_scores.document = owned.document
),

-- Only what can be among the first is looked at more closely.
promising AS MATERIALIZED (
    SELECT
        scores.document,
        scores.score,
        scores.numbers,
        scores.bits,
        search_documents.kind,
        search_documents.factor,
        search_documents.mentions,
        (scores.score + 0.8 * least(scores.score, scores.focus_at_most)) * search_documents.factor AS total_at_most
    FROM scores
    JOIN search_documents USING (document)
    WHERE search_documents.kind <> 'list'
    ORDER BY total_at_most DESC, scores.document
    LIMIT 2000
),
