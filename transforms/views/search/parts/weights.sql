documents AS MATERIALIZED (
    SELECT
        max(last_document) AS documents,
        -- The number of the first promise: those before it are few.
        max(first_document) FILTER (kind = 'commitment') AS first_promise
    FROM search_document_ranges
),

-- A word that few things have says more than one that many have.
weights AS MATERIALIZED (
    SELECT
        content.token,
        content.position,
        content.written,
        content.bit,
        content.is_number,
        content.is_year,
        content.typed_tokens,
        count(meant.word) > 0 AS is_known,
        ln(
            1 + any_value(documents.documents)
            / coalesce(max(meant.documents) FILTER (meant.quality = 1), sum(meant.documents), 0.5)
        )::FLOAT AS idf
    FROM content
    CROSS JOIN documents
    LEFT JOIN meant USING (token)
    GROUP BY ALL
),

limits AS MATERIALIZED (
    SELECT
        count(token) AS tokens,
        coalesce(any_value(typed_tokens) > count(token), false) AS is_sentence,
        count(*) FILTER (is_number) AS numbers,
        count(*) FILTER (is_number AND NOT is_year) AS numbers_but_years,
        count(*) FILTER (NOT is_year) AS tokens_of_lists,
        sum(idf) AS idf,
        (SELECT count(*) FROM pairs) AS pairs,
        any_value(documents.first_promise) AS first_promise,
        any_value(dated.day) AS day,
        coalesce(year(any_value(dated.day))::VARCHAR, max(token) FILTER (is_year)) AS year,
        max(idf) FILTER (is_year) AS idf_of_year,
        CASE WHEN bool_or(is_number) THEN 0.8 WHEN count(token) < 3 THEN 0.7 WHEN count(token) < 6 THEN 0.6 ELSE 0.42 END AS coverage
    FROM dated
    CROSS JOIN documents
    LEFT JOIN weights ON true
),
