-- not_a_query: more memory
SET memory_limit = '64GB';
-- not_a_query: more threads
SET threads = 64;
-- not_a_query: files allowed again
SET enable_external_access = true;
-- not_a_query: settings allowed again
SET lock_configuration = false;
-- not_a_query: the file system allowed again
SET disabled_filesystems = '';
-- not_a_query: the same for all
SET GLOBAL enable_external_access = true;
-- not_a_query: back to how it was
RESET enable_external_access;
-- not_a_query: back to how memory was
RESET memory_limit;
-- not_a_query: in the old form
PRAGMA memory_limit = '64GB';
-- not_a_query: a question of the old form
PRAGMA database_list;
-- not_a_query: a place for what does not fit into memory
SET temp_directory = '{target}';
-- not_a_query: a folder that is allowed
SET allowed_directories = ['/'];
-- not_a_query: a variable
SET VARIABLE mine = 1;
-- not_a_query: a variable from a pivot
SET VARIABLE mine = (FROM (PIVOT numbers ON number % 3 USING count(*)) LIMIT 1);
-- not_a_query: a Python variable as a table
SET python_enable_replacements = true;
-- not_a_query: a setting explained
EXPLAIN SET threads = 64;
-- query: a setting in a question
SELECT set_config('memory_limit', '64GB');
-- query: a setting in the manner of Postgres
SELECT pg_catalog.set_config('threads', '64', false);
-- answered: how it is set
SELECT current_setting('memory_limit') AS memory, current_setting('home_directory') AS home;
-- answered: how all is set
FROM duckdb_settings();
-- answered: which databases are open
FROM duckdb_databases();
-- query: which extensions there are
FROM duckdb_extensions();
-- answered: what is used
FROM duckdb_memory();
-- answered: files of what did not fit into memory
FROM duckdb_temporary_files();
-- answered: the version, as a relation
FROM pragma_version();
-- answered: what was logged
FROM duckdb_logs();
-- answered: variables that are set
FROM duckdb_variables();
-- query: a setting that does not exist
SELECT current_setting('s3_secret_access_key');
