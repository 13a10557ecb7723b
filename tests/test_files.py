"""Files to take away hold exactly the rows, and run nothing in a spreadsheet."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime

import openpyxl
import polars as pl
import pytest
from openpyxl import Workbook
from polars.testing import assert_frame_equal

from transforms import files
from transforms.errors import FileError
from transforms.files import (
    About,
    Cover,
    csv_bytes,
    excel_bytes,
    json_bytes,
    neutralise,
    parquet_bytes,
    stamped,
)

ABOUT = About("needs", "A lack.", "Un manque.", "0123456789ab", {"day": date(2026, 1, 1)})


def sheet(content: bytes, number: int) -> str:
    """Return the XML of one sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


def opened(content: bytes) -> Workbook:
    """Open a workbook with another library than the one that wrote it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def texts(content: bytes) -> str:
    """Return all texts of a workbook, as XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/sharedStrings.xml").decode()


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


def test_a_workbook_says_what_it_is() -> None:
    """It names relation, meaning, edition, day and columns on a first sheet."""
    about = About(**{**vars(ABOUT), "columns": [("id", "Its key.", "Sa clé.")]})
    said = texts(excel_bytes(pl.DataFrame({"id": ["x"]}), about))
    expected = ("needs", "A lack.", "Un manque.", "0123456789ab", "day", "2026-01-01", "Sa clé.")
    assert [word for word in expected if f">{word}<" not in said] == []


@pytest.mark.parametrize(
    ("language", "sheet", "there", "missing"),
    [
        (None, "about", ["A lack.", "Un manque.", "as of 1 January", "au 1er janvier"], []),
        ("en", "about", ["A lack.", "as of 1 January 2026"], ["Un manque.", "citation", "Suivi"]),
        ("fr", "À propos", ["Un manque.", "au 1er janvier 2026"], ["A lack.", "cite as"]),
    ],
)
def test_a_workbook_speaks_the_language_asked_for(language, sheet, there, missing) -> None:
    """It says what it is and how to cite it in one language, or in both."""
    about = About(**{**vars(ABOUT), "language": language})
    book = opened(excel_bytes(pl.DataFrame({"id": ["x"]}), about))
    said = "\n".join(str(cell.value) for row in book[sheet] for cell in row)

    assert [word for word in there if word not in said] == []
    assert [word for word in missing if word in said] == []


def test_a_workbook_has_no_formula_and_no_link() -> None:
    """It stores texts as texts, as they are, and keeps them so when somebody edits the cell."""
    frame = pl.DataFrame({"=a": ["=1+1", "\n=1", "https://example.org", "'tis", "plain"]})
    content = excel_bytes(frame, ABOUT)
    assert "<f>" not in sheet(content, 2)
    assert "hyperlink" not in sheet(content, 2)
    cells = [cell for [cell] in opened(content)["data"].iter_rows()]
    assert [cell.value for cell in cells[1:]] == frame["=a"].to_list()
    assert [bool(cell.quotePrefix) for cell in cells[1:]] == [True, True, False, False, False]


def test_a_workbook_has_types() -> None:
    """It stores numbers and days as such, and as text what Excel would change."""
    frame = pl.DataFrame(
        {
            "n": [-2, 10**16],
            "on": [date(2026, 1, 1), date(1865, 5, 17)],
            "at": [datetime(2026, 1, 1, 12, tzinfo=UTC), None],
            "is": [True, None],
        }
    )
    rows = [*opened(excel_bytes(frame, ABOUT))["data"].iter_rows(min_row=2, values_only=True)]
    assert rows == [
        (-2, datetime(2026, 1, 1), datetime(2026, 1, 1, 12), True),
        ("10000000000000000", "1865-05-17", None, None),
    ]


def test_a_workbook_for_readers_has_their_words() -> None:
    """It has labels above the columns, days where a date is one, shares and links."""
    cover = Cover(
        ("À propos", "Données"),
        [("Page", "Members", "https://example.org/members?lang=fr")],
        [("Colonne", "Nom"), ("Pris le", "on")],
        {"on": "Pris le"},
        shares=frozenset({"share"}),
        links=frozenset({"url"}),
        dates=frozenset({"on"}),
    )
    frame = pl.DataFrame(
        {"on": ["2025-08-26", "2025-08"], "share": [0.5, 1.0], "url": ["https://a.org", "=x"]}
    )
    book = opened(excel_bytes(frame, cover))
    assert book.sheetnames == ["À propos", "Données"]
    assert book["À propos"]["C1"].hyperlink.target == "https://example.org/members?lang=fr"
    rows = book["Données"]
    assert [cell.value for cell in rows[1]] == ["Pris le", "share", "url"]
    assert [cell.value for cell in rows["A"][1:]] == [datetime(2025, 8, 26), "2025-08"]
    assert rows["B2"].number_format == "0%"
    assert rows["C2"].hyperlink.target == "https://a.org"
    assert rows["C3"].hyperlink is None


def test_the_header_of_a_workbook_stays_and_filters() -> None:
    """It is there at any row, with a filter on each column."""
    rows = opened(excel_bytes(pl.DataFrame({"a": [1, 2], "b": [3, 4]}), ABOUT))["data"]
    assert (rows.freeze_panes, rows.auto_filter.ref) == ("A2", "A1:B3")


def test_a_workbook_has_widths() -> None:
    """It gives a long text more room than a short one, within reason."""
    frame = pl.DataFrame({"short": ["a"], "long": ["word " * 100]})
    rows = sheet(excel_bytes(frame, ABOUT), 2)
    short, long = (float(part.split('"')[0]) for part in rows.split(' width="')[1:])
    assert short < 15 < long < 80


def test_where_rows_are_from_stands_in_them() -> None:
    """It adds edition, day and language as the last columns, beside columns of those names."""
    frame = pl.DataFrame({"language": ["fr"], "n": [1]})
    rows = stamped(frame, "e", date(2026, 1, 1), "en", "members?body=dco")
    assert csv_bytes(rows) == (
        b"language,n,edition,as_of,page_language,page\nfr,1,e,2026-01-01,en,members?body=dco\n"
    )


def test_the_same_rows_are_the_same_workbook() -> None:
    """It notes no time of making."""
    frame = pl.DataFrame({"id": ["x"]})
    assert excel_bytes(frame, ABOUT) == excel_bytes(frame, ABOUT)
    with zipfile.ZipFile(io.BytesIO(excel_bytes(frame, ABOUT))) as archive:
        assert b"2026-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_an_empty_answer_is_still_a_file() -> None:
    """It writes the header where there are no rows."""
    empty = pl.DataFrame(schema={"id": pl.String, "ids": pl.List(pl.String)})
    assert csv_bytes(empty) == b"id,ids\n"
    assert excel_bytes(empty, ABOUT)
    assert json_bytes(empty) == b"[]\n"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so, where Excel would silently drop them."""
    monkeypatch.setattr(files, "EXCEL_ROWS", 1)
    with pytest.raises(FileError, match="a sheet holds 1 rows, not 2"):
        excel_bytes(pl.DataFrame({"n": [1, 2]}), ABOUT)


def test_more_columns_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so too."""
    monkeypatch.setattr(files, "EXCEL_COLUMNS", 1)
    with pytest.raises(FileError, match="a sheet holds 1 columns, not 2"):
        excel_bytes(pl.DataFrame({"a": [1], "b": [1]}), ABOUT)


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
