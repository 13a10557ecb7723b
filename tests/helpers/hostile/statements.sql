-- not_a_query: two questions
SELECT 1 AS one; SELECT 2 AS two;
-- not_a_query: a question and an end
SELECT 1 AS one; DROP TABLE numbers;
-- not_a_query: an end behind a comment
SELECT 1 AS one /* ; */; -- ;
DROP TABLE numbers;
-- not_a_query: a transaction
BEGIN;
-- not_a_query: its end
COMMIT;
-- not_a_query: its other end
ROLLBACK;
-- not_a_query: a question for later
PREPARE mine AS SELECT 1;
-- not_a_query: a question from before
EXECUTE mine(1);
-- not_a_query: none from before
DEALLOCATE mine;
-- not_a_query: a call
CALL pragma_version();
-- not_a_query: a type
CREATE TYPE mine AS ENUM ('a');
-- not_a_query: a sequence
CREATE SEQUENCE mine;
-- not_a_query: an explanation of a pivot that is written
EXPLAIN ANALYZE COPY (PIVOT numbers ON number % 3) TO '{target}';
-- not_a_query: an explanation of no rows
EXPLAIN ANALYZE DELETE FROM numbers;
-- not_a_query: an explanation with options of no rows
EXPLAIN (ANALYZE, FORMAT json) DELETE FROM numbers;
-- query: an explanation of an explanation
EXPLAIN EXPLAIN SELECT 1;
-- contained: a question in brackets that do not match
SELECT 1) FROM (SELECT 2;
-- query: an end of brackets that someone else may have opened
SELECT 1 AS one) AS x; --
-- query: an open comment
SELECT 1 AS one /* ;
-- query: an open text
SELECT 'one;
-- query: an open name
SELECT "one;
-- query: an open dollar
SELECT $a$ one;
-- query: a placeholder that nobody fills
SELECT $nobody AS nothing;
-- query: a placeholder without a name
SELECT ? AS nothing;
-- query: a placeholder as a relation
FROM $day;
-- query: its own relation without end
WITH x AS (SELECT * FROM x) FROM x;
-- query: an error of the reader's own
SELECT error('mine');
-- query: an error as long as a book
SELECT error(repeat('mine ', 1000000));
-- contained: sleep
SELECT sleep_ms(60000);
