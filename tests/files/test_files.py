"""Files to take away hold exactly the rows, and run nothing in a spreadsheet."""

import io
import json
from collections.abc import Callable
from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from transforms.errors import FileError
from transforms.files.cells import neutralise
from transforms.files.cover import About
from transforms.files.writers import csv_bytes, excel_bytes, json_bytes, parquet_bytes, stamped
from transforms.paths import DATA
from transforms.settings import read

SETTINGS, _ = read(DATA)
MEANING = {"en": "A lack.", "fr": "Un manque."}
ABOUT = About("needs", MEANING, "0123456789ab", SETTINGS, {"day": date(2026, 1, 1)})


def test_negative_numbers_stay_numbers() -> None:
    """It looks at the type and not at the minus."""
    frame = pl.DataFrame({"whole": [-1], "part": [-0.5]})
    assert_frame_equal(neutralise(frame), frame)


def test_a_formula_in_a_list_or_a_name_is_no_formula_either() -> None:
    """It looks at what ends up in a cell, the header row too."""
    frame = pl.DataFrame({"=ids": [["=1", "b"]]})
    assert csv_bytes(frame) == b"'=ids\n'=1; b\n"


def test_a_list_is_joined() -> None:
    """It writes lists as one text; an empty list is an empty text, and none is none."""
    frame = pl.DataFrame({"sdgs": [[4, 17], [], None]})
    assert neutralise(frame)["sdgs"].to_list() == ["4; 17", "", None]


def test_bytes_are_hexadecimal_however_deep() -> None:
    """It writes them as text where neither CSV nor JSON has any."""
    frame = pl.DataFrame({"a": [b"\xff"], "list": [[b"\x00", None]], "struct": [{"b": b"\xff"}]})
    assert csv_bytes(frame) == b'a,list,struct\nff,00,"{""b"":""ff""}"\n'
    assert json.loads(json_bytes(frame)) == [
        {"a": "ff", "list": ["00", None], "struct": {"b": "ff"}}
    ]
    assert excel_bytes(frame, ABOUT)


def test_what_is_nested_deeper_is_json() -> None:
    """It has no cell without a text for it."""
    frame = pl.DataFrame({"struct": [{"a": 1}, None], "list": [[{"a": 1}], None]})
    assert neutralise(frame).rows() == [('{"a":1}', '[{"a":1}]'), (None, None)]


def test_csv_is_utf_8_without_a_mark() -> None:
    """It begins with the header; only the variant for Excel begins with a BOM."""
    frame = pl.DataFrame({"nom": ["Égypte"]})
    assert csv_bytes(frame) == "nom\nÉgypte\n".encode()
    assert csv_bytes(frame, excel=True) == b"\xef\xbb\xbf" + csv_bytes(frame)


def test_parquet_keeps_lists_types_and_formulas() -> None:
    """It changes nothing: no spreadsheet runs Parquet."""
    frame = pl.DataFrame({"ids": [["a"]], "on": [date(2026, 1, 1)], "text": ["=1"]})
    assert_frame_equal(pl.read_parquet(io.BytesIO(parquet_bytes(frame))), frame)


def test_json_is_one_object_a_row() -> None:
    """It writes days as ISO 8601."""
    frame = pl.DataFrame({"on": [date(2026, 1, 1)], "ids": [["a", "b"]], "none": [None]})
    assert json.loads(json_bytes(frame)) == [{"on": "2026-01-01", "ids": ["a", "b"], "none": None}]


def test_where_rows_are_from_stands_in_them() -> None:
    """It adds edition, day and language as the last columns, beside columns of those names."""
    frame = pl.DataFrame({"language": ["fr"], "n": [1]})
    rows = stamped(frame, "e", date(2026, 1, 1), "en", "members?body=dco")
    assert csv_bytes(rows) == (
        b"language,n,edition,as_of,page_language,page\nfr,1,e,2026-01-01,en,members?body=dco\n"
    )


def test_an_empty_answer_is_still_a_file() -> None:
    """It writes the header where there are no rows."""
    empty = pl.DataFrame(schema={"id": pl.String, "ids": pl.List(pl.String)})
    assert csv_bytes(empty) == b"id,ids\n"
    assert excel_bytes(empty, ABOUT)
    assert json_bytes(empty) == b"[]\n"


FOREVER = pl.Series("day", [2**31 - 1], pl.Int32).cast(pl.Date)
"""What DuckDB hands over for 'infinity'."""

UNWRITABLE = {
    "a day": FOREVER,
    "a time": pl.Series("day", [2**63 - 1]).cast(pl.Datetime("us")),
    "a day in a list": pl.Series("day", [[0, 2**31 - 1]], pl.List(pl.Int32)).cast(pl.List(pl.Date)),
    "a day in a struct": pl.DataFrame({"inner": FOREVER}).to_struct("day"),
    "a day in a map": pl.Series("day", [[{"key": "a", "value": 2**31 - 1}]]).cast(
        pl.List(pl.Struct({"key": pl.String, "value": pl.Date}))
    ),
    "a day before the first year": pl.Series("day", [-719_163], pl.Int32).cast(pl.Date),
}


@pytest.mark.parametrize("column", UNWRITABLE.values(), ids=UNWRITABLE.keys())
@pytest.mark.parametrize("write", [csv_bytes, json_bytes, lambda frame: excel_bytes(frame, ABOUT)])
def test_a_day_that_cannot_be_written_is_refused(
    column: pl.Series, write: Callable[[pl.DataFrame], bytes]
) -> None:
    """It says which column, and does not panic."""
    with pytest.raises(FileError, match="column 'day' holds a day outside the years 1 to 9999"):
        write(column.to_frame())


def test_the_first_and_the_last_day_are_written() -> None:
    """It refuses no day that has a name, and no empty cell."""
    days = pl.DataFrame({"day": [date.min, date.max, None]})
    assert csv_bytes(days) == b"day\n0001-01-01\n9999-12-31\n\n"
