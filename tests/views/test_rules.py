"""The rules that views share, each called by itself."""

import string
from functools import cache
from typing import Any

import duckdb
from hypothesis import given as drawn_by_chance
from hypothesis import strategies

from dashboard.shaping.folding import fold
from tests.helpers.drawn import given
from transforms.schema import VOCABULARIES

LETTERS = string.printable + "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿŒœ’Łłøß«»–şğČčž"
"""What the names and texts of the data are written in, and what a reader may type."""


@cache
def without_rows() -> duckdb.DuckDBPyConnection:
    """Return a database for rules that read no rows."""
    return given()


def value(database: duckdb.DuckDBPyConnection, call: str, *parameters: object) -> object:
    """Return what a function answers."""
    [(answer,)] = database.execute(f"SELECT {call}", parameters).fetchall()
    return answer


@drawn_by_chance(strategies.text(LETTERS))
def test_a_page_folds_what_is_searched_for_as_the_database_folds_what_is_searched(
    text: Any,
) -> None:
    """It finds by the same text, whoever folds it."""
    assert fold(text) == value(without_rows(), "search_text(?)", text)


def test_codes_stand_in_the_order_of_their_list() -> None:
    """It gives every code its place, and nothing to a code that is not in the list."""
    for name, codes in VOCABULARIES.items():
        call = f"[code_position('{name}', code) FOR code IN ?]"
        assert value(without_rows(), call, list(codes)) == list(range(1, len(codes) + 1))
    assert value(without_rows(), "code_position('confidence', 'nonsense')") is None
