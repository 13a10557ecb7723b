"""What the declared filters keep, told again in SQL of another shape; and the words of a search."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from dashboard.filtering.rows import rows
from transforms import paths

DAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def served(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the real database."""
    monkeypatch.setattr(paths, "DATABASE", database)


@pytest.mark.parametrize(
    ("relation", "query", "condition"),
    [
        ("timeline_on", {"when": "past"}, f"happened_on_latest <= DATE '{DAY}'"),
        ("timeline_on", {"when": "ahead"}, f"NOT happened_on_latest <= DATE '{DAY}'"),
        (
            "timeline_on",
            {"from": "2026", "to": "2026"},
            "happened_on_latest >= DATE '2026-01-01' AND"
            " coalesce(happened_on_earliest, happened_on_latest) < DATE '2027-01-01'",
        ),
        ("timeline_on", {"later": False}, "NOT known_later"),
        (
            "commitments_on",
            {"instrument": ["gdc", "coe-ai-convention"]},
            "instrument_id = 'gdc' OR instrument_id = 'coe-ai-convention'",
        ),
        ("commitments_on", {"actor": "un-sg"}, "list_contains(actor_ids, 'un-sg')"),
        ("members_on", {"body": "un"}, "organization_id = 'un'"),
    ],
)
def test_a_filter_keeps_the_rows_that_sql_keeps(
    connection: duckdb.DuckDBPyConnection,
    relation: str,
    query: dict[str, str],
    condition: str,
) -> None:
    """It leaves the same rows, in the order of the relation."""
    key = "row_id" if relation == "members_on" else "id"
    sql = f"SELECT {key} FROM {relation}(DATE '{DAY}') WHERE {condition}"
    expected = [row for (row,) in connection.sql(sql).fetchall()]

    assert rows(relation, DAY, query)[key].to_list() == expected
    assert expected


def test_a_focus_area_holds_those_inside_it(connection: duckdb.DuckDBPyConnection) -> None:
    """It keeps what lies in the area or anywhere below."""
    ((root,),) = connection.execute("SELECT root_area FROM tracker").fetchall()
    (narrower,) = connection.execute(
        "SELECT list(id) FROM focus_areas WHERE broader_id = ?", [root]
    ).fetchall()[0]
    inside = set(rows("commitments_on", DAY, {"focus_area": root})["id"])

    for area in narrower:
        assert inside >= set(rows("commitments_on", DAY, {"focus_area": area})["id"])
    assert inside


def test_only_areas_and_groups_with_needs_are_kept_on_demand() -> None:
    """It keeps the broader area above a need, and drops what has none in it."""
    everything = rows("capacity_gaps", DAY, {})
    remaining = rows("capacity_gaps", DAY, {"stated": True})
    needing = everything.filter(everything["needs"] > 0)

    assert set(remaining["group_id"]) == set(needing["group_id"])
    assert set(needing["focus_area_id"]) <= set(remaining["focus_area_id"])
    above = set(remaining["broader_id"]) & set(everything["focus_area_id"])
    assert above <= set(remaining["focus_area_id"])
    assert remaining["needs"].sum() == everything["needs"].sum()
    assert remaining.height < everything.height


@pytest.mark.parametrize(
    ("typed", "same_as"),
    [
        ("capacity\u2011building", "capacity-building"),
        ("“digital”", "digital"),
        ("Nume\u0301rique, PACTE", "pacte numerique"),
        ("l\u2019intelligence", "l'intelligence"),
        ("dig\u00adital", "digital"),
    ],
)
def test_words_are_found_however_they_are_typed(typed: str, same_as: str) -> None:
    """It looks for the words, not for the marks that typing and pasting put around them."""
    found = rows("commitments_on", DAY, {"q": typed})["id"].to_list()

    assert found == rows("commitments_on", DAY, {"q": same_as})["id"].to_list()
    assert found


def test_words_of_any_column_are_found_and_of_the_source(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It finds a row by a word of the title of its source alone."""
    ((key, title),) = connection.sql(
        "SELECT discrepancies.id, sources.title FROM discrepancies"
        " JOIN sources ON sources.id = source_id ORDER BY 1 LIMIT 1"
    ).fetchall()

    assert key in rows("discrepancies", DAY, {"q": f"{key} {title}"})["id"].to_list()
    assert rows("discrepancies", DAY, {"q": f"{key} zzzz"}).is_empty()
