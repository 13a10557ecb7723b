"""A column is compared with a value by the name of the comparison, and refused with what it has."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest
from httpx2 import Response

from dashboard.filtering import catalogue
from dashboard.filtering.conditions import Value
from dashboard.filtering.operators import OPERATORS, Compared, of_column
from dashboard.filtering.query import query
from dashboard.filtering.rules import Rule
from dashboard.source import database
from tests.helpers.web_client import web_client

DAY = "2026-11-21"
Get = Callable[..., Response]


@pytest.fixture
def get(database: Path, monkeypatch: pytest.MonkeyPatch) -> Get:
    """``get("commitments_on", status__not="complete")`` asks for that on the day."""
    client = web_client(database, monkeypatch)
    return lambda relation, **requested: client.get(
        f"/data/{relation}.json", params={"as_of": DAY} | requested
    )


def ids(answer: Response) -> list[str]:
    """Return the keys in an answer, in its order."""
    assert answer.status_code == 200, answer.text
    return [row["id"] for row in answer.json()]


@pytest.mark.parametrize(
    ("requested", "condition"),
    [
        ({"due_on_latest__gt": "2026-12-31"}, "due_on_latest > DATE '2026-12-31'"),
        ({"due_on_latest__gte": "2026-12-31"}, "due_on_latest >= DATE '2026-12-31'"),
        ({"days_to_due__lt": "-417"}, "days_to_due < -417"),
        ({"days_to_due__lte": "-417"}, "days_to_due <= -417"),
        (
            {"due_on_latest__gte": "2026-01-01", "due_on_latest__lt": "2027-01-01"},
            "year(due_on_latest) = 2026",
        ),
        ({"id__gt": "m"}, "id > 'm'"),
        ({"summary_en__contains": "CAPACITY"}, "summary_en ILIKE '%capacity%'"),
        ({"summary_fr__contains": "numerique"}, "summary_fr ILIKE '%numérique%'"),
        ({"summary_en__startswith": "support"}, "summary_en ILIKE 'support%'"),
        ({"summary_en__endswith": "2030"}, "summary_en LIKE '%2030'"),
        ({"status__in": "limited,complete"}, "status IN ('limited', 'complete')"),
        ({"status__in": '["limited", "complete"]'}, "status IN ('limited', 'complete')"),
        ({"status__not": "not_assessed"}, "status <> 'not_assessed'"),
        ({"status__notin": "not_assessed,limited"}, "status NOT IN ('not_assessed', 'limited')"),
        ({"due_on_latest__isnull": "1"}, "due_on_latest IS NULL"),
        ({"due_on_latest__isnull": "0"}, "due_on_latest IS NOT NULL"),
        ({"due_on_latest__notnull": "1"}, "due_on_latest IS NOT NULL"),
        ({"sdgs__isnull": "1"}, "coalesce(len(sdgs), 0) = 0"),
        ({"actor_ids__in": "un-sg,itu"}, "list_has_any(actor_ids, ['un-sg', 'itu'])"),
        ({"actor_ids__not": "un-sg"}, "NOT list_contains(actor_ids, 'un-sg')"),
        ({"overdue__not": "true"}, "NOT overdue"),
    ],
)
def test_a_comparison_keeps_what_its_name_says(
    get: Get, requested: dict[str, str], condition: str, connection: duckdb.DuckDBPyConnection
) -> None:
    """It gives the rows that SQL gives for the same condition."""
    sql = f"SELECT id FROM commitments_on(DATE '{DAY}') WHERE {condition}"
    expected = [key for (key,) in connection.sql(sql).fetchall()]

    assert ids(get("commitments_on", **requested)) == expected
    assert len(expected) > 0


def test_not_keeps_exactly_what_equal_leaves_out(get: Get) -> None:
    """It takes an empty cell for something else than any value."""
    everything = ids(get("commitments_on"))
    equal = ids(get("commitments_on", due_on="2030"))
    other = ids(get("commitments_on", due_on__not="2030"))

    assert sorted([*equal, *other]) == everything
    assert equal
    assert set(other) & set(ids(get("commitments_on", due_on="")))


@pytest.mark.parametrize(("name", "way"), [("_sort", "ASC"), ("_sort_desc", "DESC")])
def test_rows_are_sorted_by_a_column(
    get: Get, connection: duckdb.DuckDBPyConnection, name: str, way: str
) -> None:
    """It puts empty cells last, and equal ones in the order of the key."""
    sql = f"FROM commitments_on(DATE '{DAY}') SELECT id ORDER BY due_on_latest {way} NULLS LAST, id"
    expected = [key for (key,) in connection.sql(sql).fetchall()]

    assert ids(get("commitments_on", **{name: "due_on_latest"})) == expected
    part = get("commitments_on", **{name: "due_on_latest"}, limit=5, offset=2)
    assert ids(part) == expected[2:7]


def test_names_are_sorted_by_the_alphabet_of_their_language(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It puts Égypte and États-Unis among the E, not after the Z."""
    client = web_client(database, monkeypatch)
    rows = client.get("/data/actors.json", params={"kind": "state", "_sort": "name_fr"}).json()
    names = [row["name_fr"] for row in rows]
    accented = [name for name in names if name.startswith("É")]

    assert accented
    assert names.index(accented[0]) < names.index("Zambie")
    assert names.index("Danemark") < names.index(accented[0]) < names.index("Fidji")


@pytest.mark.parametrize(
    ("requested", "words"),
    [
        ({"due_on_lates__gt": "2026-01-01"}, "no column 'due_on_lates' (did you mean 'due_on_lat"),
        ({"due_on__gt": "2026"}, "'due_on_earliest__gt' or 'due_on_latest__gt'"),
        ({"days_to_due__gtte": "1"}, "(did you mean 'days_to_due__gte'?). It has __gt, __gte"),
        ({"status__contains": "x"}, "status has no comparison 'contains'. It has __in, __not"),
        ({"overdue__gt": "true"}, "It has __in, __not, __notin, __isnull, __notnull."),
        ({"status__not": "compete"}, "not 'compete' (did you mean 'complete'?)"),
        ({"status__in": "limited,compete"}, "not 'compete' (did you mean 'complete'?)"),
        ({"days_to_due__gt": "soon"}, "days_to_due__gt is a whole number, not 'soon'"),
        ({"due_on_latest__isnull": "perhaps"}, "is true or false, not 'perhaps'"),
        ({"summary_en__contains": ""}, "summary_en__contains is given without a value"),
        ({"days_to_due__gt": ["1", "2"]}, "days_to_due__gt can be given once"),
        ({"_sort": "due_on_lates"}, "no column 'due_on_lates' (did you mean 'due_on_latest'?)"),
        ({"_sort": "id", "_sort_desc": "id"}, "either upwards or downwards"),
        ({"_size": "5"}, "(did you mean 'limit'?)"),
    ],
)
def test_what_is_no_comparison_is_refused_with_the_right_spelling(
    get: Get, requested: dict[str, str], words: str
) -> None:
    """It says which column or comparison may be meant, and which ones there are."""
    answer = get("commitments_on", **requested)

    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert words in answer.json()["detail"]


@pytest.mark.usefixtures("get")
def test_every_operator_works_on_every_column_it_fits() -> None:
    """It never fails on a column of any type: all that fit a relation are asked at once."""
    samples: dict[str, Value] = {"DATE": date(2026, 1, 1), "BOOLEAN": True, "VARCHAR": "a"}
    taken: dict[str, Value] = {"text": "a", "flag": True}
    for name in ("commitments_on", "sources", "initiative_figures", "roster_counts"):
        relation = catalogue.relations()[name]
        requested: list[tuple[Rule, list[Value]]] = [
            (Compared(column.name, operator), [taken.get(OPERATORS[operator].takes, sample)])
            for column in relation.columns
            for sample in [samples.get(column.type.removesuffix("[]"), 1)]
            for operator in of_column(column)
        ]
        wanted = query(relation, requested, date(2026, 11, 21))

        assert len(requested) > len(relation.columns)
        assert database.run(wanted.sql, **wanted.values).columns == [
            column.name for column in relation.columns
        ]
