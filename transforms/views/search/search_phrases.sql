-- One row per different text that the search looks through, with its words: many things have the
-- same one, and it is taken apart once.
-- key: phrase
-- stored: phrase
--
-- phrase: Number of the text, in the order of the alphabet.
-- tokens: Its words and numbers as a search compares them, in their order.
-- size: How many different words it has.
-- beginning: Its first word that is no function word.

WITH different AS (
    SELECT DISTINCT words
    FROM search_texts
),

split AS (
    SELECT
        words,
        search_tokens(words) AS tokens
    FROM different
)

SELECT
    (row_number() OVER (ORDER BY words))::INTEGER AS phrase,
    words,
    tokens,
    list_unique(tokens)::INTEGER AS size,
    CASE
        WHEN is_function_word(tokens[1]) THEN list_filter(tokens, LAMBDA token: NOT is_function_word(token))[1]
        ELSE tokens[1]
    END AS beginning
FROM split
ORDER BY phrase
