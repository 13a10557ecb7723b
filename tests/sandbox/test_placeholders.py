"""The parameters of a question are found as DuckDB finds them, without its parser."""

import time
from collections.abc import Iterator

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sandbox.placeholders import parameters_of

PIECES = [
    *["$a", "$day", "$É_1", "$", "$$", "$t$", "'", "''", "E'", "\\", '"', "--", "/*", "*/", "\n"],
    *[" ", ",", "(", ")", "1", "x", "a$b", "SELECT ", "FROM ", "::", "||", "😀", "\r"],
]


@pytest.fixture(scope="module")
def parser() -> Iterator[duckdb.DuckDBPyConnection]:
    """What splits all texts: to open it takes longer than that."""
    with duckdb.connect() as connection:
        yield connection


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_they_are_those_that_duckdb_finds(
    parser: duckdb.DuckDBPyConnection, pieces: list[str]
) -> None:
    """It agrees with the parser on every text that the parser takes."""
    sql = "SELECT " + "".join(pieces)
    try:
        statements = parser.extract_statements(sql)
    except duckdb.Error:
        return
    names = {name for statement in statements for name in statement.named_parameters}

    assert set(parameters_of(sql)) == {name for name in names if not name.isdecimal()}


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("FROM members_on($day) WHERE country = $country", ("day", "country")),
        ("SELECT $b, $a, $b, $B", ("b", "a")),
        ("SELECT '$a', \"$b\", $$ $c $$, $x$ $d $x$, a$e -- $f", ()),
        ("SELECT /* $a /* $b */ $c */ $d", ("d",)),
        ("SELECT E'\\'$a', 'it''s $b', $c", ("c",)),
        ("SELECT $1, ?, '", ()),
        ("nonsense $a", ("a",)),
        ("", ()),
    ],
)
def test_they_are_named_in_order(sql: str, names: tuple[str, ...]) -> None:
    """It skips texts, names and comments, and says each once."""
    assert parameters_of(sql) == names


@pytest.mark.parametrize(
    "piece",
    ["(", "'", '"', "$", "$$", "$a$", "/*", "*/", "--", "E'", "e'\\", "$x,", "a$", "\"'", "😀$"],
)
def test_no_text_holds_the_server_up(piece: str) -> None:
    """It goes over a megabyte once, whatever stands there."""
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()

    parameters_of(text)

    assert time.process_time() - started < 5
