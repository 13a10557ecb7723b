"""Frames and pictures of the chart of a query: of a saved one, never of one that a reader wrote."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from httpx2 import Response

from dashboard.components.sql.saved import saved_queries
from tests.helpers.web_client import web_client

Get = Callable[..., Response]


@pytest.fixture
def get(database: Path, monkeypatch: pytest.MonkeyPatch) -> Get:
    """``get("embed/answer", question="overdue")`` asks for a frame or a file."""
    client = web_client(database, monkeypatch)
    return lambda path, **asked: client.get(f"/{path}", params={"as_of": "2026-11-29", **asked})


def test_a_frame_holds_the_chart_of_a_saved_query(get: Get) -> None:
    """It draws the question's answer, by its name or its SQL, and leads to it on the SQL page."""
    sql = saved_queries()["overdue"].sql("fr")

    for asked in ({"question": "overdue"}, {"q": sql}):
        framed = get("embed/answer", **asked)
        picture = get("chart/answer.svg", **asked)
        assert "chart/answer.svg?" in framed.text
        assert "/sql?" in framed.text
        assert picture.headers["Content-Type"] == "image/svg+xml"


def test_a_frame_of_a_saved_query_holds_one_entry_of_its_legend(get: Get) -> None:
    """It draws the marks of one value, and its file has the rows with that value."""
    asked = {"question": "overdue", "colour": "status", "mark": "*/limited"}

    rows = get("chart/answer.csv", **asked)
    framed = get("embed/answer", **asked)
    unknown = get("chart/answer.svg", **asked | {"mark": "*/finished"})

    assert set(pl.read_csv(rows.content)["status"]) == {"limited"}
    assert "mark=%2A%2Flimited" in framed.text
    assert unknown.status_code == 404


def test_a_frame_runs_no_query_of_a_reader(get: Get) -> None:
    """It shows the SQL as text, from a page whose links come from nowhere, and draws nothing."""
    asked = {"q": "SELECT 'x' AS \"<b>\", count(*) AS n FROM needs", "chart": "bars"}

    framed = get("embed/answer", **asked)
    picture = get("chart/answer.svg", **asked)

    assert "&lt;b&gt;" in framed.text
    assert "<img" not in framed.text
    assert "sandbox" in framed.headers["Content-Security-Policy"]
    assert "allow-same-origin" not in framed.headers["Content-Security-Policy"]
    assert framed.headers["Referrer-Policy"] == "no-referrer"
    assert picture.status_code == 400


@pytest.mark.parametrize(
    "asked",
    [{"question": "overdu"}, {"question": "overdue", "x": "y"}, {"question": "overdue", "z": "1"}],
    ids=str,
)
def test_a_frame_says_what_it_cannot_be_asked(get: Get, asked: dict[str, str]) -> None:
    """It knows no other question, column or parameter."""
    assert get("embed/answer", **asked).status_code in (400, 404)
