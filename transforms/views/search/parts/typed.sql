-- What was typed, word by word: as it was typed, and folded.
sequence AS MATERIALIZED (
    SELECT
        unnest(tokens) AS token,
        unnest(written) AS written,
        unnest(list_slice(list_prepend(NULL, tokens), 1, len(tokens))) AS token_before,
        generate_subscripts(tokens, 1) AS position
    FROM (
        SELECT
            search_tokens(words)[:24] AS tokens,
            written_words(words)[:24] AS written
        FROM (SELECT with_years(left(q, 200)) AS words)
    )
),

typed AS (
    SELECT
        token,
        min(position) AS position,
        min_by(written, position) AS written,
        arg_min_null(token_before, position) AS token_before
    FROM sequence
    GROUP BY token
),

judged AS MATERIALIZED (
    SELECT
        token,
        position,
        written,
        is_function_word(written) AS is_function,
        token ~ '^\p{N}.*' AS is_number,
        coalesce(token_before ~ '^\p{N}.*', false) AS follows_number
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
    FROM (
        SELECT
            *,
            bool_and(is_function) OVER () AS has_only_functions
        FROM judged
    )
    WHERE
        NOT is_function
        OR has_only_functions
        -- The letter of a paragraph.
        OR length(token) = 1 AND follows_number
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
