-- How well a thing has each token, and how much of the text is that token.
own AS MATERIALIZED (
    SELECT
        search_postings.document,
        several.bit,
        max(several.quality * search_postings.weight) AS best,
        max(several.quality * search_postings.weight / search_postings.size) AS share
    FROM search_postings
    JOIN several USING (word)
    WHERE
        NOT (SELECT is_so FROM selective)
        OR search_postings.document IN (SELECT relevant.document FROM relevant)
    GROUP BY ALL

    UNION ALL

    SELECT
        search_postings.document,
        1 AS bit,
        max(single.quality * search_postings.weight) AS best,
        max(single.quality * search_postings.weight / search_postings.size) AS share
    FROM search_postings
    JOIN (FROM meant WHERE (SELECT tokens = 1 FROM limits)) AS single USING (word)
    GROUP BY ALL
),

owned AS MATERIALIZED (
    SELECT
        own.document,
        sum(own.best * weights.idf) AS score,
        sum(own.share * weights.idf) AS share,
        sum(weights.idf) AS idf,
        count(*) AS tokens,
        bit_or(own.bit) AS bits,
        count(*) FILTER (weights.is_number) AS numbers
    FROM own
    JOIN weights USING (bit)
    GROUP BY own.document
),

-- Names of the text find a commitment that has the other words.
lent AS (
    SELECT
        search_contexts.document,
        own.bit,
        max(own.best) * 0.5 AS best
    FROM search_contexts
    JOIN owned ON owned.document = search_contexts.document
    JOIN own ON own.document = search_contexts.context AND own.bit & owned.bits = 0
    WHERE (SELECT tokens > 1 FROM limits)
    GROUP BY ALL
),

lent_together AS (
    SELECT
        lent.document,
        sum(lent.best * weights.idf) AS score,
        sum(weights.idf) AS idf,
        count(*) AS tokens,
        bit_or(lent.bit) AS bits,
        count(*) FILTER (weights.is_number) AS numbers
    FROM lent
    JOIN weights USING (bit)
    GROUP BY lent.document
),

scores AS (
    SELECT
        owned.document,
        owned.score + coalesce(lent_together.score, 0) AS score,
        owned.tokens + coalesce(lent_together.tokens, 0) AS tokens,
        owned.share * (owned.tokens + coalesce(lent_together.tokens, 0)) AS focus_at_most,
        owned.idf + coalesce(lent_together.idf, 0) AS idf,
        owned.bits | coalesce(lent_together.bits, 0) AS bits,
        owned.numbers + coalesce(lent_together.numbers, 0) AS numbers
    FROM owned
    LEFT JOIN lent_together ON lent_together.document = owned.document
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
        AND (
            has_enough
            OR limits.numbers_but_years = 0
            AND (
                limits.tokens > 2 AND 2 * scores.tokens > limits.tokens
                -- In a sentence one word is enough where it is a whole name; two alone are one name.
                OR limits.is_sentence AND scores.tokens = 1 AND scores.focus_at_most >= 0.95 * scores.idf
            )
        )
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
