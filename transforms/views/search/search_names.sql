-- One row per distinct name of anything, with what rules out at once most of those that are not nearly
-- what somebody typed.
-- key: phrase
-- stored: length, phrase
--
-- phrase: Number of the text.
-- name: Its words and numbers, folded.
-- length: How many characters that has; the rows are stored in this order, so that few blocks are
-- read.
-- letters: Which letters and digits that has, a bit for each.

WITH named AS (
    SELECT
        phrase,
        folded_words(words) AS name
    FROM search_phrases
    WHERE phrase IN (SELECT phrase FROM search_fields WHERE is_name)
)

SELECT
    phrase,
    name,
    length(name)::INTEGER AS length,
    search_letters(name)::BIGINT AS letters
FROM named
ORDER BY length, phrase
