"""The addresses of relations give their rows, all of them, in every kind of file."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import duckdb
import polars as pl
import pytest
from httpx2 import Response
from polars.testing import assert_frame_equal

from dashboard.filtering import catalogue
from dashboard.source import database as door
from dashboard.web.request.parameters import keys_in
from tests.helpers.macro_values import VALUES
from tests.helpers.web_client import web_client
from transforms import paths
from transforms.describing.datapackage import datapackage
from transforms.files.writers import csv_bytes, json_bytes
from transforms.paths import DATA
from transforms.settings import read

DAY = "2026-11-21"
Get = Callable[..., Response]


@pytest.fixture
def get(database: Path, monkeypatch: pytest.MonkeyPatch) -> Get:
    """``get("actors.csv", kind="state")`` asks for that."""
    client = web_client(database, monkeypatch)
    return lambda file, **query: client.get(f"/data/{file}", params=query)


def query_of(relation: catalogue.Relation) -> dict[str, str]:
    """Return what the relation cannot do without."""
    needed = [each.name for each in relation.arguments if each.default is None]
    return {name: str(value) for name, value in VALUES.items() if name in needed and name != "day"}


@pytest.fixture(scope="module")
def held(database: Path) -> Iterator[dict[str, pl.DataFrame]]:
    """The rows of every relation, of one country or record where it is of one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "DATABASE", database)
        yield {name: _held(relation) for name, relation in catalogue.relations().items()}


def _held(relation: catalogue.Relation) -> pl.DataFrame:
    needed = [each.name for each in relation.arguments if each.default is None]
    call = f"({', '.join(f'{name} := ${name}' for name in needed)})" if relation.arguments else ""
    return door.run(f'FROM "{relation.name}"{call}', **{name: VALUES[name] for name in needed})


def rows(answer: Response) -> pl.DataFrame:
    """Return the rows of a Parquet file."""
    return pl.read_parquet(io.BytesIO(answer.content))


def ids(answer: Response) -> list[str]:
    """Return the keys in an answer in JSON."""
    return [row["id"] for row in answer.json()]


PACKAGE = json.loads(datapackage(read(DATA)[0]))


@pytest.mark.slow
def test_every_relation_is_there_whole(get: Get, held: dict[str, pl.DataFrame]) -> None:
    """It gives what the database holds, with codes of the closed lists, as one kind of file each.

    The rows are asked for in one way, whatever is written of them.
    """
    package = {each["name"]: each["schema"]["fields"] for each in PACKAGE["resources"]}
    endings = cycle(("parquet", "json", "csv"))
    for (name, relation), ending in zip(catalogue.relations().items(), endings, strict=False):
        frame = held[name]
        query = query_of(relation) | ({"as_of": DAY} if relation.dated else {})
        answer = get(f"{name}.{ending}", **query)
        if ending == "parquet":
            assert_frame_equal(rows(answer), frame)
        elif ending == "json":
            assert answer.content == json_bytes(frame), name
        else:
            own = (field["name"] for field in package[name]) if name in package else frame.columns
            assert answer.content == csv_bytes(frame.select(own)), name
        for column in relation.columns:
            assert not column.codes or codes(frame[column.name]) <= set(column.codes), column


@pytest.mark.slow
def test_columns_of_keys_hold_keys_of_their_tables(held: dict[str, pl.DataFrame]) -> None:
    """It refuses no key that the data has."""
    strange = {}
    for name, relation in catalogue.relations().items():
        for column in relation.columns:
            keys = keys_in(relation, column)
            if (known := keys() if keys else None) is not None:
                strange[f"{name}.{column.name}"] = codes(held[name][column.name]) - set(known)

    assert {where: values for where, values in strange.items() if values} == {}
    assert len(strange) > 200


def codes(cells: pl.Series) -> set[str]:
    """Return the codes in a column of codes or of lists of them."""
    return set((cells.explode() if cells.dtype == pl.List else cells).drop_nulls())


@pytest.mark.parametrize("ending", ["csv", "json"])
@pytest.mark.parametrize("query", [{}, {"kind": "state"}, {"offset": 20, "limit": 9}, {"limit": 0}])
def test_pieces_make_up_the_whole(
    get: Get, monkeypatch: pytest.MonkeyPatch, ending: str, query: dict[str, object]
) -> None:
    """It sends the same bytes in many pieces as in one."""
    whole = get(f"actors.{ending}", **query).content
    monkeypatch.setattr(door, "BATCH", 7)

    assert get(f"actors.{ending}", **query).content == whole


def test_a_part_is_a_part_of_the_whole(get: Get) -> None:
    """It skips and stops where asked to, in the order of the relation."""
    everything = ids(get("actors.json"))

    assert ids(get("actors.json", offset=5, limit=3)) == everything[5:8]
    assert ids(get("actors.json", offset=100_000)) == []


def test_a_workbook_says_what_it_is(get: Get) -> None:
    """It names relation, day and filters on its first sheet."""
    answer = get("commitments_on.xlsx", as_of=DAY, status=["limited", "complete"])
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        message = book.read("xl/sharedStrings.xml").decode()

    assert [
        w for w in ("commitments_on", DAY, "limited, complete") if f">{w}<" not in message
    ] == []


def test_too_much_for_a_workbook_is_refused(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to take instead, before it has done the work."""
    monkeypatch.setattr("dashboard.web.files.writing.CELLS", 100)
    answer = get("actors.xlsx")

    assert (answer.status_code, "take CSV or Parquet" in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ({"kind": "state"}, "kind = 'state'"),
        ({"kind": ["state", "territory"]}, "kind IN ('state', 'territory')"),
        ({"acronym_en": ""}, "acronym_en IS NULL"),
        ({"acronym_en": ["", "DCO"]}, "acronym_en IS NULL OR acronym_en = 'DCO'"),
        ({"founded_on_latest": "1945-10-24"}, "founded_on_latest = DATE '1945-10-24'"),
        ({"kind": "state", "id": ["KEN", "dco"]}, "id = 'KEN'"),
    ],
)
def test_a_column_is_a_filter(
    get: Get,
    query: dict[str, str | list[str]],
    condition: str,
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It keeps the rows with any of the values; no value is an empty cell."""
    expected = connection.sql(f"SELECT id FROM actors WHERE {condition}").fetchall()

    assert sorted(ids(get("actors.json", **query))) == sorted(key for (key,) in expected)
    assert expected


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        ({"sdgs": ["4", "9"]}, "list_has_any(sdgs, [4, 9])"),
        ({"sdgs": ""}, "coalesce(len(sdgs), 0) = 0"),
        ({"actor_ids": "un-sg"}, "list_contains(actor_ids, 'un-sg')"),
        ({"overdue": "true"}, "overdue"),
        ({"days_to_due": "-417"}, "days_to_due = -417"),
    ],
)
def test_lists_numbers_and_flags_are_filters_too(
    get: Get,
    query: dict[str, str | list[str]],
    condition: str,
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It takes a list for any of what is in it."""
    sql = f"SELECT id FROM commitments_on(DATE '{DAY}') WHERE {condition}"
    expected = [key for (key,) in connection.sql(sql).fetchall()]

    assert sorted(ids(get("commitments_on.json", as_of=DAY, **query))) == sorted(expected)


@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")])
def test_a_language_leaves_out_the_other(get: Get, language: str, other: str) -> None:
    """It has the columns of one language, and those of none."""
    columns = set(get("actors.json", lang=language, limit=1).json()[0])

    assert {f"name_{language}", "id"} <= columns
    assert f"name_{other}" not in columns


def test_the_answer_says_its_day_and_edition(get: Get) -> None:
    """It names the file after relation, day, edition and language."""
    answer = get("members_on.csv", as_of="2024-03-01", lang="fr")
    edition = answer.headers["X-Edition"]

    assert answer.headers["X-As-Of"] == "2024-03-01"
    assert f'"members_on_2024-03-01_{edition}_fr.csv"' in answer.headers["Content-Disposition"]


def test_without_a_day_it_is_today(get: Get) -> None:
    """It answers for today, and says so."""
    assert get("members_on.json", limit=1).headers["X-As-Of"] == date.today().isoformat()


def test_formulas_are_neutralised_in_csv_only(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    """It never hands a spreadsheet something to run, and changes nothing for programs."""
    frame = pl.DataFrame({"id": ["=1+1"]})
    monkeypatch.setattr(door, "stream", lambda sql, **values: iter([frame]))

    assert get("edition.csv").text == "id\n'=1+1\n"
    assert get("edition.json").json() == [{"id": "=1+1"}]
