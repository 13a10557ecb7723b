-- One row per text in which the search looks for a thing.
-- key: relation, id, role, language, words
--
-- relation: -> dictionary The table or view that the thing is a row of.
-- id: Key of its row; of a list the address.
-- role: [name_kind, search_role] What the text is for the thing.
-- language: Language (ISO 639-1) of a text that has one.
-- words: The text.

WITH
{% include "search/parts/gathered.sql" %}

SELECT DISTINCT
    relation,
    id,
    role,
    language,
    words
FROM gathered
WHERE words IS NOT NULL
ORDER BY relation, id, role, language, words
