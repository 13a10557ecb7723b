-- One row per question that means a list, of whatever its words are: "who is in".
-- key: id, question
-- stored: id, question
--
-- id: Address of the list, as search_lists has it.
-- question: Its words as a search compares them, with a blank before and after.
-- tokens: Its words, each by itself.

SELECT DISTINCT
    id,
    concat(' ', array_to_string(search_tokens(question), ' '), ' ') AS question,
    search_tokens(question) AS tokens
FROM (
    SELECT
        id,
        unnest(string_split(concat_ws(
            ';',
            questions_{language}
        ), ';')) AS question
    FROM search_lists
)
WHERE question <> ''
ORDER BY id, question
