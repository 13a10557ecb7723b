"""A workbook says what it is, reads well, and runs nothing."""

import io
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import polars as pl
import pytest
from openpyxl import Workbook

from transforms.errors import FileError
from transforms.files import writers
from transforms.files.cover import About, Cover
from transforms.files.writers import excel_bytes
from transforms.paths import DATA
from transforms.settings import read

SETTINGS, _ = read(DATA)
MEANING = {"en": "A lack.", "fr": "Un manque."}
ABOUT = About("needs", MEANING, "0123456789ab", SETTINGS, {"day": date(2026, 1, 1)})


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


def test_a_workbook_says_what_it_is() -> None:
    """It names relation, meaning, edition, day and columns on a first sheet."""
    about = About(**{**vars(ABOUT), "columns": [("id", {"en": "Its key.", "fr": "Sa clé."})]})
    text = texts(excel_bytes(pl.DataFrame({"id": ["x"]}), about))
    expected = ("needs", "A lack.", "Un manque.", "0123456789ab", "day", "2026-01-01", "Sa clé.")
    assert [word for word in expected if f">{word}<" not in text] == []


@pytest.mark.parametrize(
    ("language", "sheet", "there", "missing"),
    [
        (None, "about", ["A lack.", "Un manque.", "as of 1 January", "au 1er\u00a0janvier"], []),
        ("en", "about", ["A lack.", "as of 1 January 2026"], ["Un manque.", "citation", "Suivi"]),
        ("fr", "À propos", ["Un manque.", "au 1er\u00a0janvier 2026"], ["A lack.", "cite as"]),
    ],
)
def test_a_workbook_speaks_the_language_asked_for(
    language: str | None, sheet: str, there: list[str], missing: list[str]
) -> None:
    """It says what it is and how to cite it in one language, or in both."""
    about = About(**{**vars(ABOUT), "language": language})
    book = opened(excel_bytes(pl.DataFrame({"id": ["x"]}), about))
    text = "\n".join(str(cell.value) for row in book[sheet] for cell in row)

    assert [word for word in there if word not in text] == []
    assert [word for word in missing if word in text] == []


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


def test_the_same_rows_are_the_same_workbook() -> None:
    """It notes no time of making."""
    frame = pl.DataFrame({"id": ["x"]})
    assert excel_bytes(frame, ABOUT) == excel_bytes(frame, ABOUT)
    with zipfile.ZipFile(io.BytesIO(excel_bytes(frame, ABOUT))) as archive:
        assert b"2026-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so, where Excel would silently drop them."""
    monkeypatch.setattr(writers, "EXCEL_ROWS", 1)
    with pytest.raises(FileError, match="a sheet holds 1 rows, not 2"):
        excel_bytes(pl.DataFrame({"n": [1, 2]}), ABOUT)


def test_more_columns_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so too."""
    monkeypatch.setattr(writers, "EXCEL_COLUMNS", 1)
    with pytest.raises(FileError, match="a sheet holds 1 columns, not 2"):
        excel_bytes(pl.DataFrame({"a": [1], "b": [1]}), ABOUT)
