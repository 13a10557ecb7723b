-- What lists are composed of is known by its names: of each word, what has it in the shortest.
composing AS (
    SELECT DISTINCT unnest(documents) AS document
    FROM (
        SELECT
            max_by(
                search_postings.document,
                meant.quality * search_postings.weight * (1 + 0.8 / search_postings.size)
                -- Of those alike the first.
                - search_postings.document / 1e12,
                1000
            ) AS documents
        FROM search_postings
        JOIN meant USING (word)
        WHERE search_postings.composes AND meant.quality >= 0.7
        GROUP BY meant.token
    )
),

-- What the best stand in, where it matters which numbers stand together.
beside AS MATERIALIZED (
    SELECT
        search_contexts.document,
        search_contexts.context
    FROM search_contexts
    JOIN (
        SELECT promising.document
        FROM promising
        CROSS JOIN limits
        WHERE limits.pairs > 0
        ORDER BY promising.total_at_most DESC, promising.document
        LIMIT 500
    ) AS best USING (document)
),

hits AS MATERIALIZED (
    SELECT
        search_postings.document,
        search_postings.field,
        search_postings.role,
        any_value(search_postings.weight) AS weight,
        any_value(search_postings.size) AS size,
        bool_or(search_postings.leads) AS leads,
        bool_or(search_postings.composes) AS composes,
        any_value(CASE WHEN search_postings.language <> lang THEN 0.95 ELSE 1 END) AS of_language,
        meant.token,
        max(meant.quality) AS quality,
        arg_max(meant.spelling, meant.quality) AS spelling
    FROM search_postings
    JOIN meant USING (word)
    SEMI JOIN (SELECT document FROM promising UNION FROM composing UNION SELECT context FROM beside) AS closer
        ON closer.document = search_postings.document
    GROUP BY ALL
),

-- A text that has little else counts more, and a name that begins with it.
fields AS (
    SELECT
        hits.document,
        hits.field,
        any_value(hits.role) AS role,
        sum(weights.idf * hits.quality) * any_value(hits.weight * hits.of_language)
        * count(*) / greatest(any_value(hits.size), count(*)) AS focus,
        CASE WHEN bool_or(hits.leads) THEN 1.08 ELSE 1 END AS lead,
        count(*) >= any_value(hits.size) AS is_whole
    FROM hits
    JOIN weights USING (token)
    GROUP BY ALL
),

focused AS MATERIALIZED (
    SELECT
        document,
        arg_max(field, focus) AS field,
        arg_max(role, focus) AS role,
        arg_max(lead, focus) AS lead,
        max(focus) AS focus,
        bool_or(is_whole) AS is_whole
    FROM fields
    GROUP BY ALL
),

-- The pairs that stand together in a text too.
together AS MATERIALIZED (
    SELECT DISTINCT
        texts.document,
        spelled_pairs.first_token,
        spelled_pairs.second_token
    FROM (
        SELECT
            hits.document,
            hits.field
        FROM hits
        CROSS JOIN limits
        WHERE
            limits.pairs > 0
            AND hits.quality > 0.9
        GROUP BY ALL
        HAVING count(*) > 1
        ORDER BY sum(hits.quality * hits.weight) DESC, hits.field
        LIMIT 3000
    ) AS texts
    JOIN search_fields USING (field)
    JOIN search_phrases USING (phrase)
    JOIN (
        SELECT DISTINCT
            pairs.first_token,
            pairs.second_token,
            concat(' ', firsts.spelling, ' ', seconds.spelling, ' ') AS words
        FROM pairs
        JOIN meant AS firsts ON firsts.token = pairs.first_token AND firsts.quality > 0.9
        JOIN meant AS seconds ON seconds.token = pairs.second_token AND seconds.quality > 0.9
    ) AS spelled_pairs
        ON contains(
            concat(' ', array_to_string(search_tokens(search_phrases.words), ' '), ' '), spelled_pairs.words
        )
),

-- How many of the pairs a thing has, of the most that one has.
pairings AS (
    SELECT
        document,
        count(*) / max(count(*)) OVER () AS share
    FROM (
        FROM together
        UNION
        SELECT
            beside.document,
            together.first_token,
            together.second_token
        FROM beside
        JOIN together ON together.document = beside.context
    )
    GROUP BY document
),
