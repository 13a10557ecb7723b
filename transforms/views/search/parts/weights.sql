-- A word that few things have says more than one that many have.
weights AS MATERIALIZED (
    SELECT
        content.token,
        content.position,
        content.written,
        content.bit,
        content.is_number,
        content.is_year,
        count(meant.word) > 0 AS is_known,
        ln(
            1 + (SELECT max(last_document) FROM search_document_ranges)
            / coalesce(max(meant.documents) FILTER (meant.quality = 1), sum(meant.documents), 0.5)
        )::FLOAT AS idf
    FROM content
    LEFT JOIN meant USING (token)
    GROUP BY ALL
),

limits AS MATERIALIZED (
    SELECT
        count(*) AS tokens,
        (SELECT count(*) FROM judged) > count(*) AS is_sentence,
        count(*) FILTER (is_number) AS numbers,
        count(*) FILTER (is_number AND NOT is_year) AS numbers_but_years,
        count(*) FILTER (NOT is_year) AS tokens_of_lists,
        sum(idf) AS idf,
        (SELECT count(*) FROM pairs) AS pairs,
        -- The number of the first promise: those before it are few.
        (SELECT first_document FROM search_document_ranges WHERE kind = 'commitment') AS first_promise,
        (SELECT day FROM dated) AS day,
        coalesce((SELECT year(day)::VARCHAR FROM dated), max(token) FILTER (is_year)) AS year,
        max(idf) FILTER (is_year) AS idf_of_year,
        CASE WHEN bool_or(is_number) THEN 0.8 WHEN count(*) < 3 THEN 0.7 WHEN count(*) < 6 THEN 0.6 ELSE 0.42 END AS coverage
    FROM weights
),
