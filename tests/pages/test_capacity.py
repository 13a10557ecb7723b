"""The Capacity building page as a reader meets it, on the real database."""

import re
from collections.abc import Callable

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from tests.helpers.charts_on_page import shown_charts
from tests.helpers.sentences import numbers, row

PAGE = "capacity"

DAY = "2026-11-21"


@pytest.fixture
def number(connection: duckdb.DuckDBPyConnection) -> Callable[[str], int]:
    """``number("SELECT …")`` answers with the one number of a question."""
    return lambda sql: int(connection.sql(sql).fetchall()[0][0])


def cells(app: AppTest) -> set[tuple[str, str]]:
    """Return the cells that the matrix draws."""
    [matrix] = [chart for chart in shown_charts(app) if chart.key == "chart-gaps"]
    figure = matrix.figure
    return {
        tuple(cell.split("/")) for trace in figure["data"] for cell in trace.get("customdata", [])
    }


def table(app: AppTest, column: str) -> pl.DataFrame:
    """Return the rows of the last table that has a column; none if there is no such table."""
    found = [each.value for each in app.dataframe if column in each.value.columns]
    return pl.from_pandas(found[-1]) if found else pl.DataFrame()


def texts(app: AppTest) -> str:
    """Return all that the page says in words."""
    return "\n".join(str(part.value) for part in [*app.markdown, *app.caption, *app.info])


@pytest.mark.parametrize(
    ("lang", "title"), [("en", "Capacity building"), ("fr", "Renforcement des capacités")]
)
def test_the_page_opens_in_both_languages(
    opened: Callable[..., AppTest], lang: str, title: str
) -> None:
    """It shows its charts and leaves nothing untranslated."""
    app = opened(lang=lang)

    assert not app.exception
    assert app.title[0].value == title
    assert len(shown_charts(app)) == 5
    assert "[en]" not in texts(app)


def test_the_sentence_counts_needs_without_an_initiative(
    opened: Callable[..., AppTest], number: Callable[[str], int]
) -> None:
    """It says the number that the database gives."""
    stated = number(f"SELECT count(*) FROM needs_on(DATE '{DAY}')")
    without = f"FROM needs_on(DATE '{DAY}') WHERE answer IS DISTINCT FROM 'initiative'"
    nothing = f"FROM needs_on(DATE '{DAY}') WHERE answer IS NULL"

    sentence = opened().markdown[0].value

    assert f"**{stated} needs**" in sentence
    assert f"**{number(f'SELECT count(*) {without}')}** have no programme" in sentence
    assert f"{number(f'SELECT count(*) {nothing}')} nothing on record" in sentence


def test_each_number_of_the_sentence_is_the_databases(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It says how many of the commitments that answer a need are met for the most part."""
    totals = row(connection, f"capacity_answers_on(DATE '{DAY}')")
    words_only, nothing = totals["answered_by_commitment_only"], totals["unanswered"]

    sentence = opened().markdown[0].value

    message = [totals["needs"], 21, 2026, words_only + nothing, words_only, nothing]
    message += [totals[name] for name in ("commitments", "commitments_assessed", "commitments_met")]
    assert numbers(sentence) == message


def test_the_matrix_shows_every_area_and_group(
    opened: Callable[..., AppTest], number: Callable[[str], int]
) -> None:
    """It leaves out no pair, also not those that nobody looked at."""
    assert len(cells(opened(stated="0"))) == number(
        f"SELECT count(*) FROM capacity_gaps(DATE '{DAY}')"
    )


def test_the_switch_keeps_where_needs_are_stated(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It narrows the matrix to areas and groups with a need, and a link keeps that."""
    stated = connection.sql(
        f"SELECT DISTINCT focus_area_id, group_id FROM needs_on(DATE '{DAY}')"
    ).fetchall()

    app = opened(stated="1")

    assert app.toggle[0].value
    assert set(stated) <= cells(app)
    assert len(cells(app)) < len(cells(opened(stated="0")))


def message(app: AppTest) -> str:
    """Return all that the page says in HTML of its own."""
    return "\n".join(part.proto.body for part in app.get("html"))


@pytest.mark.parametrize(
    "query",
    [
        {"mark": "gaps:governance-policy/developing-countries"},
        {"focus_area": "governance-policy", "group": "developing-countries"},
    ],
    ids=["mark", "older address"],
)
def test_a_link_opens_a_cell_with_all_that_is_in_it(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection, query: dict[str, str]
) -> None:
    """It lists the needs below the matrix, then how many commitments and programmes reach them."""
    where = "focus_area_id = 'governance-policy' AND group_id = 'developing-countries'"
    [gap] = connection.sql(
        f"SELECT needs, commitments, initiatives FROM capacity_gaps(DATE '{DAY}') WHERE {where}"
    ).fetchall()

    app = opened(**query)

    assert any(f"{gap[0]} rows" in button.label for button in app.button)
    assert f"{gap[1]} commitments reach the group" in message(app)
    assert f"{gap[2]} programmes reach the group" in message(app)


def test_topics_are_ranked_in_sentences(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It says of each topic what answers its needs, the worst off first."""
    [first] = connection.sql(
        "SELECT focus_area_en, needs, commitments, initiatives"
        f" FROM topic_answers_on(DATE '{DAY}') WHERE rank = 1"
    ).fetchall()

    [ranked] = [part for part in message(opened()).split("<ol>") if "needs stated" in part]
    worst = ranked.partition("</li>")[0]

    assert first[0] in worst
    assert numbers(re.sub("<[^>]*>", " ", worst)) == [first[1], first[1], *first[2:]]


def test_commitments_without_a_programme_are_those_of_the_database(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It lists exactly the rows of the macro, each with the way to its record."""
    expected = connection.sql(
        f"SELECT commitment_id FROM commitments_without_initiative(DATE '{DAY}')"
    ).fetchall()

    rows = table(opened(), "initiatives_reaching_others")

    assert rows["commitment_id"].to_list() == [key for [key] in expected]
    assert all("commitments?" in link for link in rows["rows_address"])


def test_nothing_after_the_day_is_shown(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It shows only initiatives known and figures stated by the day."""
    app = opened(as_of="2024-06-30")
    late = connection.sql(
        "SELECT id FROM initiatives WHERE started_on_earliest > DATE '2024-06-30'"
    ).fetchall()

    assert not {key for [key] in late} & set(table(app, "runs")["id"])
    assert max(table(app, "qualifier")["as_of"]) <= "2024-06-30"


def test_a_day_before_any_need_says_so(opened: Callable[..., AppTest]) -> None:
    """It ends in a sentence, not in an empty chart."""
    app = opened(as_of="1990-01-01")

    assert not app.exception
    assert not shown_charts(app)
    assert "had stated a need" in app.info[0].value


def test_three_counts_of_commitments_are_told_apart(
    opened: Callable[..., AppTest],
    connection: duckdb.DuckDBPyConnection,
    number: Callable[[str], int],
) -> None:
    """It says of each what it counts."""
    totals = row(connection, f"capacity_answers_on(DATE '{DAY}')")
    unanswered = number(f"SELECT count(*) FROM commitments_without_initiative(DATE '{DAY}')")
    [message] = [text.value for text in opened().caption if text.value.startswith("Three counts")]

    assert numbers(message) == [totals["commitments"], totals["commitments_in_area"], unanswered]


def test_each_focus_area_has_the_totals_of_the_database(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It lists needs, commitments and initiatives, from broad to narrow."""
    columns = ["id", "needs", "commitments", "initiatives"]
    expected = connection.sql(f"FROM focus_area_totals_on(DATE '{DAY}')").pl().select(columns)

    assert table(opened(), "definition_en").select(columns).rows() == expected.rows()


def test_the_way_of_money_says_what_is_not_on_record(opened: Callable[..., AppTest]) -> None:
    """It has a row for each step of each chain, and says in words that nothing was paid."""
    app = opened()
    [money] = [chart for chart in shown_charts(app) if chart.key == "chart-money"]

    assert "paid: none on record" in money.spec
    assert table(app, "figure_id")["step"].n_unique() == 4


def test_the_way_of_money_is_that_of_the_day(
    opened: Callable[..., AppTest], number: Callable[[str], int]
) -> None:
    """It has the rows that the view has on a past day."""
    there = number("SELECT count(*) FROM money_on(DATE '2024-12-31')")

    assert table(opened(as_of="2024-12-31"), "figure_id").height == there > 0


def test_a_topic_leaves_its_own_cells_and_needs(opened: Callable[..., AppTest]) -> None:
    """It narrows the matrix and the list of needs, and links the topic and the whole page."""
    app = opened(focus_area="compute-infrastructure", as_of=DAY)

    assert not app.exception
    assert {area for area, _ in cells(app)} == {"compute-infrastructure"}
    assert table(app, "statement_en")["focus_area_en"].unique().to_list() == [
        "Compute and infrastructure"
    ]
    linked = "".join(each.proto.body for each in app.get("html"))
    assert "topics?as_of=2026-11-21&amp;id=compute-infrastructure" in linked
