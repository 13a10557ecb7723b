-- One row per word and text of a thing that it stands in, in the order of the words: whoever looks
-- for a word reads only the blocks that have it, and all that ranks what has it.
-- key: word, field
-- stored: word, field
--
-- word: Number of the word.
-- field: Number of the text of the thing.
-- document: Number of the thing.
-- leads: Whether the text is a name that begins with the word.
-- composes: Whether the text names a list, or what one can be narrowed by.

WITH found AS (
    SELECT
        phrase,
        unnest(tokens) AS spelling
    FROM search_phrases
),

pairs AS (
    SELECT
        search_spellings.word,
        found.spelling,
        found.phrase
    FROM found
    JOIN search_spellings USING (spelling)
)

SELECT
    pairs.word,
    search_fields.field,
    search_fields.document,
    search_fields.role,
    search_fields.language,
    search_fields.weight::FLOAT AS weight,
    search_fields.size,
    coalesce(search_fields.beginning = pairs.spelling, false) AS leads,
    search_fields.is_name AND (search_documents.kind = 'list' OR len(search_documents.serves) > 0) AS composes
FROM pairs
JOIN search_fields USING (phrase)
JOIN search_documents USING (document)
ORDER BY pairs.word, search_fields.field
