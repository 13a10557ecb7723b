-- One row per different text that the search looks through, with its words: many things have the
-- same one, and it is taken apart once.
-- key: phrase
-- stored: phrase
--
-- phrase: Number of the text, in the order of the alphabet.
-- tokens: Its different words and numbers as a search compares them, in no order.
-- size: How many different words it has.
-- beginning: Its first word that is no function word.

WITH different AS (
    SELECT DISTINCT words
    FROM search_texts
),

split AS (
    SELECT
        words,
        search_tokens(words) AS in_order
    FROM different
),

compared AS (
    SELECT
        split.words,
        list_distinct(in_order) AS tokens,
        CASE
            WHEN list_contains(nothing.words, in_order[1])
                THEN list_filter(in_order, LAMBDA token: NOT list_contains(nothing.words, token))[1]
            ELSE in_order[1]
        END AS beginning
    FROM split
    CROSS JOIN (SELECT list(word) AS words FROM search_function_words) AS nothing
)

SELECT
    (row_number() OVER (ORDER BY words))::INTEGER AS phrase,
    words,
    tokens,
    len(tokens)::INTEGER AS size,
    beginning
FROM compared
ORDER BY phrase
