-- How well a thing has each token, and how much of the text is that token.
own AS MATERIALIZED (
    SELECT
        search_postings.document,
        several.token,
        max(several.quality * search_postings.weight) AS best,
        max(several.quality * search_postings.weight / search_postings.size) AS share
    FROM search_postings
    JOIN several USING (word)
    SEMI JOIN relevant ON relevant.document = search_postings.document
    GROUP BY ALL

    UNION ALL

    SELECT
        search_postings.document,
        single.token,
        max(single.quality * search_postings.weight) AS best,
        max(single.quality * search_postings.weight / search_postings.size) AS share
    FROM search_postings
    JOIN (FROM meant WHERE (SELECT tokens = 1 FROM limits)) AS single USING (word)
    GROUP BY ALL
),

-- Names of the text find a commitment that has the other words.
lent AS (
    SELECT
        search_contexts.document,
        own.token,
        max(own.best) * 0.5 AS best,
        0 AS share
    FROM search_contexts
    JOIN own ON own.document = search_contexts.context
    SEMI JOIN own AS having_own ON having_own.document = search_contexts.document
    WHERE (SELECT tokens > 1 FROM limits)
    GROUP BY ALL
),

found AS (
    SELECT
        document,
        token,
        max(best) AS best,
        max(share) AS share
    FROM (FROM own UNION ALL FROM lent)
    GROUP BY ALL
),

scores AS (
    SELECT
        found.document,
        sum(found.best * weights.idf) AS score,
        sum(found.share * weights.idf) * count(*) AS focus_at_most,
        sum(weights.idf) AS idf,
        count(*) AS tokens,
        bit_or(weights.bit) AS bits,
        count(*) FILTER (weights.is_number) AS numbers
    FROM found
    JOIN weights USING (token)
    GROUP BY ALL
),

-- What has enough of the words, and what has most of them where nothing has enough; but who types a
-- number means that one.
weighed AS MATERIALIZED (
    SELECT
        scores.document,
        scores.score,
        scores.numbers,
        scores.bits,
        search_documents.kind,
        search_documents.factor,
        search_documents.mentions,
        (scores.score + 0.8 * least(scores.score, scores.focus_at_most)) * search_documents.factor AS total_at_most,
        scores.idf >= limits.coverage * limits.idf AND scores.numbers >= limits.numbers AS has_enough
    FROM scores
    JOIN search_documents USING (document)
    CROSS JOIN limits
    WHERE
        search_documents.kind <> 'list'
        AND (has_enough OR limits.tokens > 2 AND 2 * scores.tokens > limits.tokens AND limits.numbers_but_years = 0)
),

enough AS MATERIALIZED (
    SELECT coalesce(bool_or(has_enough), false) AS is_there
    FROM weighed
),

matching AS MATERIALIZED (
    FROM weighed
    WHERE has_enough OR NOT (SELECT is_there FROM enough)
),

counts AS MATERIALIZED (
    SELECT
        kind,
        count(*) AS of_kind
    FROM matching
    GROUP BY kind
),

-- Only what can be among the first is looked at more closely.
promising AS MATERIALIZED (
    SELECT *
    FROM matching
    ORDER BY total_at_most DESC, document
    LIMIT 2000
),
