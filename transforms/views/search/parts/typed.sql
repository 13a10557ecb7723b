-- A day or a month that was typed: with the name of the month, or in figures that no slash or dash joins
-- to others, as in a symbol.
{% set months = languages | map(attribute="months") | sum(start=()) | unique | list %}
{% set month = "(" ~ months | map(attribute=0) | join("|") | replace("'", "''") ~ ")\\.?" %}
{% set day = "(0?[1-9]|[12][0-9]|3[01])" %}
{% set year = "((?:19|20)[0-9]{2})" %}
{% set small = "(?:[^\\s0-9]{1,3}\\s+)?" %}
{# What may stand around or within a day that is pasted: no space or sign to the pattern. #}
{% set blanks = "\u00a0\u202f“”„«»[]\"" %}
{% set signs = blanks ~ ".,;:?!()/-–’''" %}
spelled_date AS (
    SELECT
        words,
        regexp_extract(
            words,
            '(?:^|[\s(,;:?!])(' || '{{ day }}[^\s0-9]{0,3}\s+{{ small }}{{ month }},?\s+{{ small }}{{ year }}'
            || '|{{ month }}\s+{{ day }}[^\s0-9,]{0,2},?\s+{{ year }}|{{ month }},?\s+{{ small }}{{ year }}'
            || '|{{ year }}-(0[1-9]|1[0-2])-{{ day }}|{{ day }}[./](0?[1-9]|1[0-2])[./]{{ year }})(?:$|[\s).,;:?!])',
            ['typed', 'd1', 'm1', 'y1', 'm2', 'd2', 'y2', 'm3', 'y3', 'y4', 'n4', 'd4', 'd5', 'n5', 'y5']
        ) AS date
    FROM (SELECT translate(lower(with_years(left(q, 200))), '{{ blanks }}', repeat(' ', {{ blanks | length }})) AS words)
),

numbered_date AS (
    SELECT
        words,
        date.typed,
        concat(date.d1, date.d2, date.d4, date.d5) AS day,
        concat(
            date.y1, date.y2, date.y3, date.y4, date.y5, '-', date.n4, date.n5,
            regexp_extract(
                '{% for name, number in months %} {{ "%02d" % number }}{{ name | replace("'", "''") }}{% endfor %} ',
                concat('([0-9]{2})', lower(concat(date.m1, date.m2, date.m3)), ' '),
                1
            ),
            '-'
        ) AS month
    FROM spelled_date
),

-- Of a month the last day, as of a year.
dated AS MATERIALIZED (
    SELECT
        words,
        typed,
        CASE
            WHEN day = '' THEN last_day(try_cast(month || '01' AS DATE))
            ELSE try_cast(month || day AS DATE)
        END AS day
    FROM numbered_date
),

-- What was typed beside it, word by word: as it was typed, and folded.
sequence AS MATERIALIZED (
    SELECT
        unnest(tokens) AS token,
        unnest(written) AS written,
        unnest(list_slice(list_prepend(NULL, tokens), 1, len(tokens))) AS token_before,
        generate_subscripts(tokens, 1) AS position
    FROM (
        SELECT
            written,
            -- As search_tokens does, without taking the text apart again, which is what takes long.
            list_transform(written, LAMBDA word: replace(strip_accents(word), 'œ', 'oe')) AS tokens
        FROM (
            SELECT written_words(CASE WHEN day IS NULL THEN words ELSE replace(words, typed, ' ') END)[:24] AS written
            FROM dated
        )
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
        word IS NOT NULL AS is_function,
        is_short_name
        AND (
            -- A name in capitals beside small letters: the UN is no article, nor is WHO a question.
            q <> upper(q)
            AND contains(
                concat(' ', translate(q, '{{ signs }}', repeat(' ', {{ signs | length }})), ' '),
                concat(' ', upper(written), ' ')
            )
            -- Nor are "un members" French, on a page in English, without another word that is.
            OR is_foreign AND count(*) FILTER (is_foreign AND NOT is_short_name) OVER () = 0
        ) AS is_name,
        token ~ '^[0-9].*' AS is_number,
        coalesce(token_before ~ '^[0-9].*', false) AS follows_number
    FROM (
        SELECT
            typed.*,
            function_words.word,
            coalesce(NOT list_contains(function_words.languages, lang), false) AS is_foreign,
            typed.written IN (SELECT name FROM search_names WHERE length BETWEEN 2 AND 5) AS is_short_name
        FROM typed
        LEFT JOIN search_function_words AS function_words ON function_words.word = typed.written
    )
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
        1 << (row_number() OVER (ORDER BY token) - 1)::INTEGER AS bit,
        typed_tokens
    FROM (
        SELECT
            judged.*,
            bool_and(is_function AND NOT is_name) OVER () AND dated.day IS NULL AS has_only_functions,
            count(*) OVER () AS typed_tokens
        FROM judged
        CROSS JOIN dated
    )
    WHERE
        NOT is_function
        OR is_name
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
    JOIN content AS first_words ON first_words.token = firsts.token
    JOIN content AS second_words ON second_words.token = seconds.token
    WHERE first_words.is_number OR second_words.is_number
),
