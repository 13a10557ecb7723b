"""A file that is wrong a million times over is refused at once, in few and short words."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.drawing import COLUMNS, HEAD, extracted, saved
from tests.helpers.tiny import write_tiny
from transforms.problems import MOST
from transforms.reading.extract import read

READ_WIDE = """
import resource, sys
from pathlib import Path
from transforms.reading.extract import read
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
_, problems = read(Path(sys.argv[1]), ["id", "name_en", "name_fr"])
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(after - before, *problems)
"""


def test_a_million_columns_cost_little_memory(tmp_path: Path) -> None:
    """It counts them in the first line, and splits no line into cells."""
    path = tmp_path / "actors.csv"
    path.write_text("id,name_en,name_fr" + "," * 1_000_000 + "\nun,UN,ONU\n", "utf-8")
    command = [sys.executable, "-c", READ_WIDE, str(path)]
    grown, texts_shown = subprocess.check_output(command, text=True).split(" ", 1)
    assert "actors.csv:1: the line of column names has 1,000,003 columns" in texts_shown
    assert int(grown) < 50_000  # kilobytes


LIMITED = {
    "ragged lines": HEAD + "un,UN\n" * 300_000,
    "stray quotation marks": HEAD + 'un,"U"N,ONU\n' * 300_000,
}


@pytest.mark.parametrize("text", LIMITED.values(), ids=LIMITED.keys())
def test_faults_of_one_kind_are_counted(tmp_path: Path, text: str) -> None:
    """It shows the first hundred of 300,000 and counts the rest."""
    _, texts_shown = saved(tmp_path, text.encode())
    assert len(texts_shown) == MOST + 1
    assert texts_shown[-1].endswith("and 299,900 more rows like the 100 above from here on")


def test_unknown_columns_are_counted(tmp_path: Path) -> None:
    """It shows the first hundred of 900 and counts the rest."""
    names = ",".join(f"c{number}" for number in range(900))
    _, texts_shown = saved(tmp_path, f"id,name_en,name_fr,{names}\n".encode())
    assert texts_shown[-1] == "actors.csv:1: and 800 more columns like the 100 above"
    assert len(texts_shown) == MOST + 1


@pytest.mark.parametrize("name", ["x" * 90_000, "x" * 200_000, '"' + "x,;" * 100_000 + '"'])
def test_a_long_column_name_is_shortened(tmp_path: Path, name: str) -> None:
    """It refuses the line, or shows the beginning of the name."""
    _, texts_shown = saved(tmp_path, f"id,name_en,{name}\nun,UN,ONU\n".encode())
    assert 0 < max(map(len, texts_shown)) < 300


def test_files_that_are_no_tables_are_counted(tmp_path: Path) -> None:
    """It shows the first hundred and counts the rest."""
    folder = write_tiny(tmp_path / "data")
    for number in range(MOST + 7):
        (folder / f"zz{number:03}.csv").touch()
    _, problems = extracted(folder)
    assert len(problems) == MOST + 1
    assert problems[-1].message == "and 7 more files like the 100 above were not read"


def _folder(path: Path) -> None:
    path.mkdir()


def _socket(path: Path) -> None:
    here = os.open(path.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(f"/proc/self/fd/{here}/{path.name}")
    os.close(here)


SPECIAL: dict[str, Callable[[Path], None]] = {
    "a folder": _folder,
    "a named pipe": os.mkfifo,
    "a socket": _socket,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a loop of symbolic links": lambda path: path.symlink_to(path.name),
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere.csv"),
}


@pytest.mark.parametrize("what", SPECIAL)
def test_what_is_no_file_is_not_read(tmp_path: Path, what: str) -> None:
    """It says what stands there, and does not wait for its end."""
    SPECIAL[what](tmp_path / "actors.csv")
    _, problems = read(tmp_path / "actors.csv", COLUMNS)
    assert [problem.message for problem in problems] == [f"here stands {what}; a table is a file"]


HEADERS = {
    "id,name_en,name_fr\u200b": "column 'name_fr\\u200b' holds U+200B ZERO WIDTH SPACE at "
    "character 8, which nobody sees: delete it; the name is then 'name_fr'",
    "id,name_en,Name FR": "column 'Name FR' must be written 'name_fr'",
}


@pytest.mark.parametrize(("header", "message"), HEADERS.items(), ids=["hidden", "capitals"])
def test_a_column_name_that_differs_a_little_is_told_once(
    tmp_path: Path, header: str, message: str
) -> None:
    """It says what to change, and not also that the column is missing."""
    assert saved(tmp_path, f"{header}\nun,UN,ONU\n".encode())[1] == [f"actors.csv:1: {message}"]


def test_column_names_in_capitals_are_known(tmp_path: Path) -> None:
    """It takes the line for what it is, whatever stands between the names."""
    _, texts_shown = saved(tmp_path, b"ID;NAME_EN;NAME_FR\nun;UN;ONU\n")
    assert texts_shown == [
        f"actors.csv:1: column {name.upper()!r} must be written {name!r}"
        for name in sorted(COLUMNS)
    ]


@pytest.mark.parametrize(
    "encoding", ["cp1252", "latin-1", "cp1250", "mac_roman", "cp437", "cp850", "cp1251"]
)
def test_letters_read_in_a_wrong_encoding_are_refused(tmp_path: Path, encoding: str) -> None:
    """It finds what UTF-8 becomes in an editor that takes it for something else."""
    broken = "Côte d\u2019Ivoire, été".encode().decode(encoding)
    _, texts_shown = saved(tmp_path, f'{HEAD}ci,Ivory Coast,"{broken}"\n'.encode())
    assert texts_shown
    assert all("an earlier save in a wrong encoding broke" in line for line in texts_shown)


GOOD = (
    "À Á Ã Â » « Ärzte „Ä“ Åland “Å” ÇÈ SÃO CÂMARA \u0412\u00a0\u043c „Š“ ≈ 5 √2 €5 Łódź ŽŠ Ïle È…"
)


def test_good_letters_are_no_broken_ones(tmp_path: Path) -> None:
    """It takes no letter that languages have for damage."""
    assert saved(tmp_path, f"{HEAD}a,b,{GOOD}\n".encode())[1] == []
