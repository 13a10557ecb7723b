"""The charts of members: the step line with its band and rings, and the map."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard import charts
from dashboard.charts.member_map import SHAPELESS
from dashboard.theme import CERTAINTY_COLOURS, INK, REPORTED
from dashboard.words.i18n import Translator

DAY = date(2026, 11, 21)
LABELS = {
    "qualifier": {"exactly": "exactly", "more_than": "more than"},
    "certainty": {"certain": "certain", "possible": "possible"},
}
T = Translator(labels=LABELS)


def steps(*rows: tuple[date | None, int, int, list[str]]) -> pl.DataFrame:
    """Return steps of a roster: day, certain, possible, who came in."""
    schema: dict[str, Any] = {
        "day": pl.Date,
        "certain": pl.Int64,
        "possible": pl.Int64,
        "names": pl.List(pl.String),
    }
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        mark=pl.col("day").cast(pl.String)
    )


def reports(*rows: tuple[str, date, date, int, bool | None]) -> pl.DataFrame:
    """Return numbers that sources state: when, its first and last day, how many, agrees."""
    schema = {
        "as_of": pl.String,
        "as_of_earliest": pl.Date,
        "as_of_latest": pl.Date,
        "reported": pl.Int64,
        "agrees": pl.Boolean,
    }
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(
        reported_qualifier=pl.lit("exactly"),
        reported_scope_en=pl.lit(None, pl.String),
        source_title=pl.lit("A newspaper"),
        source_language=pl.lit("en"),
        mark=pl.lit("stated:one"),
    )


def traces(figure: Any) -> dict[str, Any]:
    """Return the traces of a figure by their name."""
    return {trace.name: trace for trace in figure.data}


def counts(roster: pl.DataFrame, *stated: tuple[str, date, date, int, bool | None]) -> Any:
    """Return the traces of the line of a roster, with numbers that sources state."""
    return traces(charts.member_counts(roster, reports(*stated), T, DAY))


AGREES = ("2021-04-12", date(2021, 4, 12), date(2021, 4, 12), 4, True)
OF_APRIL = ("2022-04", date(2022, 4, 1), date(2022, 4, 30), 4, True)
MONTH = steps(
    (date(2020, 11, 1), 0, 4, []),
    (date(2020, 11, 30), 4, 4, ["Bahrain", "Jordan", "Kuwait", "Oman"]),
)


def test_the_roster_is_a_step_line_up_to_the_day() -> None:
    """It holds each number until the next step, and ends on the as-of day."""
    line = counts(MONTH)["certain"]

    assert line.line.shape == "hv"
    assert (line.x[-1], line.y[-1]) == (DAY, 4)


def test_a_join_known_to_the_month_is_a_band() -> None:
    """It fills from what is certain up to what is possible, for the days between."""
    band = counts(MONTH)["possible"]

    assert (band.fill, tuple(band.y)) == ("tonexty", (4, 4, 4))


def test_a_roster_with_known_days_has_no_band() -> None:
    """It draws one line where certain and possible are the same."""
    assert "possible" not in counts(steps((date(2020, 11, 30), 5, 5, [])))


def test_a_beginning_left_open_is_possible_before_the_first_day() -> None:
    """It begins the band before all days that a source names."""
    roster = steps((None, 0, 60, []), (date(2019, 12, 31), 60, 60, []))

    band = counts(roster)["possible"]

    assert band.x[0] < date(2019, 12, 31)
    assert band.y[0] == 60


def test_a_number_that_agrees_is_a_ring() -> None:
    """It stands on the day for which the source states it."""
    ring = counts(MONTH, AGREES)["stated"]

    assert (ring.marker.symbol, tuple(ring.x), tuple(ring.y)) == (
        "circle-open",
        (date(2021, 4, 12),),
        (4,),
    )


def test_a_number_that_differs_has_another_shape_and_colour() -> None:
    """It is told apart from the rings, not by colour alone."""
    differs = ("2023-09-21", date(2023, 9, 21), date(2023, 9, 21), 13, False)

    drawn = counts(MONTH, AGREES, differs)

    assert drawn["stated, differs"].marker.color == REPORTED
    assert drawn["stated, differs"].marker.symbol != drawn["stated"].marker.symbol


def test_a_number_of_a_month_reaches_back_to_its_first_day() -> None:
    """It draws a bar over the days that the report can mean."""
    assert counts(MONTH, OF_APRIL)["stated"].error_x.arrayminus[0] == 29 * 24 * 60 * 60 * 1000


def test_a_step_says_who_came_in() -> None:
    """It is a sentence with the day, the number and the names."""
    line = counts(MONTH)[""]

    assert line.hovertext[1] == (
        "From 30 November 2020: 4 in, all certain."
        "<br>Now certain: Bahrain, Jordan, Kuwait and Oman."
    )


def test_a_ring_names_its_source() -> None:
    """It is a sentence with the day, the number and the source."""
    [said] = counts(MONTH, OF_APRIL)["stated"].hovertext

    assert said == "April 2022: a source states exactly 4.<br>Source: A newspaper."


def test_numbers_without_a_roster_are_drawn_alone() -> None:
    """It draws no line where nobody knows who is in."""
    stated = ("2024-07-03", date(2024, 7, 3), date(2024, 7, 3), 44, None)

    assert list(counts(steps(), stated)) == ["stated"]


@pytest.fixture
def places() -> pl.DataFrame:
    """A large and a small member, one that may be in, and one that is not."""
    rows = [
        ("SAU", 44.6, 24.2, False, "Saudi Arabia", "certain", "2020-11"),
        ("BHR", 50.5, 26.0, True, "Bahrain", "certain", "2020-11"),
        ("MAR", -6.2, 31.9, False, "Morocco", "possible", "2022-04"),
        ("FRA", 2.5, 46.6, False, "France", None, None),
        ("SMR", 12.5, 43.9, True, "San Marino", None, None),
    ]
    columns = ["country_id", "longitude", "latitude", "small", "name", "certainty", "joined_on"]
    return pl.DataFrame(rows, schema=columns, orient="row")


def test_the_map_colours_who_is_in(places: pl.DataFrame) -> None:
    """It fills a certain and a possible member in their colours, and nobody else."""
    shapes = [trace for trace in charts.member_map(places, T).data if trace.type == "choropleth"]
    filled = {trace.colorscale[0][1]: set(trace.locations) for trace in shapes}

    assert filled[CERTAINTY_COLOURS["certain"]] == {"SAU", "BHR"}
    assert filled[CERTAINTY_COLOURS["possible"]] == {"MAR"}


def test_a_small_state_has_a_mark(places: pl.DataFrame) -> None:
    """It marks Bahrain in the colour of the members, where Bahrain is."""
    marks = [trace for trace in charts.member_map(places, T).data if trace.type == "scattergeo"]

    assert next(
        tuple(trace.lon) for trace in marks if trace.marker.color == CERTAINTY_COLOURS["certain"]
    ) == (50.5,)


def test_states_without_a_shape_are_marks_only(places: pl.DataFrame) -> None:
    """It asks the topology for no shape that it does not have."""
    shapes = [trace for trace in charts.member_map(places, T).data if trace.type == "choropleth"]

    assert not {place for trace in shapes for place in trace.locations} & set(SHAPELESS)


def test_the_map_is_the_local_one(places: pl.DataFrame) -> None:
    """It uses the world at 1 to 50 million, the file that is served with the app."""
    geo = charts.member_map(places, T).layout.geo

    assert (geo.scope, geo.resolution) == ("world", 50)


def test_the_map_says_who_since_when(places: pl.DataFrame) -> None:
    """It is a sentence, as precise as the source."""
    said = {line for trace in charts.member_map(places, T).data for line in (trace.hovertext or ())}

    assert {
        "<b>Bahrain</b> is in; it joined: November 2020.",
        "<b>Morocco</b> may be in; it joined: April 2022.",
        "<b>France</b> is not in.",
    } <= said


def test_an_area_may_lie_on_both_sides_of_the_change_of_date() -> None:
    """It shows the part of the world around its states, without the other side of the world."""
    rows = [("FJI", 178.0, -17.0), ("TON", -175.0, -21.0), ("NZL", 171.2, -41.8)]
    columns = ["country_id", "longitude", "latitude"]
    states = pl.DataFrame(rows, schema=columns, orient="row").with_columns(
        name=pl.col("country_id"),
        small=pl.lit(False),
        certainty=pl.lit("certain"),
        joined_on=pl.lit("2020"),
        in_area=pl.lit(True),
    )

    left, right = charts.member_map(states, T).layout.geo.lonaxis.range

    assert right - left < 60
    assert left < 171.2 < 185 < right


def test_lines_end_with_names_that_do_not_touch() -> None:
    """It pushes apart the names of lines that end close, and leads to them in grey from a gap."""
    marks = pl.DataFrame(
        {
            "body": ["a", "b", "c"],
            "place": [0, 1, 2],
            "short": ["One", "Other", "Third"],
            "day": [date(2020, 1, 1)] * 3,
            "certain": [20, 20, 100],
            "possible": [20, 21, 100],
            "at": [20.0, 20.0, 100.0],
            "up_to": [20.0, 21.0, 100.0],
            "mark": ["a.1", "b.1", "c.1"],
            "label": ["One, then", "Other, then", "Third, then"],
        }
    )

    notes = charts.lines(marks, T, DAY).layout.annotations

    names = ["One 20", "Other 20\u201321", "Third 100"]
    assert [note.text for note in notes] == [f"<b>{name}</b>" for name in names]
    assert notes[0].ay - notes[1].ay >= 16
    assert {(bool(note.standoff), note.arrowcolor) for note in notes} == {(True, INK)}
