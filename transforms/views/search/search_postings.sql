-- One row per word and text that it stands in, in the order of the words: whoever looks for a word
-- reads only the blocks that have it.
-- key: word, field
-- stored: word, document, field
--
-- word: Number of the word.
-- field: Number of the text.
-- is_first: Whether a name begins with the word.

-- Once per text, and not once per word of it.
WITH texts AS MATERIALIZED (
    SELECT
        field,
        document,
        weight,
        is_name,
        language,
        size,
        search_tokens(words) AS tokens
    FROM search_fields
),

beginnings AS (
    SELECT
        *,
        CASE
            WHEN is_name THEN list_filter(tokens, LAMBDA token: NOT is_function_word(token))[1]
        END AS beginning
    FROM texts
),

found AS (
    SELECT
        * EXCLUDE (tokens),
        unnest(list_distinct(tokens)) AS spelling
    FROM beginnings
)

SELECT
    search_words.word,
    found.document,
    found.field,
    found.weight,
    found.is_name,
    found.is_name AND found.spelling = found.beginning AS is_first,
    found.language,
    found.size
FROM found
JOIN search_words USING (spelling)
ORDER BY search_words.word, found.document, found.field
