-- What was typed, word by word: as it was typed, and folded.
sequence AS MATERIALIZED (
    SELECT
        unnest(tokens) AS token,
        unnest(written) AS written,
        generate_subscripts(tokens, 1) AS position
    FROM (
        SELECT
            search_tokens(left(q, 200))[:24] AS tokens,
            written_words(left(q, 200))[:24] AS written
    )
),

typed AS (
    SELECT
        token,
        min(position) AS position,
        min_by(written, position) AS written
    FROM sequence
    GROUP BY token
),

judged AS MATERIALIZED (
    SELECT
        token,
        position,
        written,
        is_function_word(written) AS is_function,
        token ~ '^\p{N}.*' AS is_number
    FROM typed
),

-- Function words count only where there is nothing else: WHO is an organization.
content AS MATERIALIZED (
    SELECT
        token,
        position,
        written,
        is_function,
        is_number,
        coalesce(try_cast(token AS INTEGER) BETWEEN 1900 AND 2100, false) AS is_year,
        word_stem(token) AS stem,
        1 << (row_number() OVER (ORDER BY token) - 1)::INTEGER AS bit
    FROM judged
    WHERE
        NOT is_function
        OR (SELECT bool_and(every.is_function) FROM judged AS every)
        -- The letter of a paragraph.
        OR length(token) = 1 AND position - 1 IN (SELECT before.position FROM judged AS before WHERE before.is_number)
),

-- Two that stand together, one of them a number: "79/1", "para 13", "6 g".
pairs AS MATERIALIZED (
    SELECT DISTINCT
        firsts.token AS first_token,
        seconds.token AS second_token
    FROM sequence AS firsts
    JOIN sequence AS seconds ON seconds.position = firsts.position + 1
    WHERE
        firsts.token IN (SELECT token FROM content)
        AND seconds.token IN (SELECT token FROM content)
        AND (firsts.token ~ '^\p{N}.*' OR seconds.token ~ '^\p{N}.*')
),
