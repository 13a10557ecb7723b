-- not_a_query: another file
ATTACH '{canary}.duckdb' AS other;
-- not_a_query: a new file
ATTACH '{target}.duckdb';
-- not_a_query: the same file, to write
ATTACH '{database}' AS mine (READ_ONLY false);
-- not_a_query: memory to fill
ATTACH ':memory:' AS mine;
-- not_a_query: no file
DETACH numbers;
-- not_a_query: another catalogue
USE temp;
-- not_a_query: a schema
CREATE SCHEMA mine;
-- not_a_query: an extension from the network
INSTALL httpfs;
-- not_a_query: an extension of strangers
INSTALL shellfs FROM community;
-- not_a_query: an extension of a file
LOAD '{canary}.duckdb_extension';
-- query: new extensions
UPDATE EXTENSIONS;
-- not_a_query: an extension explained
EXPLAIN LOAD httpfs;
-- not_a_query: a secret
CREATE SECRET mine (TYPE s3, KEY_ID 'a', SECRET 'b');
-- not_a_query: a secret that stays
CREATE PERSISTENT SECRET mine (TYPE s3, KEY_ID 'a', SECRET 'b');
-- not_a_query: no secret
DROP SECRET mine;
-- answered: all secrets, and there are none
FROM duckdb_secrets();
-- query: all secrets in plain
FROM duckdb_secrets(redact := false);
-- answered: which secret, and there is none
FROM which_secret('s3://a', 's3');
-- query: the environment
SELECT getenv('HOME');
-- query: the environment in the other form
SELECT getenv('CANARY'), getvariable('HOME');
-- answered: a variable that was never set
SELECT getvariable('CANARY') AS nothing;
-- query: a variable of the worker
FROM question;
-- query: a variable of the worker
FROM told;
-- query: a module of the worker
FROM json;
-- query: a frame of the worker
FROM rows;
-- query: a frame of the worker
FROM connection;
-- query: Python's own
FROM __builtins__;
-- query: a module as a relation
SELECT * FROM pl;
-- query: a function of Python
SELECT eval('1');
-- query: a program
SELECT system('true');
-- query: a program as a file
FROM read_csv('ls / |');
-- query: a map of Python objects
FROM pandas_scan(0);
-- contained: a pointer to memory that is not there
FROM arrow_scan(1, 2, 3);
-- contained: the same, for those who know better
FROM arrow_scan_dumb(140000000000000::POINTER, 1::POINTER, 1::POINTER);
-- contained: a sequence that does not exist
SELECT nextval('mine');
