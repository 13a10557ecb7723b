-- query: a file of the web
FROM 'https://example.org/a.csv';
-- query: a file of the web by function
FROM read_csv('http://127.0.0.1:80/');
-- query: the machine that tells cloud servers their secrets
FROM read_text('http://169.254.169.254/latest/meta-data/');
-- query: a Parquet file of the web
FROM read_parquet('https://example.org/a.parquet');
-- query: JSON of the web
FROM read_json('https://example.org/a.json');
-- query: a store of objects
FROM read_parquet('s3://bucket/key.parquet');
-- query: another
FROM read_parquet('gcs://bucket/key.parquet');
-- query: another
FROM read_parquet('az://container/key.parquet');
-- query: a hub of data sets
FROM read_parquet('hf://datasets/a/b.parquet');
-- query: files of the web by pattern
FROM glob('https://example.org/*');
-- query: another database's tables
FROM postgres_scan('host=127.0.0.1', 'public', 'actors');
-- query: another's
FROM mysql_scan('host=127.0.0.1', 'a', 'b');
-- query: another's, in a file
FROM sqlite_scan('{canary}.sqlite', 'a');
-- query: a table of a lake
FROM iceberg_scan('s3://bucket/table');
-- query: a table of another lake
FROM delta_scan('s3://bucket/table');
-- query: a spreadsheet
FROM read_xlsx('{canary}.xlsx');
-- query: a map
FROM st_read('{canary}.shp');
-- query: a request by function
SELECT http_get('http://127.0.0.1/');
-- not_a_query: DuckDB's own web server
CALL start_ui();
-- query: the same, as a relation
FROM start_ui_server();
-- query: the data sent by writing
WITH x AS (COPY numbers TO 'https://example.org/a.csv') FROM x;
-- query: the data sent to a store of objects
WITH x AS (COPY numbers TO 's3://bucket/a.parquet') FROM x;
-- not_a_query: a database of the web
ATTACH 'https://example.org/a.duckdb' AS a;
-- query: a shared folder of a network
FROM read_text('\\host\share\a.txt');
