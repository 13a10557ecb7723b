"""Files that cannot be right are refused with the reason, or told and read as far as is certain."""

import gzip
from pathlib import Path

import pytest

from tests.helpers.drawing import COLUMNS, HEAD, extracted, saved
from tests.helpers.tiny import write_tiny
from transforms.pipeline import check
from transforms.problems import DataProblems
from transforms.reading.extract import read

SAVED = HEAD + "un,United Nations,Nations Unies\nau,Côte d'Or,Été\n"

REFUSED = {
    "empty": (b"", "actors.csv: the file is empty; it needs at least its line of column names"),
    "nothing but blank lines": (
        b"\n \n",
        "actors.csv: the file is empty; it needs at least its line of column names",
    ),
    "compressed": (
        gzip.compress(SAVED.encode()),
        "actors.csv: the file is compressed with gzip, not a CSV; save it as CSV UTF-8",
    ),
    "a workbook": (
        b"PK\x03\x04 xl/workbook.xml",
        "actors.csv: the file is a zip archive or an Excel workbook, not a CSV; "
        "save it as CSV UTF-8",
    ),
    "an old workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "actors.csv: the file is an old Excel workbook, not a CSV; save it as CSV UTF-8",
    ),
    "a NUL byte": (
        SAVED.encode() + b"itu,I\0TU,UIT\n",
        "actors.csv:4: the line holds a NUL byte; delete it, or save it as CSV UTF-8",
    ),
    "UTF-16 cut in the middle": (
        SAVED.encode("utf-16")[:-1],
        "actors.csv: the file starts as utf-16 but is cut or mixed; save it as CSV UTF-8",
    ),
    "Windows-1252, which is like Windows-1250": (
        SAVED.encode("cp1252"),
        "actors.csv:3: the line is not in UTF-8 (byte F4), and its letters are uncertain; "
        "save it as CSV UTF-8",
    ),
    "two encodings in one file": (
        SAVED.encode() + "ci,Côte d'Ivoire,Côte d'Ivoire\n".encode("cp1252"),
        "actors.csv:4: the line is not in UTF-8 (byte F4), and its letters are uncertain; "
        "save it as CSV UTF-8",
    ),
    "no column names": (
        b"un,United Nations,Nations Unies\n",
        "actors.csv:1: this line should hold the column names: id, name_en, name_fr",
    ),
    "a cell that never ends": (
        (HEAD + 'un,"United Nations,Nations Unies\nitu,ITU,UIT\n').encode(),
        "actors.csv:2: a cell that starts with a quotation mark here never ends; close it",
    ),
    "text after a quoted cell": (
        (HEAD + 'un,UN,ONU\nitu,"ITU" Geneva,UIT\n').encode(),
        "actors.csv:3: a quotation mark stands inside a cell; put the whole cell in quotation "
        "marks and double those inside it",
    ),
    "quotation marks of two lines that seem to match": (
        (HEAD + 'a,5" disk,x\nb,c,d\ne,6" disk,x\n').encode(),
        "actors.csv:2: a quotation mark stands inside a cell; put the whole cell in quotation "
        "marks and double those inside it",
    ),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_is_refused_with_the_reason(tmp_path: Path, data: bytes, message: str) -> None:
    """It gives no rows, and one sentence that says why and what to do."""
    assert saved(tmp_path, data) == ([], [message])


FAULTS = {
    "a column too few": (
        "id,name_en\nun,UN\n",
        [(2, "un", "UN")],
        "actors.csv:1: column 'name_fr' is missing; add it, with empty cells where nothing is "
        "known",
    ),
    "a column nobody declared": (
        "id,name_en,name_fr,colour\nun,UN,ONU,blue\n",
        [(2, "un", "UN", "ONU")],
        "actors.csv:1: column 'colour' is not a column of this table",
    ),
    "a misspelt column": (
        "id,name_en,nmae_fr\nun,UN,ONU\n",
        [(2, "un", "UN")],
        "actors.csv:1: column 'nmae_fr' is not a column of this table (did you mean 'name_fr'?)",
    ),
    "a column in capitals": (
        "ID,name_en,name_fr\nun,UN,ONU\n",
        [(2, "UN", "ONU")],
        "actors.csv:1: column 'ID' must be written 'id'",
    ),
    "a carriage return in a column name": (
        "id,na\rme_en,name_fr\nun,UN,ONU\n",
        [(2, "un", "ONU")],
        "actors.csv:1: column 'na me_en' is not a column of this table (did you mean 'name_en'?)",
    ),
    "a column twice": (
        "id,name_en,name_fr,name_fr\nun,UN,ONU,Onu\n",
        [(2, "un", "UN")],
        "actors.csv:1: column 'name_fr' is there 2 times; keep one",
    ),
    "cells without a column": (
        "id,name_en,name_fr,\nun,UN,ONU,\nitu,ITU,UIT,Geneva\n",
        [(2, "un", "UN", "ONU"), (3, "itu", "ITU", "UIT")],
        "actors.csv:3: column 4 has cells but no name",
    ),
    "a line too short": (
        HEAD + "un,UN,ONU\nitu,ITU\n",
        [(2, "un", "UN", "ONU"), (3, "itu", None, None)],
        "actors.csv:3: the line has 2 cells instead of 3: a separator is missing",
    ),
    "a first line too long": (
        HEAD + "itu,ITU,UIT,x\nun,UN,ONU\n",
        [(2, "itu", None, None), (3, "un", "UN", "ONU")],
        "actors.csv:2: the line has 4 cells instead of 3: does a cell need quotation marks?",
    ),
    "a line too long": (
        HEAD + "un,UN,ONU\nitu,ITU,UIT, Genève\n",
        [(2, "un", "UN", "ONU"), (3, "itu", None, None)],
        "actors.csv:3: the line has 4 cells instead of 3: does a cell need quotation marks?",
    ),
    "a short line after a cell with line breaks": (
        HEAD + 'un,"U\n,N",ONU\nitu,ITU\n',
        [(2, "un", "U\n,N", "ONU"), (4, "itu", None, None)],
        "actors.csv:4: the line has 2 cells instead of 3: a separator is missing",
    ),
    "letters that an earlier save broke": (
        HEAD + "un,UN,ONU\nci,Ivory Coast,Ã©toile\n",
        [(2, "un", "UN", "ONU"), (3, "ci", "Ivory Coast", "Ã©toile")],
        "actors.csv:3: 'Ã©' is left of a letter that an earlier save in a wrong encoding broke; "
        "correct it here and wherever it occurs",
    ),
}


@pytest.mark.parametrize(("text", "rows", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_and_the_rest_is_read(
    tmp_path: Path, text: str, rows: list[tuple[object, ...]], message: str
) -> None:
    """It keeps what is certain, and names the line of the fault."""
    assert saved(tmp_path, text.encode()) == (rows, [message])


def test_one_short_and_one_long_line_do_not_cancel_out(tmp_path: Path) -> None:
    """It counts the cells of each row, not those of the file."""
    _, texts_shown = saved(tmp_path, f"{HEAD}a,b\nc,d,e,\n".encode())
    assert [line.split(": ")[0] for line in texts_shown] == ["actors.csv:2", "actors.csv:3"]


def test_a_wrong_byte_is_found_far_into_a_large_file(tmp_path: Path) -> None:
    """It reads in pieces, and does not take a letter cut by their border for a wrong byte."""
    lines = 2_000_000 // len("é,é,é\n".encode())
    data = HEAD.encode() + "é,é,é\n".encode() * lines + b"\xff\xff\xff,b,c\n"
    assert saved(tmp_path, data)[1][0].startswith(
        f"actors.csv:{lines + 2}: the line is not in UTF-8"
    )


def test_a_missing_file_is_told_with_what_may_be_meant(tmp_path: Path) -> None:
    """It names a workbook of the same name."""
    (tmp_path / "Actors.xlsx").touch()
    _, problems = read(tmp_path / "actors.csv", COLUMNS)
    assert problems[0].message == (
        "the file is missing; save Actors.xlsx as actors.csv (CSV UTF-8)"
    )


def test_a_missing_folder_is_one_problem(tmp_path: Path) -> None:
    """It does not tell of thirty missing files when the folder is misspelt."""
    with pytest.raises(DataProblems) as raised:
        check(tmp_path / "dta")
    reported = [problem.message for problem in raised.value.problems if problem.severity == "error"]
    assert reported == ["there is no such folder"]


def test_a_file_that_is_no_table_is_a_warning(tmp_path: Path) -> None:
    """It says that the file was not read, and which table may be meant."""
    folder = write_tiny(tmp_path / "data")
    (folder / "commitment.csv").write_text("id\n", "utf-8")
    _, problems = extracted(folder)
    assert list(map(str, problems)) == [
        "data/commitment.csv: warning: the file is not a table of the tracker and was not read "
        "(did you mean 'commitments'?)"
    ]
