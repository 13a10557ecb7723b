"""``tracker export``: what it prints, writes and refuses."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.helpers.tracker_command import database, tracker


def test_a_relation_goes_to_stdout(built: Path) -> None:
    """It is CSV where nothing else is asked for."""
    result = tracker("export", "commitment_sdgs", *database(built))
    assert result.stdout == "commitment_id,sdg,named_as\npact-1,4,named\n"


def test_a_macro_is_asked_for_a_day(built: Path) -> None:
    """It takes the day of --as-of; who joined the South is known only up to 2020."""
    arguments = ("export", "members_on", "--format", "json", *database(built))
    counts = [
        len(json.loads(tracker(*arguments, "--as-of", day).stdout))
        for day in ("2019-12-31", "2021-01-01")
    ]
    assert counts == [1, 2]


@pytest.mark.parametrize("suffix", ["csv", "json", "parquet", "xlsx"])
def test_the_name_of_the_file_says_its_kind(built: Path, tmp_path: Path, suffix: str) -> None:
    """It needs no --format beside -o."""
    target = tmp_path / f"needs.{suffix}"
    assert tracker("export", "needs", "-o", str(target), *database(built)).exit_code == 0
    starts = {"csv": b"id,actor_id", "json": b"[{", "parquet": b"PAR1", "xlsx": b"PK"}
    assert target.read_bytes().startswith(starts[suffix])


@pytest.mark.parametrize("name", ["N.XLSX", "n.Json", "N.PARQUET", "n.CSV"])
def test_the_name_of_a_file_is_read_in_any_case(built: Path, tmp_path: Path, name: str) -> None:
    """It writes what the name says, whoever typed it in capitals."""
    assert tracker("export", "needs", "-o", str(tmp_path / name), *database(built)).exit_code == 0
    starts = {"xlsx": b"PK", "json": b"[{", "parquet": b"PAR1", "csv": b"id,actor_id"}
    kind = name.lower().partition(".")[2]
    assert (tmp_path / name).read_bytes().startswith(starts[kind])


def test_an_unknown_kind_of_file_is_refused(built: Path, tmp_path: Path) -> None:
    """It names the kinds that there are, and writes nothing."""
    result = tracker("export", "needs", "-o", str(tmp_path / "needs.ods"), *database(built))
    assert result.exit_code == 2
    assert ".ods is no kind of file: .csv, .parquet, .xlsx, .json or .zip" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_format_may_have_any_name(built: Path, tmp_path: Path) -> None:
    """It takes --format at its word where the name says nothing."""
    target = tmp_path / "needs.txt"
    tracker("export", "needs", "--format", "csv", "-o", str(target), *database(built))
    assert target.read_bytes().startswith(b"id,actor_id")


@pytest.mark.slow
def test_everything_goes_into_one_archive(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It needs no -o: it names the archive after edition and day, and says where it is."""
    monkeypatch.chdir(tmp_path)
    result = tracker("export", "--all", "--as-of", "2026-01-02", *database(built))
    [path] = tmp_path.iterdir()
    assert result.stdout == f"{path.name}\n"
    assert path.name.endswith("-2026-01-02.zip")
    with zipfile.ZipFile(path) as archive:
        assert {"tracker.duckdb", "data/needs.csv", "SHA256SUMS"} <= set(archive.namelist())


def test_everything_goes_into_a_folder(built: Path, tmp_path: Path) -> None:
    """It is the archive, unpacked."""
    tracker("export", "--all", "-o", str(tmp_path / "all"), *database(built))
    sums = (tmp_path / "all" / "SHA256SUMS").read_text().splitlines()
    found = {path for path in (tmp_path / "all").rglob("*") if path.is_file()}
    assert {tmp_path / "all" / line.split("  ")[1] for line in sums} < found


@pytest.mark.slow
def test_everything_can_be_of_one_format(built: Path, tmp_path: Path) -> None:
    """It holds every table, view and macro; it names what it cannot export without being told."""
    target = tmp_path / "all.zip"
    result = tracker("export", "--all", "--format", "csv", "-o", str(target), *database(built))
    with zipfile.ZipFile(target) as archive:
        names = set(archive.namelist())
    assert {"needs.csv", "timeline.csv", "members_on.csv", "dictionary.csv"} <= names
    assert "left out: country_profile needs -p country=..." in result.stderr


def test_several_relations_go_into_a_folder(built: Path, tmp_path: Path) -> None:
    """It writes one file each."""
    tracker("export", "needs", "sources", "-o", str(tmp_path / "out"), *database(built))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "needs.csv",
        "sources.csv",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("needs", "--all"),
        ("needs", "sources"),
        ("needs", "-p", "day"),
        ("needs", "--as-of", "x"),
        ("needs", "sources", "-o", "one.csv"),
        ("needs", "--format", "csv", "-o", "needs.xlsx"),
        ("--all", "-o", "one.parquet"),
        ("--all", "-p", "country=NAM"),
        ("--all", "--format", "csv"),
    ],
)
def test_an_export_that_cannot_be_meant_is_refused(built: Path, arguments: tuple[str, ...]) -> None:
    """It ends with 2 before it reads anything."""
    assert tracker("export", *arguments, *database(built)).exit_code == 2


@pytest.mark.parametrize(
    ("relation", "takes"),
    [("members_on", "it takes day, include_derived"), ("needs", "it takes none")],
)
def test_an_unknown_parameter_is_refused(built: Path, relation: str, takes: str) -> None:
    """It does not pass all rows for those that were meant."""
    arguments = ("export", relation, "-p", "organisation=dco")
    result = tracker(*arguments, *database(built))
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{relation} has no parameter 'organisation'; {takes}" in result.stderr
