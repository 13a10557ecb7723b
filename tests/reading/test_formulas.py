"""What is done to a text so that no spreadsheet runs it, our own reader takes back."""

import csv
import io
import re
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tests.helpers.drawing import extracted
from transforms.files.cells import neutralise
from transforms.files.writers import csv_bytes
from transforms.paths import DATA
from transforms.reading.extract import read
from transforms.reading.formulas import restored

SIGNS = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
BREAKS = ["\t", "\r", "\n"]
"""How a formula may begin (OWASP, "CSV injection")."""
SKIPPED = [" ", "\u00a0", "\u200b", "\ufeff", "\x01", "\n", "\u3000", "\u00ad"]
"""What some spreadsheets do not see before a formula."""

HOSTILE = st.text(
    st.one_of(
        st.sampled_from(["'", '"', ",", ";", "é", *SIGNS, *BREAKS, *SKIPPED]),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=8,
)


@pytest.mark.parametrize("skipped", ["", *SKIPPED, "".join(SKIPPED), "'", "''"])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_text_that_a_spreadsheet_may_run_gets_an_apostrophe(sign: str, skipped: str) -> None:
    """It makes a formula a text, whatever stands before it that a spreadsheet skips."""
    cell = f"{skipped}{sign}cmd|' /C calc'!A0"
    assert neutralise(pl.DataFrame({"text": [cell]})).item() == f"'{cell}"


@pytest.mark.parametrize("start", BREAKS)
def test_a_text_that_begins_with_a_break_gets_an_apostrophe(start: str) -> None:
    """It lets no tab or line break move what follows to where it runs."""
    assert neutralise(pl.DataFrame({"text": [f"{start}a"]})).item() == f"'{start}a"


@pytest.mark.parametrize("parted", ["x;=1+1;y", "x; @sum", "a\t-1", "a;'=1"])
def test_a_formula_after_a_semicolon_gets_an_apostrophe(parted: str) -> None:
    """It stays a text where semicolons or tabs part the cells, and comes back as it was."""
    written = neutralise(pl.DataFrame({"text": [parted]}))["text"]

    assert re.search(r"[;\t]\s*[=+\-@]", written.item()) is None
    assert restored(written.to_frame()).item() == parted


@pytest.mark.parametrize("cell", ["", "a=b", "1-1", "é", " a", "'tis", "(=1)"])
def test_other_texts_stay_as_they_are(cell: str) -> None:
    """It touches nothing that a spreadsheet takes for a text anyway."""
    assert neutralise(pl.DataFrame({"text": [cell]})).item() == cell


@given(st.lists(HOSTILE))
def test_every_text_comes_back(texts: list[str]) -> None:
    """It takes off exactly what was put on, also where a text began with an apostrophe."""
    frame = pl.DataFrame({"text": texts}, schema={"text": pl.String})
    assert restored(neutralise(frame))["text"].to_list() == texts


@given(HOSTILE)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    """It leaves no cell that a spreadsheet may run, as a stranger's reader sees it."""
    content = csv_bytes(pl.DataFrame({"n": [1], "text": [text]})).decode()
    [_, [_, cell]] = csv.reader(io.StringIO(content, newline=""))
    assert not cell.startswith(tuple(BREAKS))
    assert not cell.lstrip("".join(SKIPPED)).startswith(tuple(SIGNS))


@given(rows=st.lists(st.tuples(HOSTILE, HOSTILE), min_size=1))
def test_hostile_texts_come_back_from_a_file(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]]
) -> None:
    """It reads what it wrote, text by text and row by row."""
    file = tmp_path_factory.getbasetemp() / "hostile.csv"
    frame = pl.DataFrame(rows, schema=["name", "text"], orient="row")
    frame = frame.select(pl.lit("key").alias("id"), pl.all())  # no row is blank
    file.write_bytes(csv_bytes(frame))
    found, problems = read(file, frame.columns)
    # A drawn text may look like one that an earlier save broke, which is only pointed out.
    assert [each for each in problems if "an earlier save" not in each.message] == []
    assert found.drop("line").rows() == frame.rows()


def test_tables_come_back_from_their_files(tmp_path: Path) -> None:
    """It reads from an export of ``data/`` what it reads from ``data/`` itself, cell by cell."""
    original, problems = extracted(DATA)
    for name, frame in original.items():
        (tmp_path / f"{name}.csv").write_bytes(csv_bytes(frame.drop("line")))
    again, found = extracted(tmp_path)
    assert [str(problem) for problem in found] == [str(problem) for problem in problems]
    for name, frame in original.items():
        assert_frame_equal(again[name].drop("line"), frame.drop("line"))
