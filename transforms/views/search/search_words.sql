-- One row per word of anything that the search looks through.
-- key: word
-- stored: word
--
-- word: Number of the word, in the order of the alphabet.
-- spelling: The word, folded.
-- beginning: Its first three letters.
-- stem: It without its ending.
-- documents: How many things have it.

WITH found AS (
    SELECT
        document,
        unnest(search_tokens(words)) AS spelling
    FROM search_fields
)

SELECT
    (row_number() OVER (ORDER BY spelling))::INTEGER AS word,
    spelling,
    left(spelling, 3) AS beginning,
    word_stem(spelling) AS stem,
    count(DISTINCT document)::INTEGER AS documents
FROM found
GROUP BY spelling
ORDER BY word
