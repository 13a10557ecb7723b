"""Strings get their types; what does not parse becomes null, and nothing is judged."""

import dataframely as dy
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tests.helpers.drawing import extracted
from tests.helpers.tables import TABLES
from tests.helpers.tiny import write_tiny
from transforms.clean import clean, derive, tidy


class Row(dy.Schema):
    """One column of each type."""

    word = dy.String(nullable=True)
    code = dy.Enum(["yes", "no"], nullable=True)
    flag = dy.Bool(nullable=True)
    count = dy.Int64(nullable=True)
    amount = dy.Float64(nullable=True)
    on = dy.String(nullable=True, metadata={"edtf": True})


def cleaned(**cells: str) -> dict[str, object]:
    """Return one row after cleaning."""
    return clean(pl.DataFrame({"line": [2], **{k: [v] for k, v in cells.items()}}), Row).row(
        0, named=True
    )


TIDY = {
    "ends are trimmed": ("  a ", "a"),
    "no-break spaces at the ends are trimmed": ("\u00a0a\u202f", "a"),
    "runs of spaces become one": ("a   b", "a b"),
    "tabs and line breaks become a space": ("a\r\n\tb\nc", "a b c"),
    "no-break spaces inside stay": ("trois\u00a0: «\u202fa\u202f»", "trois\u00a0: «\u202fa\u202f»"),
    "accents get their one-character form": ("e\u0301te\u0301", "été"),
    "what nobody sees stays, to be refused": ("g\u200bdc", "g\u200bdc"),
    "line separators of other systems become a space": ("a\u2028b\x85c", "a b c"),
    "an empty cell becomes null": ("", None),
    "a cell of spaces becomes null": (" \u00a0\n", None),
    "NA stays text": ("NA", "NA"),
    "leading zeros stay": ("007", "007"),
    "other scripts stay": ("联合国 Организация", "联合国 Организация"),
}


@pytest.mark.parametrize(("before", "after"), TIDY.values(), ids=TIDY.keys())
def test_text_is_tidied(before: str, after: str | None) -> None:
    """It leaves one paragraph of plain text, or null."""
    assert cleaned(word=before)["word"] == after


@given(cells=st.lists(st.text(max_size=8), max_size=6))
def test_tidying_twice_is_tidying_once(cells: list[str]) -> None:
    """It leaves nothing to tidy."""
    once = tidy(pl.DataFrame({"text": cells}, {"text": pl.String}))
    assert tidy(once).equals(once)


PARSED = {
    ("code", " yes "): "yes",
    ("code", "maybe"): None,
    ("code", "Yes"): None,
    ("flag", "true"): True,
    ("flag", "TRUE"): True,
    ("flag", "VRAI"): True,
    ("flag", "1"): True,
    ("flag", "false"): False,
    ("flag", "Faux"): False,
    ("flag", "0"): False,
    ("flag", "perhaps"): None,
    ("count", "007"): 7,
    ("count", "-3"): -3,
    ("count", "12.5"): None,
    ("count", "1 000"): None,
    ("count", "99999999999999999999"): None,
    ("amount", "12.5"): 12.5,
    ("amount", "-1e3"): -1000.0,
    ("amount", "12,5"): None,
    ("amount", "NaN"): None,
    ("amount", "inf"): None,
    ("on", "2025-13"): "2025-13",
}


@pytest.mark.parametrize(("cell", "value"), PARSED.items(), ids=map(str, PARSED))
def test_a_cell_gets_its_type_or_null(cell: tuple[str, str], value: object) -> None:
    """It takes what can only mean one thing, and guesses nothing."""
    column, text = cell
    assert cleaned(**{column: text})[column] == value


def test_a_missing_column_comes_out_null() -> None:
    """It gives all declared columns with their types, in the order of the schema."""
    frame = clean(pl.DataFrame({"line": [2, 3], "count": ["1", "2"]}), Row)
    assert frame.columns == ["line", *Row.column_names()]
    assert frame.schema["flag"] == pl.Boolean
    assert frame["flag"].to_list() == [None, None]


def test_cleaning_works_on_any_slice(tmp_path_factory: pytest.TempPathFactory) -> None:
    """It gives the same for two halves as for the whole."""
    raw, _ = extracted(write_tiny(tmp_path_factory.mktemp("data")))
    for name, schema in TABLES.items():
        halves = [clean(raw[name][:1], schema), clean(raw[name][1:], schema)]
        assert_frame_equal(pl.concat(halves), clean(raw[name], schema))


def test_each_date_gets_its_days_right_after_it() -> None:
    """It adds the first and the last day beside the date that they come from."""
    frame = derive(pl.DataFrame({"on": ["2025-08", None], "word": ["a", "b"]}), Row)
    assert frame.columns == ["on", "on_earliest", "on_latest", "word"]
    assert frame.select(pl.col(pl.Date).dt.to_string()).rows() == [
        ("2025-08-01", "2025-08-31"),
        (None, None),
    ]
