-- One row per thing and text in which the search looks for it, numbered.
-- key: field
-- stored: field
--
-- field: Number by which the tables of the search know the text of the thing.
-- document: Number of the thing.
-- role: [name_kind, search_role] What the text is for the thing.
-- language: Language (ISO 639-1) of a text that has one.
-- phrase: Number of the text.
-- beginning: Of a name, its first word that is no function word.

-- Whole texts are compared here once; what follows compares numbers.
WITH
{% include "search/parts/gathered.sql" %},

numbered AS (
    SELECT DISTINCT
        search_documents.document,
        gathered.role,
        gathered.language,
        search_phrases.phrase,
        search_phrases.size,
        search_phrases.beginning
    FROM gathered
    JOIN search_documents USING (relation, id)
    JOIN search_phrases USING (words)
)

SELECT
    (row_number() OVER (ORDER BY numbered.document, numbered.role, numbered.language, numbered.phrase))::INTEGER AS field,
    numbered.document,
    numbered.role,
    numbered.language,
    numbered.phrase,
    search_weights.weight,
    search_weights.is_name,
    numbered.size,
    CASE WHEN search_weights.is_name THEN numbered.beginning END AS beginning
FROM numbered
JOIN search_weights USING (role)
ORDER BY field
