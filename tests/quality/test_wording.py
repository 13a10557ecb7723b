"""Problems are told once, in words, and alike in any part of a table."""

import re
from pathlib import Path

import dataframely as dy
import pytest

from tests.helpers.drawing import added, changed, told, told_of
from tests.helpers.tiny import TINY, write_tiny
from transforms.clean import clean
from transforms.problems import Problem
from transforms.quality import problems, row_problems
from transforms.quality.findings import MOST
from transforms.quality.rules import FORMS, rules
from transforms.reading.extract import extract
from transforms.schema import TABLES


def test_an_unreadable_table_is_told_once(tmp_path: Path) -> None:
    """It does not call every reference to that table an orphan."""
    assert told_of(tmp_path, actors="") == [
        "data/actors.csv: the file is empty; it needs at least its line of column names"
    ]


def test_a_missing_column_is_told_once(tmp_path: Path) -> None:
    """It does not call the cells of that column empty, nor its rules broken."""
    files = changed("positions", "instrument_id,", "instrument,")
    files |= changed("countries", "ldc,lldc", "lcd,lldc")
    assert told_of(tmp_path, **files) == [
        "data/countries.csv:1: column 'lcd' is not a column of this table (did you mean 'ldc'?)",
        "data/positions.csv:1: column 'instrument' is not a column of this table "
        "(did you mean 'instrument_id'?)",
    ]


def test_a_ragged_row_is_told_once(tmp_path: Path) -> None:
    """It judges none of its cells, and still knows its key."""
    files = changed("actors", "The Club,Le Club", "The Club,Le,Club")
    assert told_of(tmp_path, **files) == [
        "data/actors.csv:6: the line has 19 cells instead of 18: does a cell need quotation marks?"
    ]


def test_mistakes_of_one_kind_are_summed_up(tmp_path: Path) -> None:
    """It shows the first hundred and counts the rest."""
    rows = [f"pact-1,{sdg},named" for sdg in range(18, 18 + MOST + 5)]
    messages = told_of(tmp_path, **added("commitment_sdgs", *rows))
    assert len(messages) == MOST + 1
    assert messages[-1].endswith(f":{MOST + 3}: and 5 more rows like the {MOST} above from here on")


def test_rows_are_judged_alike_in_any_slice(tmp_path: Path) -> None:
    """It finds in the parts of a table what it finds in the whole."""
    files = changed("memberships", "2022-06-01,2025-06-01", "2022-06-01,2021")
    raw, _ = extract(write_tiny(tmp_path / "data", **files))
    name, schema = "memberships", TABLES["memberships"]
    whole = list(row_problems(raw[name], clean(raw[name], schema), schema))
    parts = [
        finding
        for part in raw[name].iter_slices(1)
        for finding in row_problems(part, clean(part, schema), schema)
    ]
    assert whole == parts != []


def test_messages_name_the_folder_that_was_read(tmp_path: Path) -> None:
    """It calls a user's own folder by its name."""
    folder = write_tiny(tmp_path / "mine", **changed("commitments", "pact-1,pact,", "pact-1,x,"))
    raw, _ = extract(folder)
    tables = {name: clean(raw[name], schema) for name, schema in TABLES.items()}
    assert list(map(str, problems(raw, tables, "mine"))) == [
        "mine/commitments.csv:2: instrument_id 'x' is not in mine/instruments.csv"
    ]


def patterns() -> set[str]:
    """Return every pattern of the schema that is not a date's."""
    return {
        column.regex
        for schema in TABLES.values()
        for column in schema.columns().values()
        if isinstance(column, dy.String)
        and column.regex
        and not (column.metadata or {}).get("edtf")
    }


@pytest.mark.parametrize("pattern", sorted(patterns()))
def test_every_pattern_has_words(pattern: str) -> None:
    """It is not shown to users as a regular expression."""
    assert pattern in FORMS


def test_every_rule_says_why() -> None:
    """It has a docstring, which is what users read."""
    silent = [
        f"{name}.{rule}"
        for name, schema in TABLES.items()
        for rule, (_, says) in rules(schema).items()
        if not re.fullmatch(r"[A-Z].+\.", says)
    ]
    assert silent == []


def test_a_problem_prints_like_a_compiler() -> None:
    """It gives file, line and message, without the line where the whole file is meant."""
    assert str(Problem("data/needs.csv", 3, "id", "id is empty")) == "data/needs.csv:3: id is empty"
    assert str(Problem("data/needs.csv", 0, "", "lost", "warning")) == (
        "data/needs.csv: warning: lost"
    )


def test_the_tiny_data_break_no_rule_of_their_own(tmp_path: Path) -> None:
    """It has a row in every table, so that every check above runs on something."""
    assert all(text.count("\n") > 1 for text in TINY.values())
    assert told(write_tiny(tmp_path / "data")) == []


@pytest.mark.parametrize("unfit", ["\x1b[31mClub", "\u202eClub", "<b>Club</b>", "Club<!--"])
def test_a_text_that_would_be_obeyed_is_refused(tmp_path: Path, unfit: str) -> None:
    """It names the cell, and writes out what nobody sees."""
    [message] = told_of(tmp_path, **changed("actors", "The Club,Le Club", f"{unfit},Le Club"))
    assert message.startswith(f"data/actors.csv:6: name_en {unfit!a} holds")


def test_a_sign_for_less_is_a_sign(tmp_path: Path) -> None:
    """It leaves a text alone that only compares."""
    files = changed("actors", "The Club,Le Club", "Club of < 5,Le Club")
    assert told_of(tmp_path, **files) == []
