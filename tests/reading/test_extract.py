"""Files as people save them are read, cell by cell and line by line."""

import csv
import io
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers.drawing import COLUMNS, HEAD, saved
from transforms.reading.extract import read

SAVED = HEAD + "un,United Nations,Nations Unies\nau,Côte d'Or,Été\n"
ROWS = [(2, "un", "United Nations", "Nations Unies"), (3, "au", "Côte d'Or", "Été")]


READ = {
    "as it should be": SAVED.encode(),
    "with a byte order mark": SAVED.encode("utf-8-sig"),
    "with CRLF": SAVED.replace("\n", "\r\n").encode(),
    "with the CR of old Macs": SAVED.replace("\n", "\r").encode(),
    "as UTF-16 by a spreadsheet": SAVED.replace(",", "\t").encode("utf-16"),
    "as UTF-16 without a mark": SAVED.encode("utf-16-le"),
    "as big-endian UTF-16 without a mark": SAVED.encode("utf-16-be"),
    "as UTF-32": SAVED.encode("utf-32"),
    "with semicolons": SAVED.replace(",", ";").encode(),
    "with bars": SAVED.replace(",", "|").encode(),
    "with every cell quoted": '"id","name_en","name_fr"\n"un","United Nations","Nations Unies"\n'
    '"au","Côte d\'Or","Été"\n'.encode(),
    "without a last line end": SAVED.encode().rstrip(b"\n"),
    "with blank lines below": SAVED.encode() + b"\n\n  \n",
    "with lines of separators below": SAVED.encode() + b",,\n , ,\n,,,,,\n",
    "with empty columns at the right": SAVED.replace("\n", ",,\n").encode(),
    "with spaces around column names": SAVED.replace("name_en,", " name_en ,").encode(),
}


@pytest.mark.parametrize("data", READ.values(), ids=READ.keys())
def test_a_file_is_read_as_people_save_it(tmp_path: Path, data: bytes) -> None:
    """It gives the same rows and line numbers, and says nothing, however it was saved."""
    assert saved(tmp_path, data) == (ROWS, [])


def test_columns_are_found_by_name(tmp_path: Path) -> None:
    """It does not rely on the order of the columns."""
    data = b"name_fr,id,name_en\nONU,un,UN\n"
    assert saved(tmp_path, data) == ([(2, "un", "UN", "ONU")], [])


def test_text_stays_text(tmp_path: Path) -> None:
    """It takes neither Namibia's code for a missing value nor a leading zero away."""
    data = f"{HEAD}NA,007,null\n".encode()
    assert saved(tmp_path, data)[0] == [(2, "NA", "007", "null")]


def test_a_line_that_announces_the_separator_is_skipped(tmp_path: Path) -> None:
    """It reads below ``sep=;``, which spreadsheets write for each other, and counts that line."""
    data = f"sep=;\r\n{HEAD}un,UN,ONU\n".replace(",", ";").encode()
    assert saved(tmp_path, data) == ([(3, "un", "UN", "ONU")], [])


def test_lines_are_numbered_as_an_editor_numbers_them(tmp_path: Path) -> None:
    """It gives the line on which a row starts, also below cells with line breaks."""
    frame, _ = read(write_lines(tmp_path), COLUMNS)
    assert frame.schema["line"] == pl.UInt32
    assert frame["line"].to_list() == [2, 5, 7, 9]


def write_lines(folder: Path) -> Path:
    """Write a file whose rows take 3, 1, 2 and 1 lines, with a blank line between."""
    path = folder / "actors.csv"
    path.write_bytes(b'id,name_en,name_fr\r\na,"x\r\ny\r\nz",1\r\nb,2,3\r\n\r\nc,"4\n5",6\nd,7,8\n')
    return path


PIECES = ["a", "é", '"', ",", ";", "\n", "\r\n", "\t", " ", "|", "="]
CELLS = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8),
    separator=st.sampled_from(",;\t|"),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_csv_writer_writes_is_read_back(
    tmp_path: Path, rows: list[tuple[str, str, str]], separator: str, line_end: str
) -> None:
    """It agrees with Python's csv module on every cell, and with an editor on every line."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, lineterminator=line_end)
    writer.writerow(COLUMNS)
    expected = []
    for row in rows:
        if any(cell.strip() for cell in row):
            expected.append((1 + buffer.getvalue().count("\n"), *row))
        writer.writerow(row)
    assert saved(tmp_path, buffer.getvalue().encode()) == (expected, [])
