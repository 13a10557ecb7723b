"""What comes out of the database: whole relations, and answers that touch nothing else."""

import zipfile
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path

import duckdb
import polars as pl
import pytest

from tests.helpers.tiny import write_tiny
from tests.helpers.tiny_folder import write_views
from transforms import pipeline
from transforms.database import reader
from transforms.errors import ReadError
from transforms.export import relations


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a database of the tiny data and views."""
    folder = tmp_path_factory.mktemp("tiny")
    views = write_views(folder / "views")
    pipeline.build(write_tiny(folder / "data"), folder / "tracker.duckdb", views=views)
    with reader.opened(folder / "tracker.duckdb") as connection:
        yield connection


def test_a_relation_comes_out_in_its_own_order(tiny: duckdb.DuckDBPyConnection) -> None:
    """It gives exactly the rows of the relation, as it orders them."""
    roles = relations.rows(tiny, relations.relation(tiny, "labels"), {})
    assert roles["code"].to_list()[:2] == ["member", "founding_member"]


def test_a_macro_takes_its_day(tiny: duckdb.DuckDBPyConnection) -> None:
    """It takes parameters by name, as texts, and leaves alone those that it does not have."""
    roster = relations.relation(tiny, "roster")
    given = {"day": "2026-01-01", "country": "NAM"}
    assert relations.rows(tiny, roster, given)["member_id"].to_list() == ["NAM"]
    assert relations.rows(tiny, roster, {**given, "whole": "true"}).height == 2


def test_a_macro_without_its_day_says_so(tiny: duckdb.DuckDBPyConnection) -> None:
    """It names the parameter and its type."""
    with pytest.raises(ReadError, match=r"roster needs day \(DATE\)"):
        relations.rows(tiny, relations.relation(tiny, "roster"), {})


def test_a_wrong_day_is_said_in_a_sentence(tiny: duckdb.DuckDBPyConnection) -> None:
    """It lets DuckDB judge the value."""
    with pytest.raises(ReadError, match="yesterday"):
        relations.rows(tiny, relations.relation(tiny, "roster"), {"day": "yesterday"})


def test_a_wrong_name_gets_the_near_one(tiny: duckdb.DuckDBPyConnection) -> None:
    """It helps with the spelling."""
    with pytest.raises(
        ReadError, match=r"no relation 'membership' \(did you mean 'memberships'\?\)"
    ):
        relations.relation(tiny, "membership")


def test_a_workbook_of_a_relation_carries_the_dictionary(tiny: duckdb.DuckDBPyConnection) -> None:
    """It takes meanings and edition from the database itself."""
    roster = relations.relation(tiny, "roster")
    about = relations.about(tiny, roster, {"day": "2026-01-01", "country": "NAM"})
    assert about.edition == reader.query(tiny, "SELECT id FROM edition").item()
    assert about.parameters == {"day": "2026-01-01"}
    assert about.columns == [
        ("organization_id", {"en": "The body.", "fr": "The body. [en]"}),
        ("member_id", {"en": "Who is in.", "fr": "Qui en fait partie."}),
    ]


def test_an_archive_of_the_same_rows_is_the_same_archive(tmp_path: Path) -> None:
    """It notes no time of packing."""
    (tmp_path / "file").write_bytes(b"content")
    for name in ("one.zip", "two.ZIP"):
        contents: list[tuple[str, relations.Content]] = [
            ("needs.csv", b"id\n"),
            ("deep/file", tmp_path / "file"),
        ]
        relations.write_all(tmp_path / name, iter(contents))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.ZIP").read_bytes()


def test_a_file_in_an_archive_can_be_read_by_all(tmp_path: Path) -> None:
    """It unpacks with the rights of an ordinary file, whole."""
    (tmp_path / "file").write_bytes(b"content" * 1000)
    relations.write_all(tmp_path / "x.zip", iter([("a", b"a"), ("b", tmp_path / "file")]))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert {oct(entry.external_attr >> 16) for entry in archive.infolist()} == {"0o100644"}
        assert (archive.read("a"), archive.read("b")) == (b"a", b"content" * 1000)


def test_an_archive_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """It keeps the archive that was there, and no half of a new one."""
    (tmp_path / "x.zip").write_bytes(b"before")

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "a", b"a"
        raise OSError(ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        relations.write_all(tmp_path / "x.zip", failing())
    assert [path.name for path in tmp_path.iterdir()] == ["x.zip"]
    assert (tmp_path / "x.zip").read_bytes() == b"before"


@pytest.mark.parametrize(
    "value",
    ["INTERVAL 1 DAY", "[INTERVAL 1 DAY]", "'1'::BIT", "union_value(a := 1)", "1::BIGNUM"],
)
def test_types_that_polars_does_not_know_come_as_text(
    tiny: duckdb.DuckDBPyConnection, value: str
) -> None:
    """It answers where Polars alone would end the process."""
    assert reader.query(tiny, f"SELECT {value} AS x").dtypes == [pl.String]


def test_columns_of_one_name_are_numbered(tiny: duckdb.DuckDBPyConnection) -> None:
    """It keeps every column of a join."""
    assert reader.query(tiny, "SELECT 1 AS id, 2 AS id, 3 AS ID").columns == ["id", "id_1", "ID_2"]


@pytest.mark.parametrize(
    "question",
    [
        "FROM '/etc/passwd'",
        "COPY needs TO 'needs.csv'",
        "CREATE TABLE x AS SELECT 1",
        "DELETE FROM needs",
        "SET memory_limit = '1GB'",
        "SET enable_external_access = true",
        "ATTACH 'x.duckdb'",
        "INSTALL httpfs",
        "FROM tiny",
        "SELEC",
    ],
)
def test_a_question_reads_the_one_file_and_writes_none(
    tiny: duckdb.DuckDBPyConnection, question: str
) -> None:
    """It refuses with DuckDB's own words."""
    with pytest.raises(ReadError):
        reader.query(tiny, question)


def test_a_file_that_is_no_database_is_said_in_a_sentence(tmp_path: Path) -> None:
    """It names the file."""
    (tmp_path / "x.duckdb").write_text("no")
    with (
        pytest.raises(ReadError, match=r"x\.duckdb cannot be opened"),
        reader.opened(tmp_path / "x.duckdb"),
    ):
        pass
