-- One row per text in which the search looks for a thing, numbered.
-- key: field
-- stored: field
--
-- field: Number by which the tables of the search know the text.
-- document: Number of the thing.
-- size: How many different words it has.

SELECT
    (row_number() OVER (ORDER BY search_documents.document, search_texts.role, search_texts.language, search_texts.words))::INTEGER AS field,
    search_documents.document,
    search_texts.role,
    search_texts.language,
    search_texts.words,
    search_weights.weight,
    search_weights.is_name,
    list_unique(search_tokens(search_texts.words))::INTEGER AS size
FROM search_texts
JOIN search_documents USING (relation, id)
JOIN search_weights USING (role)
ORDER BY field
