"""From a reader's text to the one query in it, or why there is none."""

import re
from datetime import date
from typing import Any, NamedTuple

import duckdb

QUERY = "SELECT"
PIVOT = "MULTI"
"""What DuckDB calls a PIVOT whose columns come from the data: it looks for them first."""
EXPLAIN = re.compile(r"(?i)^\s*EXPLAIN\b(\s*ANALYZE\b)?")
OPTIONS = re.compile(r"^\s*\([^()]*\)")


class NotAQueryError(Exception):
    """The text is not exactly one statement that only reads; the message names what it is."""


class BoundQuery(NamedTuple):
    """A query with its parameters, ready to run."""

    relation: duckdb.DuckDBPyRelation
    text: str
    """The statement alone."""
    line_offset: int
    """How many lines of the reader's text stand before it."""


def bind(connection: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, Any]) -> BoundQuery:
    """Return the one query of ``sql``, with those of the ``parameters`` that it uses.

    Raises:
        NotAQueryError: It is not exactly one statement that reads.
        duckdb.Error: DuckDB refuses it; line numbers are those of ``sql``.
    """
    statement = _only_query(connection, sql)
    text = _bare(statement.query)
    offset = lines_before(statement.query, sql)
    relation = _relation(connection, text, _used(statement, parameters), offset)
    return BoundQuery(relation, text, offset)


def lines_before(text: str, whole: str) -> int:
    r"""Return how many lines of ``whole`` stand before ``text``.

    >>> lines_before("SELECT 1", "-- one"), lines_before("SELECT 1", "-- one\nSELECT 1")
    (0, 1)
    """
    before, found, _ = whole.partition(text)
    return before.count("\n") if found else 0


def with_line_offset(error: Exception, offset: int) -> str:
    """Return the message with the line number in the reader's text."""

    def moved(line: re.Match[str]) -> str:
        return f"LINE {int(line[1]) + offset}:".ljust(len(line[0]))

    return re.sub(r"(?<=\n\n)LINE (\d+):", moved, str(error), count=1)


def _only_query(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one statement of ``sql``, if it is one that only reads."""
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise NotAQueryError(f"{len(statements)} statements")
    text = _bare(statements[0].query)
    if not any(_reads(connection, part) for part in _explained(text) or [text]):
        kind = statements[0].type.name
        raise NotAQueryError(text.split(None, 1)[0].upper() if kind == PIVOT else kind)
    return statements[0]


def _reads(connection: duckdb.DuckDBPyConnection, text: str) -> bool:
    """Tell whether a text is one query.

    A PIVOT and whatever else holds one are of the same type: only a query can stand in brackets
    after FROM.
    """
    kinds = _kinds(connection, text)
    return kinds == [QUERY] or (kinds == [PIVOT] == _kinds(connection, f"FROM ({text}\n)"))


def _kinds(connection: duckdb.DuckDBPyConnection, text: str) -> list[str]:
    try:
        return [statement.type.name for statement in connection.extract_statements(text)]
    except duckdb.ParserException:
        return []


def _explained(text: str) -> list[str]:
    """Return what may be the query behind EXPLAIN, ANALYZE and options in brackets."""
    rest, found = EXPLAIN.subn("", _without_comments(text), count=1)
    return [rest, OPTIONS.sub("", rest, count=1)] if found else []


def _without_comments(text: str) -> str:
    whole = text.encode()
    starts = duckdb.tokenize(text)
    ends = [start for start, _ in starts[1:]] + [len(whole)]
    return b" ".join(
        whole[start:end]
        for (start, kind), end in zip(starts, ends, strict=True)
        if kind != duckdb.token_type.comment
    ).decode()


def _bare(query: str) -> str:
    """Return a statement without what follows it: DuckDB puts it in brackets to limit it."""
    text = query.encode()
    for start, kind in reversed(duckdb.tokenize(query)):
        if kind != duckdb.token_type.comment and text[start : start + 1] != b";":
            break
        text = text[:start]
    return text.decode().rstrip()


def _relation(
    connection: duckdb.DuckDBPyConnection, text: str, parameters: dict[str, Any], offset: int
) -> duckdb.DuckDBPyRelation:
    try:
        try:
            return connection.sql(text, params=parameters or None)
        except duckdb.Error:
            # It fails in the same way, and names the line.
            connection.execute(text, parameters or None)
            raise
    except duckdb.Error as error:
        raise type(error)(with_line_offset(error, offset)) from None


def _used(statement: duckdb.Statement, parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters that the statement uses, as it spells them.

    DuckDB refuses others, and takes ``$Day`` for ``$day``.
    """
    given = {name.lower(): value for name, value in parameters.items()}
    return {
        name: date.fromisoformat(value["date"]) if isinstance(value, dict) else value
        for name in statement.named_parameters
        for value in [given.get(name.lower(), given)]
        if value is not given
    }
