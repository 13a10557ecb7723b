"""Hostile queries that only a program writes: nested, giant, or of characters nobody types."""

DEEP = 20_000

BUILT: dict[str, tuple[str, str]] = {
    "brackets": ("contained", "SELECT " + "(" * DEEP + "1" + ")" * DEEP),
    "a hundred thousand brackets": ("contained", "SELECT " + "(" * 100_000 + "1" + ")" * 100_000),
    "open brackets": ("contained", "SELECT " + "(" * 100_000),
    "lists of lists": ("contained", "SELECT " + "[" * 3_000 + "1" + "]" * 3_000),
    "structures of structures": ("contained", "SELECT " + "{'a':" * 2_000 + "1" + "}" * 2_000),
    "subqueries of subqueries": ("contained", "SELECT " + "(SELECT " * 3_000 + "1" + ")" * 3_000),
    "subqueries of tables": ("contained", "FROM (" * 3_000 + "SELECT 1" + ")" * 3_000),
    "functions of functions": ("contained", "SELECT " + "abs(" * DEEP + "1" + ")" * DEEP),
    "nots": ("contained", "SELECT " + "NOT " * 50_000 + "true"),
    "minus signs": ("contained", "SELECT " + "- " * 50_000 + "1"),
    "a long sum": ("contained", "SELECT " + "+".join(["1"] * 100_000)),
    "a long concatenation": ("contained", "SELECT " + "||".join(["'x'"] * 50_000)),
    "a long AND": ("contained", "SELECT " + " AND ".join(["true"] * 50_000)),
    "a long OR over rows": (
        "contained",
        "FROM numbers WHERE " + " OR ".join(f"number % {n} = 1" for n in range(2, 9_000)),
    ),
    "cases of cases": (
        "contained",
        "SELECT " + "CASE WHEN true THEN " * 3_000 + "1" + " END" * 3_000,
    ),
    "a long case": (
        "contained",
        "SELECT CASE " + " ".join(f"WHEN {n} = 1 THEN {n}" for n in range(20_000)) + " END",
    ),
    "casts of casts": ("contained", "SELECT 1" + "::INT" * DEEP),
    "fields of fields": ("contained", "SELECT a" + ".a" * DEEP),
    "places in places": ("contained", "SELECT [1]" + "[1:1]" * 5_000),
    "five thousand unions": ("contained", " UNION ALL ".join(["SELECT 1 AS n"] * 5_000)),
    "unions of everything": ("contained", " UNION ".join(["FROM numbers"] * 1_000)),
    "a hundred joins": (
        "contained",
        "SELECT count(*) FROM "
        + " JOIN ".join(f"numbers AS t{n}" + (" USING (number)" if n else "") for n in range(100)),
    ),
    "thirty cross joins": (
        "contained",
        "SELECT count(*) FROM "
        + ", ".join(f"numbers AS t{n}" for n in range(30))
        + " WHERE random() > 2",
    ),
    "common table expressions that double": (
        "contained",
        "WITH t0 AS (FROM numbers)"
        + "".join(f", t{n} AS (FROM t{n - 1} UNION ALL FROM t{n - 1})" for n in range(1, 40))
        + " SELECT count(*) FROM t39",
    ),
    "a thousand common table expressions": (
        "contained",
        "WITH t0 AS (SELECT 1 AS n)"
        + "".join(f", t{n} AS (FROM t{n - 1})" for n in range(1, 1_000))
        + " FROM t999",
    ),
    "a giant list of values": ("contained", f"SELECT 1 IN ({', '.join(map(str, range(100_000)))})"),
    "giant rows of values": ("contained", "VALUES " + ", ".join(f"({n})" for n in range(100_000))),
    "a giant text": ("answered", f"SELECT '{'x' * 900_000}' AS t"),
    "a giant number": ("contained", "SELECT " + "9" * 500_000 + " AS n"),
    "a giant fraction": ("contained", "SELECT 0." + "9" * 500_000 + " AS n"),
    "a giant exponent": ("contained", "SELECT 1e999999999 AS n"),
    "a giant name": ("contained", f'SELECT 1 AS "{"x" * 900_000}"'),
    "a giant unknown name": ("contained", "FROM " + "x" * 900_000),
    "a giant word": ("query", "x" * 900_000),
    "a giant comment": ("answered", "SELECT 1 AS one --" + "x" * 900_000),
    "comments in comments": ("contained", "SELECT 1 AS one " + "/*" * DEEP + "*/" * DEEP),
    "a giant space": ("answered", "SELECT 1" + " " * 900_000 + "AS one"),
    "many columns": ("size", "SELECT " + ", ".join(f"{n} AS c{n}" for n in range(20_000))),
    "many columns of one name": ("size", "SELECT " + ", ".join(["1 AS a"] * 2_000)),
    "as many columns as may be": (
        "answered",
        "SELECT " + ", ".join(f"{n} AS c{n}" for n in range(900)),
    ),
    "many placeholders": ("query", "SELECT " + ", ".join(f"$p{n}" for n in range(5_000))),
    "many statements": ("not_a_query", "SELECT 1;" * 20_000),
    "many semicolons": ("not_a_query", ";" * 500_000),
    "a macro of a macro of a list": (
        "contained",
        "SELECT " + "list_transform([1], x -> " * 200 + "1" + ")" * 200,
    ),
    "quantities of options": (
        "contained",
        "SELECT * EXCLUDE (" + ", ".join(f"c{n}" for n in range(20_000)) + ") FROM numbers",
    ),
    "a megabyte and more": ("long", "SELECT 1 AS one --" + "x" * 1_000_000),
    "five megabytes of brackets": ("long", "(" * 5_000_000),
    "nothing": ("not_a_query", ""),
    "a space": ("not_a_query", " \t\n"),
    "a semicolon": ("not_a_query", ";"),
    "only a comment": ("not_a_query", "-- nothing"),
    "only an open comment": ("query", "/*"),
    "a zero byte": ("contained", "SELECT 1 AS one\0, 2 AS two"),
    "a zero byte in a text": ("contained", "SELECT 'a\0b' AS t"),
    "a zero byte in a name": ("contained", 'SELECT 1 AS "a\0b"'),
    "a zero byte before an end": ("contained", "SELECT 1 AS one\0; DROP TABLE numbers"),
    "half of a character": ("query", "SELECT '\ud800' AS t"),
    "the other half": ("query", "SELECT '\udfff' AS t"),
    "a byte order mark": ("contained", "\ufeffSELECT 1 AS one"),
    "a mark that turns the direction": ("contained", "SELECT 1 AS one \u202e-- eno"),
    "spaces that are none": ("contained", "SELECT\u00a01\u2003AS\u3000one"),
    "control characters": ("contained", "SELECT\x01 1 \x1b[31m AS one \x7f"),
    "a vertical tab and a form feed": ("contained", "SELECT\v1\fAS one"),
    "lines of an old machine": ("contained", "SELECT 1 AS one\r-- \rFROM numbers\r"),
    "names that look alike": ("query", "FROM numb\u0435rs"),
    "letters that grow": ("contained", "SELECT '" + "\ufdfa" * 100_000 + "' AS t"),
    "accents upon accents": ("answered", "SELECT 'a" + "\u0301" * 100_000 + "' AS t"),
    "emoji of many people": ("answered", "SELECT '" + "\U0001f468\u200d" * 50_000 + "' AS t"),
}
"""By what is tried: how it should end, and the query."""
