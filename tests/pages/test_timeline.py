"""The Timeline page as a reader meets it, on the real database."""

import re
from collections.abc import Callable
from datetime import date

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts.lanes import DEADLINES, OTHERS
from dashboard.figures import prepared
from dashboard.figures import timeline as figures
from dashboard.figures.declared import View
from dashboard.shaping.timeline import around, labelled, window
from dashboard.words import labels
from tests.helpers.charts_on_page import shown_charts

PAGE = "timeline"

DAY = date(2026, 11, 21)


def rows(app: AppTest) -> pl.DataFrame:
    """Return the rows of the table."""
    return pl.from_pandas(app.dataframe[0].value)


def shown(app: AppTest) -> int:
    """Return how many marks the chart has, its legend aside."""
    figure = shown_charts(app)[-1].figure
    return sum(len(trace.get("customdata", [])) for trace in figure["data"])


def test_what_no_filter_offers_leaves_nothing_out_and_is_said(
    opened: Callable[..., AppTest],
) -> None:
    """Its chart passes over unknown kinds and a year before the first one, as its rows do."""
    app = opened(**{"from": "2024", "to": "2020", "kind": "no-kind"})

    assert not app.exception
    assert shown(app) == shown(opened(**{"from": "2024"}))
    assert app.warning[0].value.split("\n\n") == [
        "Kinds: 'no-kind' is not among the choices here and is left out.",
        "To: '2020' is not among the choices here and is left out.",
    ]


def test_more_than_anybody_could_tell_apart_share_marks(
    opened: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It draws a mark for each body, quarter and group, whose rows are those it counts."""
    single = shown(opened())
    monkeypatch.setattr(figures, "MOST", 10)
    prepared._prepared.cache.clear()
    view = View(labels.translator("en"), DAY)

    marks = figures.TIMELINE.frame(view)

    assert marks["n"].sum() == single > marks.height
    assert {*marks["lane"]} >= {DEADLINES, OTHERS}
    for mark, n in marks.group_by("lane").first().select("mark", "n").iter_rows():
        assert figures.TIMELINE.rows(view, mark).rows().height == n, mark
    assert shown(opened(lang="fr")) == marks.height
    prepared._prepared.cache.clear()


def events(*reported: tuple[str, str, str, date | None, date, str]) -> pl.DataFrame:
    """Return rows of the timeline: id, lane, kind, first and last day, title."""
    columns = [
        "id",
        "lane_id",
        "kind",
        "happened_on_earliest",
        "happened_on_latest",
        "title_en",
    ]
    empty = ("title_fr", "description_en", "description_fr", "lane_en", "lane_fr")
    return pl.DataFrame(reported, schema=columns, orient="row").with_columns(
        *(pl.lit(None, pl.String).alias(name) for name in empty),
        pl.lit(False).alias("known_later"),
    )


EVENTS = events(
    ("old", "un", "adoption", date(2015, 9, 25), date(2015, 9, 25), "Programme à l'horizon 2030"),
    ("year", "un", "report", date(2026, 1, 1), date(2026, 12, 31), "A report"),
    ("next", "dco", "meeting", date(2027, 1, 5), date(2027, 1, 5), "An assembly"),
)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_opens_in_both_languages(opened: Callable[..., AppTest], language: str) -> None:
    """It shows a chart and no error, nothing that nobody translated, and years as years."""
    app = opened(lang=language)

    assert not app.exception
    assert shown_charts(app)
    assert "2019" in app.get("button_group")[0].proto.options[0].content
    assert not [text for text in (*app.markdown, *app.caption) if "[en]" in text.value]


def test_it_counts_what_the_view_has(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It says how many there are and how many are past, as a question in SQL answers."""
    sql = """
        SELECT count(*), count(*) FILTER (happened_on_latest <= $day)
        FROM timeline_on($day) WHERE NOT known_later
    """
    everything, past = connection.sql(sql, params={"day": DAY}).fetchall()[0]

    app = opened()

    assert f"**{everything} dated entries**: {past} up to 21 November 2026" in app.markdown[0].value
    assert rows(app).height == everything


def test_a_past_day_leaves_out_what_was_known_later(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It says how many there are, and shows them marked but not counted where asked for."""
    sql = "SELECT known_later, count(*) FROM timeline_on(DATE '2024-12-31') GROUP BY ALL"
    known, later = (n for _, n in sorted(connection.sql(sql).fetchall()))

    app = opened(as_of="2024-12-31")
    assert rows(app).height == known
    left_out = f"{later} more were first known after 31 December 2024 and are left out."
    assert app.caption[0].value == left_out

    app = opened(as_of="2024-12-31", later="1")
    assert f"**{known} dated entries**" in app.markdown[0].value
    assert rows(app).filter("known_later").height == later


def test_what_the_chart_leaves_out_is_said(opened: Callable[..., AppTest]) -> None:
    """It draws what is in the time shown, and counts the rest in words."""
    app = opened()

    hidden = rows(app).height - shown(app)
    assert hidden > 0
    assert any(text.value.startswith(f"{hidden} more lie outside") for text in app.caption)
    assert shown(opened(span="all")) == rows(app).height


def test_a_link_restores_the_filters(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It shows the rows of the body and kind that the address names."""
    sql = "SELECT count(*) FROM timeline WHERE lane_id = 'dco' AND kind = 'meeting'"
    wanted = connection.sql(sql).fetchall()[0][0]

    app = opened(body=["dco"], kind=["meeting"])

    assert app.multiselect(key="filter-body").value == ["dco"]
    assert rows(app).height == wanted > 0


def test_search_needs_no_accents_and_no_language(opened: Callable[..., AppTest]) -> None:
    """It finds a French title from an English page."""
    assert rows(opened(q="pacte numerique")).height > 0


def test_any_name_of_a_body_or_text_finds_its_events(opened: Callable[..., AppTest]) -> None:
    """It knows a body by its acronym and a text by its symbol, where no title says them."""
    bodies = rows(opened(q="unesco"))
    texts = rows(opened(q="A/RES/79/1"))

    assert bodies.filter(~pl.col("title_en").str.contains("UNESCO")).height > 0
    assert texts.filter(~pl.col("title_en").str.contains("79/1")).height > 0


def test_a_time_chosen_in_the_strip_is_in_the_address(opened: Callable[..., AppTest]) -> None:
    """It draws what may have been in that time, and says which it is."""
    app = opened(span="2026-01-01..2026-06-30")

    assert shown(app) < shown(opened())
    assert "1 January 2026 to 30 June 2026" in str(app.get("button_group"))


def test_nothing_found_is_said_in_words(opened: Callable[..., AppTest]) -> None:
    """It ends with a sentence instead of an empty chart."""
    app = opened(q="zzzz")

    assert app.info[0].value == "Nothing on the timeline matches these filters."
    assert not shown_charts(app)


def test_a_deadline_opens_its_commitment(opened: Callable[..., AppTest]) -> None:
    """It links the row of one commitment's deadline to the record of that commitment."""
    links = rows(opened(kind=["deadline"]))["record_address"].drop_nulls().to_list()

    assert all(link.startswith("commitments?") for link in links)
    assert [link for link in links if "id=" in link]


def test_every_row_has_its_source(opened: Callable[..., AppTest]) -> None:
    """It leaves no row without the title of a source."""
    assert (rows(opened())["source_title"].str.len_chars() > 0).all()


def test_the_window_follows_the_rows_where_it_must() -> None:
    """It shows the years around the day, or what there is where none of it is in those years."""
    assert window(EVENTS, "main", DAY) == around(DAY)
    assert window(EVENTS.head(1), "main", DAY)[0] < date(2015, 9, 25)


def test_the_adoption_of_a_text_with_commitments_is_named() -> None:
    """It writes the short title beside the adoption, once, and how many are due together."""
    known = EVENTS.with_columns(
        origin=pl.Series(["milestone", "commitment_deadline", "milestone"]),
        n=pl.Series([1, 54, 1]),
        instrument_id=pl.Series(["agenda", "gdc", "agenda"]),
    )

    named = labelled(known, {"agenda": "2030 Agenda"})["label"].to_list()

    assert named == ["2030 Agenda", "54", None]


def test_what_is_met_is_not_shown_as_due(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It says beside a coming deadline that it is met, and begins with and marks what is open."""
    made = f"FROM commitments_on(DATE '{DAY}') WHERE due_state = 'met'"
    met = {key for (key,) in connection.sql(f"SELECT id {made}").fetchall()}
    [agenda] = [
        part.proto.body for part in opened().get("html") if 'class="agenda"' in part.proto.body
    ]
    near = agenda.partition('class="narrow"')[0]
    entries = re.findall(r'<li( class="due")?>.*?commitments[^"]*[?&;]id=([^"&]*)', near)

    assert met & {key for _, key in entries}
    assert not met & {key for due, key in entries if due}
    assert [key in met for _, key in entries] == sorted(key in met for _, key in entries)
