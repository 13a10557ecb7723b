"""The address of the SQL page: it holds what an answer rests on, and nothing of another one."""

from datetime import date
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.helpers.published import Published
from tests.helpers.sql_page import Opened, answer, ask, page_text, type_text

PAGE = "sql"

DAY = "SELECT $Day AS day"
COUNTS = "SELECT kind, count(*) AS n FROM actors GROUP BY ALL"
STALE = "the text in the editor has changed since"


def of_today(app: AppTest) -> AppTest:
    """Return the page without a day in its address, which is the view of today."""
    del app.query_params["as_of"]
    return app.run()


def test_running_a_query_of_a_day_puts_the_day_into_the_address(opened: Opened) -> None:
    """It makes a link that gives the same answer tomorrow."""
    app = ask(of_today(opened()), DAY)

    assert app.query_params["as_of"] == date.today().isoformat()
    assert app.date_input[0].value == date.today()


def test_a_query_of_no_day_leaves_the_day_out(opened: Opened) -> None:
    """It keeps the link short where the answer does not depend on it."""
    assert "as_of" not in ask(of_today(opened()), "SELECT 1 AS one").query_params


def test_a_day_in_the_address_outlives_the_choice_of_a_chart(opened: Opened) -> None:
    """It stays although it is the day of the page by default."""
    app = ask(of_today(opened()), f"{COUNTS} HAVING $day IS NOT NULL")
    groups: list[Any] = list(app.get("button_group"))
    [chart] = [it for it in groups if str(it.key).startswith("filter-chart")]
    chart.set_value("bars").run()

    assert app.query_params["chart"] == "bars"
    assert app.query_params["as_of"] == date.today().isoformat()


def test_the_day_of_the_sidebar_still_holds(opened: Opened) -> None:
    """It answers for the day that the reader turns to."""
    app = ask(of_today(opened()), DAY)
    app.date_input[0].set_value(date(2024, 2, 29)).run()

    assert app.query_params["as_of"] == "2024-02-29"
    assert str(answer(app)[0]["day"])[:10] == "2024-02-29"


def test_another_query_starts_without_a_chart(opened: Opened) -> None:
    """It draws no chart that was chosen for other rows, and keeps that of the same ones."""
    app = opened(q=COUNTS, chart="bars", x="kind", y="n")

    assert ask(app, f"{COUNTS}\n").query_params["chart"] == "bars"
    app = ask(app, "SELECT 1 AS one")

    assert {"chart", "x", "y"} & set(app.query_params) == set()


def test_a_result_of_what_no_longer_stands_in_the_editor_says_so(opened: Opened) -> None:
    """It says nothing where only whitespace differs."""
    app = opened(q="SELECT 1 AS one")
    assert STALE not in page_text(app)
    assert STALE not in page_text(type_text(app, "SELECT 1\n  AS one\n"))

    app = type_text(app, "SELECT 2 AS two")
    assert answer(app) == [{"one": 1}]
    assert STALE in page_text(app)

    assert STALE not in page_text(ask(app, "SELECT 2 AS two"))


def test_a_link_from_an_edition_that_is_kept_offers_its_file(
    opened: Opened, duplicate: Path, tmp_path: Path
) -> None:
    """It names the address of the file, as long as it is there."""
    way = "(editions/0123456789ab.duckdb)"
    older = Published(tmp_path)("0123456789ab")
    remaining = older.rename(duplicate.with_name(older.name))
    there = page_text(opened(q="SELECT 1", edition="0123456789ab"))
    remaining.unlink()
    gone = page_text(opened(q="SELECT 1", edition="0123456789ab"))

    assert way in there
    assert way not in gone


def test_an_edition_is_looked_for_only_by_its_name(opened: Opened, duplicate: Path) -> None:
    """It offers no other file, whatever the address says."""
    said_of_itself = f"0/../../{duplicate.parent.name}/{duplicate.stem}"

    assert "editions/" not in page_text(opened(q="SELECT 1", edition=said_of_itself))
