-- One row per different text that the search looks through, with its words: many things have the
-- same one, and it is taken apart once.
-- key: phrase
-- stored: phrase
--
-- phrase: Number of the text, in the order of the alphabet.
-- words: The text.
-- tokens: Its different words and numbers as a search compares them, in no order.
-- size: How many different words it has.
-- beginning: Its first word that is no function word.

WITH
{% include "search/parts/gathered.sql" %},

-- They are numbered before they are taken apart: sorting moves less.
different AS (
    SELECT
        words,
        (row_number() OVER (ORDER BY words))::INTEGER AS phrase
    FROM (SELECT DISTINCT words FROM gathered WHERE words IS NOT NULL)
),

split AS (
    SELECT
        phrase,
        words,
        search_tokens(words) AS in_order
    FROM different
)

SELECT
    split.phrase,
    split.words,
    list_distinct(in_order) AS tokens,
    len(list_distinct(in_order))::INTEGER AS size,
    CASE
        WHEN list_contains(nothing.words, in_order[1])
            THEN list_filter(in_order, LAMBDA token: NOT list_contains(nothing.words, token))[1]
        ELSE in_order[1]
    END AS beginning
FROM split
CROSS JOIN (SELECT list(word) AS words FROM search_function_words) AS nothing
ORDER BY phrase
