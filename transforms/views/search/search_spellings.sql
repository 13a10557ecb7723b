-- One row per word of anything that the search looks through, numbered.
-- key: word
-- stored: word
--
-- word: Number of the word, in the order of the alphabet.
-- spelling: The word, folded.

WITH found AS (
    SELECT DISTINCT unnest(tokens) AS spelling
    FROM search_phrases
)

SELECT
    (row_number() OVER (ORDER BY spelling))::INTEGER AS word,
    spelling
FROM found
ORDER BY word
