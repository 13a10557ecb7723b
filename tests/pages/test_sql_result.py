"""The result on the SQL page: as a chart, as files, cut, awaited and cancelled."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import polars as pl
import pytest
import streamlit as st

from dashboard.sandbox import PendingQuery, Progress, Result, service
from tests.helpers.charts_on_page import shown_charts
from tests.helpers.numbers_file import UNHURRIED
from tests.helpers.sql_page import Opened, answer, ask, page_text

PAGE = "sql"

SLOW = "SELECT count(*) FROM range(1_000_000_000) AS a(x), range(1_000) AS b(y) WHERE x < y"
COUNTS = "SELECT kind, count(*) AS n FROM actors GROUP BY ALL ORDER BY n DESC, kind"


def test_no_chart_is_drawn_until_one_is_chosen(opened: Opened) -> None:
    """It shows the table, and which charts fit it."""
    app = opened(q=COUNTS)

    assert len(shown_charts(app)) == 0
    assert app.get("button_group")


def test_a_link_restores_the_chart(opened: Opened) -> None:
    """It draws what the address says, with the finding for those who cannot see it."""
    app = opened(q=COUNTS, chart="bars", x="kind", y="n")
    [figure] = shown_charts(app)
    [link] = [code.value for code in app.code if "q=" in code.value]

    assert figure.description.startswith("n by kind: ")
    assert parse_qs(urlsplit(link).query)["chart"] == ["bars"]
    assert answer(app)


def test_an_entry_of_the_legend_leaves_only_its_marks_and_rows(opened: Opened) -> None:
    """It draws those of one value, in the colour that they had, over the rows with that value."""
    sql = "FROM (VALUES ('p', 'a', 1), ('q', 'b', 2), ('q', 'c', 3)) AS r(side, name, n)"
    chosen = {"q": sql, "chart": "bars", "x": "name", "y": "n", "colour": "side"}
    [whole] = shown_charts(opened(**chosen))

    app = opened(**chosen, mark="answer-bars-name-n-side-3:*/q")

    [alone] = shown_charts(app)
    [before, after] = [each.figure["data"] for each in (whole, alone)]
    assert [trace["name"] for trace in after] == ["q"]
    assert after[0]["marker"] == before[1]["marker"]
    assert [row["name"] for row in answer(app)] == ["b", "c"]


def test_a_chart_with_too_many_marks_says_so(opened: Opened) -> None:
    """It shows the table and what would make a chart possible."""
    app = opened(q="SELECT 'n' || n AS name, n FROM range(101) AS r(n)", chart="bars", x="name")

    assert not shown_charts(app)
    assert "This would be 101 marks" in page_text(app)


@pytest.mark.parametrize("requested", [{"chart": "pie"}, {"chart": "bars", "x": "no", "y": "no"}])
def test_a_chart_that_does_not_fit_is_not_an_error(
    opened: Opened, requested: dict[str, str]
) -> None:
    """It takes what fits instead."""
    app = opened(q=COUNTS, **requested)

    assert not app.exception
    assert not app.error


def test_nothing_to_draw_offers_no_chart(opened: Opened) -> None:
    """It is silent where there are no rows."""
    assert not opened(q="SELECT 1 AS one WHERE false").get("button_group")[1:]


def test_texts_that_were_cut_are_said_to_be(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not pass the beginning of a text for all of it."""
    cut = Result(pl.DataFrame({"a": ["b..."]}), ("VARCHAR",), 0.1, truncated=False, shortened=True)
    monkeypatch.setattr(service, "run", lambda *requested: cut)

    assert "they end in `...`" in page_text(opened(q="SELECT 1"))


def test_columns_of_our_relations_have_their_meaning(opened: Opened) -> None:
    """It explains a column that it knows, in the reader's language."""
    app = opened(q="SELECT id, due_on FROM commitments LIMIT 1", lang="fr")
    config = app.dataframe[-1].proto.columns

    assert json.loads(config)["due_on"]["help"] == "Pour quand, si le texte fixe une date."


@pytest.mark.parametrize(
    ("reports", "lang", "words"),
    [
        ([Progress(2, 0.2)], "en", "Waiting, 2 queries ahead, 0 s."),
        ([Progress(0, 0.2)], "en", "Waiting, next in the queue, 0 s."),
        ([Progress(1, 0.2), Progress(None, 3.4)], "en", "Running, 3 s."),
        ([Progress(1, 1.2)], "fr", "1 requête avant la vôtre (1\u00a0s)."),
    ],
)
def test_a_wait_is_shown_and_can_be_ended(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, reports: list[Progress], lang: str, words: str
) -> None:
    """It says what the query waits for, beside a button."""

    def run(sql: str, values: object, on_progress: Callable[[Progress], None]) -> None:
        for progress in reports:
            on_progress(progress)
        st.stop()  # as a click does

    monkeypatch.setattr(service, "run", run)
    app = opened(q="SELECT 1 AS a", lang=lang)

    assert words in page_text(app)
    assert app.button(key="sql-cancel")


def test_a_cancelled_query_stays_and_can_be_run_again(opened: Opened) -> None:
    """It does not run by itself what the reader cancelled."""
    app = opened(q="SELECT 1 AS one")
    app.session_state["sql-cancelled"] = ("SELECT 1 AS one", ())
    app.run()
    assert "You cancelled this query" in page_text(app)
    assert not [it for it in app.dataframe if "one" in it.value]

    app.button(key="sql-again").click().run()

    assert answer(app) == [{"one": 1}]


def test_run_runs_a_cancelled_query_again(opened: Opened) -> None:
    """It takes Run for what it says, whatever was cancelled before."""
    app = opened(q="SELECT 1 AS one")
    app.session_state["sql-cancelled"] = ("SELECT 1 AS one", ())

    assert answer(ask(app, "SELECT 1 AS one")) == [{"one": 1}]


def test_only_run_runs_again_what_took_too_long(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It shows the refusal at every other rerun, and tries again at Run."""
    monkeypatch.setattr(service, "LIMITS", replace(UNHURRIED, seconds=0.2))
    app = opened(q=SLOW)
    assert "takes longer than" in page_text(app)
    submitted: list[str] = []
    submit = service._sandbox().submit

    def noted(sql: str, *rest: Any) -> PendingQuery:
        submitted.append(sql)
        return submit(sql, *rest)

    monkeypatch.setattr(service._sandbox(), "submit", noted)

    app.run()
    assert submitted == []
    ask(app, SLOW)
    assert submitted == [SLOW]


def test_a_plan_is_shown_as_the_text_that_it_is(opened: Opened) -> None:
    """It makes no table of one row of it."""
    app = opened(q="EXPLAIN FROM commitments_on($day)")
    plan = max((code.value for code in app.code), key=len)

    assert "Projections: id, instrument_id" in plan
    assert not [it for it in app.dataframe if "explain_value" in it.value]


def test_a_plan_that_was_cut_ends_with_a_whole_line(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It leaves out the line in which the cut was made."""
    rows = pl.DataFrame({"explain_key": ["physical_plan"], "explain_value": ["one\ntwo wo..."]})
    cut = Result(rows, ("VARCHAR", "VARCHAR"), 0.1, truncated=False, shortened=True)
    monkeypatch.setattr(service, "run", lambda *requested: cut)

    assert "one" in [code.value for code in opened(q="EXPLAIN SELECT 1").code]


def test_days_that_no_text_file_can_hold_are_said(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It offers Parquet, and says in words why the other files are not there."""
    far = pl.DataFrame({"day": pl.Series([10_000_000], dtype=pl.Int32).cast(pl.Date)})
    monkeypatch.setattr(
        service, "run", lambda *requested: Result(far, ("DATE",), 0.1, truncated=False)
    )
    app = opened(q="SELECT 1")

    assert not app.exception
    assert "cannot be written to CSV, Excel or JSON" in page_text(app)
    assert [it.proto.disabled for it in app.get("download_button")] == [True, True, False, True]
