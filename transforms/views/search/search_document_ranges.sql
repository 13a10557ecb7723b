-- One row per kind of thing that is searched: which numbers its things have. They follow one another.
-- key: kind
-- stored: kind
--
-- first_document: Number of its first thing.
-- last_document: Number of its last thing.
-- factor: The most that the score of one of its things is multiplied by.

SELECT
    kind,
    min(document) AS first_document,
    max(document) AS last_document,
    max(factor) AS factor
FROM search_documents
GROUP BY kind
ORDER BY kind
