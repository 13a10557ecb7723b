-- answered: more rows than may be
FROM range(100000000000);
-- contained: one giant cell, of which the beginning is shown
SELECT range(4000000) AS l;
-- answered: one giant text, which is cut
SELECT repeat('x', 30000000) AS t;
-- answered: many giant texts, all cut
SELECT repeat('x', 1000000) || range AS t FROM range(50);
-- contained: more bytes than may be
SELECT repeat('x', 10000) || range AS t FROM range(10000);
-- contained: bytes that are no text
SELECT repeat('x', 30000000)::BLOB AS b;
-- contained: a list in every cell
SELECT range(10000) AS l FROM range(10000);
-- contained: every column twenty times
SELECT *, *, *, *, *, *, *, *, * FROM numbers, numbers AS b, numbers AS c;
-- size: more columns than may be, by pivot
PIVOT (SELECT range AS n FROM range(5000)) ON n USING count(*);
-- answered: the same name again
SELECT 1 AS a, 2 AS a, 3 AS A;
-- answered: a day that no calendar has
SELECT DATE 'infinity' AS a, TIMESTAMP '-infinity' AS b, DATE '5877642-06-25 (BC)' AS c;
-- answered: numbers that are none
SELECT 'NaN'::DOUBLE AS a, 'inf'::DOUBLE AS b, -0.0 AS c;
-- answered: a formula of a spreadsheet
SELECT '=HYPERLINK("http://example.org")' AS "=1+1";
-- answered: the markup of a page
SELECT '<script>alert(1)</script>' AS "<b>x</b>", '[a](javascript:alert(1))' AS "**b**";
-- answered: a text that is a zero byte
SELECT chr(0) AS nul, 'a' || chr(0) || 'b' AS inside;
-- contained: half of a character
SELECT chr(55296) AS half;
-- contained: bytes that are no text, called so
SELECT '\xED\xA0\x80'::BLOB::VARCHAR AS t;
-- answered: marks that turn the direction
SELECT chr(8238) || 'abc' AS turned, chr(65279) AS bom;
-- answered: control characters
SELECT chr(27) || '[31mred' AS ansi, chr(7) AS bell, chr(13) AS cr;
-- answered: a structure in a structure
SELECT {'a': {'b': {'c': [{'d': MAP {1: INTERVAL 1 DAY}}]}}} AS s;
-- contained: every type at once
FROM test_all_types();
-- contained: vectors made to be awkward
FROM test_vector_types(NULL::INTEGER, all_flat := false);
-- answered: no column that has a type
SELECT NULL AS n FROM range(5);
-- answered: no rows
SELECT 1 AS one WHERE false;
-- contained: a value of any type
SELECT 1::VARIANT AS v;
-- contained: a shape
SELECT 'POINT(1 1)'::GEOMETRY AS g;
