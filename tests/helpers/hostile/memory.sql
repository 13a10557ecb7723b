-- memory: a text of 2 GB
SELECT repeat('x', 2000000000) AS t;
-- contained: the same, filled from the left
SELECT length(lpad('x', 2000000000, 'y')) AS n;
-- contained: the same, filled from the right
SELECT length(rpad('x', 2000000000, 'y')) AS n;
-- contained: the same, by its form
SELECT length(format('{:>2000000000}', 'x')) AS n;
-- contained: the same, by its other form
SELECT length(printf('%2000000000d', 1)) AS n;
-- contained: many bits
SELECT bit_count(bitstring('1', 2000000000)) AS n;
-- contained: a long list
SELECT list_sum(range(500000000)) AS n;
-- contained: lists of lists
SELECT list_transform(range(30000), x -> range(30000)) AS l;
-- contained: many long lists
SELECT count(l) FROM (SELECT range(100000) AS l FROM range(100000) ORDER BY l);
-- contained: one list of everything
SELECT list(range) AS l FROM range(1000000000);
-- contained: one array of everything
SELECT array_agg(x) AS l FROM (SELECT unnest(range(100000000)) AS x);
-- contained: one text of everything
SELECT length(string_agg(repeat('x', 100000), '')) AS n FROM range(100000);
-- contained: one list of lists of everything
SELECT list_aggregate(list(range(1000)), 'max') AS l FROM range(1000000);
-- contained: one map of everything
SELECT cardinality(map_from_entries(list((range, repeat('x', 1000))))) AS n FROM range(1000000);
-- contained: a histogram of everything
SELECT cardinality(histogram(range)) AS n FROM range(50000000);
-- contained: distinct texts
SELECT count(DISTINCT repeat('x', 500) || range) AS n FROM range(50000000);
-- contained: a join by hash
SELECT count(*) FROM range(100000000) AS a(n) JOIN range(100000000) AS b(n) USING (n);
-- contained: a join by hash of wide rows
SELECT max(a.t) FROM (SELECT range AS n, repeat('x', 1000) || range AS t FROM range(3000000)) AS a JOIN (SELECT range AS n, repeat('y', 1000) || range AS t FROM range(3000000)) AS b USING (n);
-- contained: a giant sort
SELECT * FROM (SELECT range AS n, md5(range::TEXT) AS t FROM range(100000000) ORDER BY t) OFFSET 90000000;
-- contained: a window over everything
SELECT max(n) FROM (SELECT list(range) OVER (ORDER BY range) AS n FROM range(1000000));
-- contained: groups without end
SELECT count(*) FROM (SELECT range % 90000000 AS n, count(*) FROM range(1000000000) GROUP BY n);
-- contained: groups by every set
SELECT count(*) FROM (SELECT count(*) FROM (SELECT range AS a, range AS b, range AS c, range AS d, range AS e FROM range(1000000)) GROUP BY CUBE (a, b, c, d, e));
-- contained: a text that grows
WITH RECURSIVE t AS (SELECT 1 AS i, repeat('x', 100000) AS s UNION ALL SELECT i + 1, s || s FROM t) FROM t;
-- contained: rows that double
WITH RECURSIVE t AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM t, range(2)) SELECT count(*) FROM t;
-- contained: a list that doubles
WITH RECURSIVE t AS (SELECT [1] AS l UNION ALL SELECT l || l FROM t) SELECT max(len(l)) FROM t;
-- contained: structures of structures
SELECT list_transform(range(1000000), x -> {'a': x, 'b': range(100), 'c': repeat('x', 1000)}) AS l;
-- contained: an array times an array
SELECT count(*) FROM (SELECT unnest(range(100000)) AS a), (SELECT unnest(range(100000)) AS b), (SELECT unnest(range(100000)) AS c);
-- contained: every text in pieces
SELECT len(string_split(repeat('a,', 100000000), ',')) AS n;
-- contained: every match of a pattern
SELECT len(regexp_extract_all(repeat('a', 100000000), 'a')) AS n;
-- contained: every replacement
SELECT length(replace(repeat('a', 10000000), 'a', repeat('b', 10000))) AS n;
-- contained: a pattern's replacement
SELECT length(regexp_replace(repeat('a', 10000000), 'a', repeat('b', 1000), 'g')) AS n;
-- contained: a text in hexadecimal, again and again
SELECT length(hex(hex(hex(hex(repeat('x', 50000000)))))) AS n;
-- contained: the same in base 64
SELECT length(to_base64(to_base64(to_base64(repeat('x', 200000000)::BLOB)::BLOB)::BLOB)) AS n;
-- contained: a number of many digits
SELECT length((repeat('9', 10000000)::BIGNUM * 1::BIGNUM)::TEXT) AS n;
-- contained: every combination of a list
SELECT list_reduce(range(100000000), (a, b) -> a + b) AS n;
-- contained: two lists zipped
SELECT len(list_zip(range(100000000), range(100000000))) AS n;
-- contained: a list sorted
SELECT len(list_sort(range(100000000))) AS n;
-- contained: a list flattened
SELECT len(flatten(list_transform(range(20000), x -> range(20000)))) AS n;
-- contained: a giant list without doubles
SELECT len(list_distinct(range(100000000))) AS n;
-- contained: JSON as large
SELECT length(to_json(range(100000000))::TEXT) AS n;
-- contained: a pivot of as many columns as rows
PIVOT (SELECT range AS n FROM range(200000)) ON n USING count(*);
-- contained: exact quantiles
SELECT quantile_cont(range, 0.5) AS n FROM range(1000000000);
-- contained: every value, most frequent first
SELECT mode(range) AS n FROM range(1000000000);
-- contained: a union of everything
SELECT count(*) FROM (FROM range(100000000) UNION FROM range(100000000));
