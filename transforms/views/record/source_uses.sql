-- One row per table and source on which rows of it rest: how many, and how new they are. What pages
-- say of whole tables adds these up.
-- key: relation, source_id
-- stored: source_id, relation
--
-- relation: -> dictionary The table.
-- source_id: The source; empty for rows that name none.
-- rows: How many rows rest on it; a link of a commitment or initiative on the source of what it
-- links.
-- rows_read: Of how many of them it was read in full; of commitments, their own wording.
-- rows_placed: How many of them say at which paragraph or page of it they were read.
-- further_rows: How many rows name it as a further source.
-- newest_on: Day of the newest of these facts, by the first day that its date can mean; empty where
-- none has a date. Plans are not counted.

WITH own AS (
    SELECT
        relation,
        source_id,
        count(*) AS rows,
        count(*) FILTER (is_read) AS rows_read,
        count(locator) AS rows_placed,
        0 AS further_rows,
        max(dated_on) AS newest_on
    FROM (
        {% include "record/parts/facts.sql" %}
    ) AS each_fact
    GROUP BY relation, source_id
),

further AS (
    SELECT
        table_name AS relation,
        source_id,
        0 AS rows,
        0 AS rows_read,
        0 AS rows_placed,
        count(*) AS further_rows,
        NULL::DATE AS newest_on
    FROM citations
    GROUP BY table_name, source_id
),

gathered AS (
    FROM own
    UNION ALL
    FROM further
)

SELECT
    relation,
    source_id,
    sum(rows)::BIGINT AS rows,
    sum(rows_read)::BIGINT AS rows_read,
    sum(rows_placed)::BIGINT AS rows_placed,
    sum(further_rows)::BIGINT AS further_rows,
    max(newest_on) AS newest_on
FROM gathered
GROUP BY relation, source_id
ORDER BY source_id, relation
