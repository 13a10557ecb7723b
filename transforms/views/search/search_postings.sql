-- One row per word and text of a thing that it stands in, in the order of the words: whoever looks
-- for a word reads only the blocks that have it.
-- key: word, field
-- stored: word, field
--
-- word: Number of the word.
-- field: Number of the text of the thing.

WITH found AS (
    SELECT
        phrase,
        unnest(tokens) AS spelling
    FROM search_phrases
),

pairs AS (
    SELECT
        search_spellings.word,
        found.phrase
    FROM found
    JOIN search_spellings USING (spelling)
)

SELECT
    pairs.word,
    search_fields.field,
    search_fields.document
FROM pairs
JOIN search_fields USING (phrase)
ORDER BY pairs.word, search_fields.field
