"""Problems are told once, in words, and alike in any part of a table."""

import re
from pathlib import Path

import dataframely as dy
import pytest

from tests.helpers.drawing import added, changed, extracted, problems_of, reported
from tests.helpers.tables import TABLES
from tests.helpers.tiny import TINY, write_tiny
from transforms.clean import clean
from transforms.problems import MOST, Problem
from transforms.quality import row_problems
from transforms.quality.rules import FORMS, rules


def test_an_unreadable_table_is_told_once(tmp_path: Path) -> None:
    """It does not call every reference to that table an orphan."""
    assert problems_of(tmp_path, actors="") == [
        "data/actors.csv: the file is empty; it needs at least its line of column names"
    ]


def test_a_missing_column_is_told_once(tmp_path: Path) -> None:
    """It does not call the cells of that column empty, nor its rules broken."""
    files = changed("positions", "instrument_id,", "instrument,")
    files |= changed("countries", "ldc,lldc", "lcd,lldc")
    assert problems_of(tmp_path, **files) == [
        "data/countries.csv:1: column 'lcd' is not a column of this table (did you mean 'ldc'?)",
        "data/positions.csv:1: column 'instrument' is not a column of this table "
        "(did you mean 'instrument_id'?)",
    ]


def test_a_ragged_row_is_told_once(tmp_path: Path) -> None:
    """It judges none of its cells, and still knows its key."""
    files = changed("actors", "The Club,Le Club", "The Club,Le,Club")
    assert problems_of(tmp_path, **files) == [
        "data/actors.csv:6: the line has 19 cells instead of 18: does a cell need quotation marks?"
    ]


def test_mistakes_of_one_kind_are_summed_up(tmp_path: Path) -> None:
    """It shows the first hundred and counts the rest."""
    rows = [f"pact-1,{sdg},named" for sdg in range(18, 18 + MOST + 5)]
    messages = problems_of(tmp_path, **added("commitment_sdgs", *rows))
    assert len(messages) == MOST + 1
    assert messages[-1].endswith(f":{MOST + 3}: and 5 more rows like the {MOST} above from here on")


def test_rows_are_judged_alike_in_any_slice(tmp_path: Path) -> None:
    """It finds in the parts of a table what it finds in the whole."""
    files = changed("memberships", "2022-06-01,2025-06-01", "2022-06-01,2021")
    raw, _ = extracted(write_tiny(tmp_path / "data", **files))
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
    assert reported(folder) == [
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
    assert reported(write_tiny(tmp_path / "data")) == []


UNFIT = {
    "Club\x1b[31m": "U+001B (control character) at character 5, which nobody sees: delete it",
    "\u202eClub": "U+202E RIGHT-TO-LEFT OVERRIDE at character 1, which nobody sees: delete it",
    "<b>Club</b>": "'<b', the start of an HTML tag: write what a reader should see",
    "Club<!--": "'<!', the start of an HTML tag: write what a reader should see",
    "Club &eacute;": "'&eacute;', an HTML entity: write what a reader should see",
    "Club&#8217;s": "'&#8217;', an HTML entity: write what a reader should see",
}


@pytest.mark.parametrize(("text", "what"), UNFIT.items(), ids=ascii)
def test_a_text_that_is_not_what_it_looks_like_is_refused(
    tmp_path: Path, text: str, what: str
) -> None:
    """It names the cell and what stands there."""
    assert problems_of(tmp_path, **changed("actors", "The Club,Le Club", f"{text},Le Club")) == [
        f"data/actors.csv:6: name_en holds {what}"
    ]


def test_a_sign_for_less_is_a_sign(tmp_path: Path) -> None:
    """It leaves a text alone that only compares or adds."""
    files = changed("actors", "The Club,Le Club", "R&D; Club of < 5 & AT&T,Le Club")
    assert problems_of(tmp_path, **files) == []


HIDDEN = {
    "a key": ("commitments", "pact-1,pact,", "pact-1,\u200bpact,", "instrument_id"),
    "a day": ("commitments", "le Sud,2025,", "le Sud,\u202a2025\u202c,", "due_on"),
    "a code": ("commitments", ",commits,", ",commits\u00ad,", "modality"),
    "a flag": ("countries", "Afrique australe,false", "Afrique australe,fal\u2060se", "ldc"),
    "an address": ("sources", "https://", "https://\u200e", "url"),
}


@pytest.mark.parametrize(("table", "old", "new", "column"), HIDDEN.values(), ids=HIDDEN.keys())
def test_what_nobody_sees_is_refused_in_any_column(
    tmp_path: Path, table: str, old: str, new: str, column: str
) -> None:
    """It says so once, and not that the value is unknown or of a wrong form."""
    text = TINY[table].replace(old, new, 1)
    about = [
        line for line in problems_of(tmp_path, **{table: text}) if f": {column} holds U+" in line
    ]
    assert len(about) == 1
    assert not [
        line
        for line in problems_of(tmp_path, **{table: text})
        if f": {column} " in line and "nobody sees" not in line and "is not in data/" not in line
    ]


def test_a_table_of_column_names_alone_is_told_once(tmp_path: Path) -> None:
    """It names the empty table, and not every row that refers to it."""
    [message] = problems_of(tmp_path, sources=TINY["sources"].splitlines()[0] + "\n")
    assert re.fullmatch(
        r"data/sources\.csv: the file holds only its column names, but \d+ cells in actors\.csv, "
        r".+\.csv refer to its rows",
        message,
    )


def test_tables_that_nobody_needs_may_be_empty(tmp_path: Path) -> None:
    """It takes a folder of column names alone for one that is about to be filled."""
    assert problems_of(tmp_path, **{name: text.split("\n")[0] for name, text in TINY.items()}) == []


def test_a_long_value_is_shortened(tmp_path: Path) -> None:
    """It shows the beginning of a cell of a megabyte."""
    long = changed("commitments", "le Sud,2025,", f"le Sud,{'1' * 1_000_000},")
    long |= changed("needs", "south,skills", f"south,{'s' * 1_000_000}")
    messages = problems_of(tmp_path, **long)
    assert len(messages) >= 2
    assert max(map(len, messages)) < 400
