-- query: a CSV of the host
FROM read_csv('{canary}.csv');
-- query: guessing its form
FROM read_csv_auto('{canary}.csv');
-- query: a path as a relation
FROM '{canary}.csv';
-- query: the same, quoted as a name
SELECT * FROM "{canary}.csv";
-- query: a whole file as text
FROM read_text('{canary}.csv');
-- query: a whole file as bytes
FROM read_blob('{canary}.csv');
-- query: JSON
FROM read_json('{canary}.json');
-- query: JSON as objects
FROM read_json_objects('{canary}.json');
-- query: JSON by lines
FROM read_ndjson_objects('{canary}.json');
-- query: Parquet
FROM read_parquet('{canary}.parquet');
-- query: several files at once
FROM read_csv(['{canary}.csv', '{canary}.json']);
-- query: files by pattern
FROM read_csv('{folder}/*.csv');
-- query: a list of files
FROM glob('{folder}/*');
-- query: a list of all files
FROM glob('/**');
-- query: what sort of CSV it is, with examples
FROM sniff_csv('{canary}.csv');
-- query: what is in a Parquet file
FROM parquet_metadata('{canary}.parquet');
-- query: the columns of a Parquet file
FROM parquet_schema('{canary}.parquet');
-- query: whether a file is there
FROM parquet_file_metadata('{canary}.parquet');
-- query: the environment of the process
FROM read_text('/proc/self/environ');
-- query: the memory map of the process
FROM read_text('/proc/self/maps');
-- query: a file through its descriptor
FROM read_blob('/proc/self/fd/0');
-- query: an endless file
SELECT count(*) FROM read_blob('/dev/zero');
-- query: standard input, through which questions come
FROM read_csv('/dev/stdin');
-- query: a file by its URL
FROM read_text('file://{canary}.csv');
-- query: a path that climbs
FROM read_text('../../../../../../../../etc/passwd');
-- query: the bytes of the database itself, which DuckDB allows
SELECT size FROM read_blob('{database}');
-- query: the database under its own name as a relation
FROM '{database}';
-- query: its journal
FROM read_text('{database}.wal');
-- query: a file in a text that is itself a question
FROM query('FROM read_text(''{canary}.csv'')');
-- query: a file as the name of a table
FROM query_table('{canary}.csv');
-- query: a file behind a serialized question
FROM json_execute_serialized_sql(json_serialize_sql('FROM read_text(''{canary}.csv'')'));
-- query: a file inside an explanation that runs
EXPLAIN ANALYZE FROM read_text('{canary}.csv');
-- query: the columns of a file
DESCRIBE FROM read_csv('{canary}.csv');
-- query: the statistics of a file
SUMMARIZE FROM read_csv('{canary}.csv');
-- query: a pivot of a file
PIVOT (FROM read_csv('{canary}.csv')) ON secret USING count(*);
-- query: a file inside a subquery
SELECT (SELECT content FROM read_text('{canary}.csv')) AS content;
-- query: a file named by a function
FROM read_text(concat('{canary}', '.csv'));
-- query: a file beside an honest relation
SELECT * FROM numbers, read_text('{canary}.csv');
-- query: DuckDB's own files
FROM read_duckdb('{canary}.duckdb');
