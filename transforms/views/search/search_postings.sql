-- One row per word and text that it stands in, in the order of the words: whoever looks for a word
-- reads only the blocks that have it.
-- key: word, field
-- stored: word, document, field
--
-- word: Number of the word.
-- field: Number of the text.
-- is_first: Whether a name begins with the word.

WITH found AS (
    SELECT
        field,
        document,
        weight,
        is_name,
        language,
        size,
        list_filter(search_tokens(words), LAMBDA token: NOT is_function_word(token))[1] AS beginning,
        unnest(list_distinct(search_tokens(words))) AS spelling
    FROM search_fields
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
