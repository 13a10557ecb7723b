-- time: a count to a trillion
SELECT count(*) FROM range(1000000000000) WHERE range % 7 = 3;
-- time: a cross join
SELECT count(*) FROM range(1000000) AS a(x), range(1000000) AS b(y) WHERE x * y % 7 = 3;
-- time: a join without order
SELECT count(*) FROM range(1000000) AS a(x) JOIN range(1000000) AS b(y) ON x * 3 % 1000 < y % 7;
-- time: recursion without end
WITH RECURSIVE t AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM t) SELECT max(i) FROM t;
-- time: recursion without end, one key
WITH RECURSIVE t(k, i) USING KEY (k) AS (SELECT 1, 1 UNION SELECT k, i + 1 FROM t) FROM t;
-- time: recursion that finds nothing
WITH RECURSIVE t AS (SELECT 1 AS i UNION ALL SELECT i % 10 + 1 FROM t WHERE i > 0) SELECT count(*) FROM t;
-- contained: a distance of texts, which heeds no interrupt
SELECT levenshtein(repeat('a', 100000), repeat('b', 100000)) AS n;
-- contained: another distance
SELECT damerau_levenshtein(repeat('ab', 50000), repeat('ba', 50000)) AS n;
-- contained: another distance
SELECT jaro_winkler_similarity(repeat('ab', 500000), repeat('ba', 500000)) AS n;
-- contained: another distance, of many texts
SELECT max(jaccard(repeat('ab' || range, 1000), repeat('ba' || range, 1000))) FROM range(10000000);
-- contained: another distance, of long texts
SELECT max(hamming(repeat('a', 10000000) || range, repeat('b', 10000000) || range)) FROM range(100000);
-- contained: a pattern known to be slow elsewhere
SELECT regexp_matches(repeat('a', 1000000) || 'b', '^(a+)+$') AS b;
-- contained: a pattern of thousands of states
SELECT regexp_matches(repeat('a', 1000000), '(.{1,500}){1,2}b$') AS b;
-- contained: a pattern made of a pattern
SELECT sum(regexp_matches(range::TEXT, '^' || repeat('(1|2|3|4)?', 500) || '$')::INT) FROM range(10000000);
-- contained: a pattern of LIKE
SELECT repeat('a', 100000) LIKE repeat('%a', 1000) || 'b' AS b;
-- contained: a pattern of SIMILAR TO
SELECT repeat('a', 100000) SIMILAR TO '(a|b|ab)*c' AS b;
-- contained: a pattern of GLOB
SELECT repeat('a', 100000) GLOB repeat('*a', 1000) || 'b' AS b;
-- time: sums of sums of bytes
SELECT max(sha256(repeat('x', 1000000) || range)) FROM range(1000000);
-- time: sums of bytes of another kind
SELECT max(md5(repeat('x', 1000000) || range)) FROM range(1000000);
-- contained: a factorial
SELECT factorial(100000) AS n;
-- contained: a great divisor
SELECT sum(gcd(range * 1000003, range * 998244353)) FROM range(1000000000);
-- time: every second of a thousand years, ordered
SELECT count(*) FROM generate_series(TIMESTAMP '0001-01-01', TIMESTAMP '9900-01-01', INTERVAL 1 MICROSECOND) AS s(moment) WHERE moment::TEXT LIKE '%x';
-- time: random numbers
SELECT count(*) FROM range(1000000000000) WHERE random() > 2;
-- time: a window that looks at everything for each
SELECT sum(n) FROM (SELECT median(range) OVER (ORDER BY range ROWS BETWEEN 100000 PRECEDING AND 100000 FOLLOWING EXCLUDE TIES) AS n FROM range(10000000));
-- time: a subquery for each row
SELECT sum((SELECT count(*) FROM range(100000) AS b(y) WHERE y % (x + 1) = 0)) FROM range(100000) AS a(x);
-- contained: a function in a function in a list
SELECT list_transform(range(100000), x -> list_sum(list_transform(range(100000), y -> x * y % 7))) AS l;
-- time: an explanation that runs without end
EXPLAIN ANALYZE SELECT count(*) FROM range(1000000000000) WHERE range % 7 = 3;
-- time: the statistics of what has no end
SUMMARIZE SELECT range AS a, range % 7 AS b FROM range(1000000000000);
-- contained: a sample of what has no end
SELECT * FROM range(1000000000000) USING SAMPLE reservoir(10 ROWS);
-- contained: everything but a little
SELECT * FROM range(100000000000) OFFSET 99999999999;
-- contained: JSON inside JSON
SELECT json_valid(repeat('[', 10000000)) AS b;
-- contained: a day for each
SELECT count(strftime(DATE '0001-01-01' + (range % 1000000)::INT, '%A %d %B %Y')) FROM range(1000000000);
-- contained: a time zone for each
SELECT max((TIMESTAMP '2020-01-01' + to_seconds(range)) AT TIME ZONE 'Asia/Kathmandu') FROM range(1000000000);
-- contained: a sort order of letters
SELECT count(*) FROM (SELECT repeat('é', 1000) || range AS t FROM range(100000) ORDER BY t COLLATE fr);
