-- not_a_query: a copy
COPY numbers TO '{target}.csv';
-- not_a_query: a copy of a question
COPY (SELECT 1) TO '{target}.parquet' (FORMAT parquet);
-- not_a_query: a copy of a pivot, which is of a type of its own
COPY (PIVOT numbers ON number % 3 USING count(*)) TO '{target}.csv';
-- not_a_query: the whole database
EXPORT DATABASE '{target}';
-- not_a_query: from a folder
IMPORT DATABASE '{folder}';
-- not_a_query: from one database to another
COPY FROM DATABASE numbers TO other;
-- not_a_query: from a file into a table
COPY numbers FROM '{canary}.csv';
-- query: a copy inside a common table expression, which is a SELECT
WITH x AS (COPY numbers TO '{target}.csv') FROM x;
-- query: the same, materialized
WITH x AS MATERIALIZED (COPY (SELECT 1) TO '{target}.json') SELECT 1;
-- query: the same, in folders by value
WITH x AS (COPY (SELECT 1 AS a, 2 AS b) TO '{target}' (FORMAT csv, PARTITION_BY (a))) FROM x;
-- query: onto the database itself, which DuckDB allows
WITH x AS (COPY (SELECT 1) TO '{database}' (FORMAT csv, USE_TMP_FILE false)) FROM x;
-- query: as its journal, which DuckDB allows
WITH x AS (COPY (SELECT 1) TO '{database}.wal') FROM x;
-- query: as its journal, a folder
WITH x AS (COPY (SELECT 1 AS a, 2 AS b) TO '{database}.wal' (FORMAT csv, PARTITION_BY (a))) FROM x;
-- query: as what it leaves at a checkpoint
WITH x AS (COPY (SELECT 1) TO '{database}.wal.checkpoint' (FORMAT parquet)) FROM x;
-- query: into the folder for what does not fit into memory
WITH x AS (COPY (SELECT 1) TO '{database}.tmp/x') FROM x;
-- query: onto standard output, where answers go
WITH x AS (COPY (SELECT 1) TO '/dev/stdout') FROM x;
-- query: a copy in a text that is itself a question
FROM query('WITH x AS (COPY (SELECT 1) TO ''{target}.csv'') FROM x');
-- query: a copy inside an explanation that runs
EXPLAIN ANALYZE WITH x AS (COPY (SELECT 1) TO '{target}.csv') FROM x;
-- not_a_query: an explanation that runs a copy
EXPLAIN ANALYZE COPY (SELECT 1) TO '{target}.csv';
-- query: a row more
WITH x AS (INSERT INTO numbers VALUES (1) RETURNING number) FROM x;
-- query: a row less
WITH x AS (DELETE FROM numbers RETURNING number) FROM x;
-- query: other rows
WITH x AS (UPDATE numbers SET number = 1 RETURNING number) FROM x;
-- not_a_query: rows
INSERT INTO numbers VALUES (1);
-- not_a_query: no rows
DELETE FROM numbers;
-- not_a_query: no rows, quickly
TRUNCATE numbers;
-- not_a_query: rows, either way
MERGE INTO numbers USING (SELECT 1 AS n) ON number = n WHEN MATCHED THEN DELETE;
-- not_a_query: no table
DROP TABLE numbers;
-- not_a_query: another table
ALTER TABLE numbers RENAME TO mine;
-- not_a_query: a table
CREATE TABLE mine AS SELECT 1 AS one;
-- not_a_query: a table of this session only
CREATE TEMP TABLE mine AS SELECT 1 AS one;
-- not_a_query: a table of this session only, from a pivot
CREATE TEMP TABLE mine AS PIVOT numbers ON number % 3;
-- not_a_query: a table of this session only, in an explanation that runs
EXPLAIN ANALYZE CREATE TEMP TABLE mine AS SELECT 1 AS one;
-- not_a_query: a view
CREATE VIEW mine AS SELECT 1 AS one;
-- not_a_query: a macro
CREATE MACRO mine(x) AS x + 1;
-- not_a_query: a comment
COMMENT ON TABLE numbers IS 'mine';
-- not_a_query: an index
CREATE INDEX mine ON numbers (number);
-- not_a_query: a journal written into the file
CHECKPOINT;
-- not_a_query: the same, forced
FORCE CHECKPOINT;
-- not_a_query: new statistics
VACUUM ANALYZE;
-- not_a_query: a profile of what runs next
SET profiling_output = '{target}.json';
-- not_a_query: the same, in the old form
PRAGMA profile_output = '{target}.json';
-- answered: a line in a log, which stays in memory
SELECT write_log('mine', level := 'ERROR', log_type := 'mine');
-- query: logs that do not stay in memory
FROM enable_logging('QueryLog', storage := 'file', storage_config := {'path': '{target}'});
-- not_a_query: a log of all questions
CALL enable_logging(storage_path := '{target}');
-- query: a checkpoint as a function
FROM force_checkpoint();
-- contained: what does not fit into memory and would be spilt
SELECT count(*) FROM (SELECT range AS n, repeat('x', 200) || range AS t FROM range(20000000) ORDER BY t);
