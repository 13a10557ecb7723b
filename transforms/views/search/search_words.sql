-- One row per word of anything that the search looks through, with what a search compares.
-- key: word
-- stored: word
--
-- word: Number of the word, in the order of the alphabet.
-- beginning: Its first three letters.
-- stem: It without its ending.
-- is_function: Whether it says nothing of what a text is about.
-- documents: How many things have it.

-- The postings lie in the order of words and things: a thing is new where the one before is another.
WITH neighbours AS (
    SELECT
        word,
        document,
        lag(word) OVER () AS word_before,
        lag(document) OVER () AS document_before
    FROM search_postings
),

counts AS (
    SELECT
        word,
        count_if(word IS DISTINCT FROM word_before OR document IS DISTINCT FROM document_before) AS documents
    FROM neighbours
    GROUP BY word
)

SELECT
    search_spellings.word,
    search_spellings.spelling,
    left(search_spellings.spelling, 3) AS beginning,
    word_stem(search_spellings.spelling) AS stem,
    is_function_word(search_spellings.spelling) AS is_function,
    counts.documents::INTEGER AS documents
FROM search_spellings
JOIN counts USING (word)
ORDER BY search_spellings.word
