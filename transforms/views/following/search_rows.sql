-- One row per row of the tables that whoever follows a search is told of: the records that the words
-- find, what names one of them, and where sources disagree on it.
-- key: relation, row_id
-- parameters: q VARCHAR, lang VARCHAR
--
-- relation: -> dictionary The table of the row.
-- row_id: Key of the row; the parts of a compound key are separated by blanks.
-- belongs: Whether the words find the row itself; else it names one that they find.

WITH own AS (
    SELECT DISTINCT
        records.relation,
        records.id AS row_id
    FROM search(q, lang) AS hits
    JOIN records USING (kind, id)
),

{% include "following/parts/found.sql" %}

SELECT
    relation,
    row_id,
    bool_or(belongs) AS belongs
FROM found
GROUP BY relation, row_id
ORDER BY relation, row_id
