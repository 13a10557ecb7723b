"""The chart of what one country joined, signed and said, read off the figure."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard import charts
from dashboard.charts.text import beside
from dashboard.words.i18n import Translator
from transforms.schema.vocabularies import VOCABULARIES

DAY = date(2026, 11, 21)


@pytest.fixture
def t() -> Translator:
    """English, with codes as their own labels."""
    named = ("membership_role", "act", "position")
    return Translator(labels={name: {code: code for code in VOCABULARIES[name]} for name in named})


def row(**told: object) -> dict[str, object]:
    """Return a fact: the club is joined on 2 June 2022 and not left, unless told otherwise."""
    return {
        "kind": "membership",
        "body_id": "club",
        "body": "The Club",
        "detail": "member",
        "detail_vocabulary": "membership_role",
        "since": "2022-06-02",
        "since_earliest": date(2022, 6, 2),
        "since_latest": date(2022, 6, 2),
        "until": None,
        "until_earliest": None,
        "until_latest": None,
        "mark": "memberships/one",
    } | told


def drawn(t: Translator, *rows: dict[str, object]) -> Any:
    """Return the figure of these facts."""
    dates = dict.fromkeys(("until_earliest", "until_latest"), pl.Date)
    frame = pl.DataFrame(rows, schema_overrides={"until": pl.String, **dates})
    return charts.country_history(frame, t, DAY, {"club": "TC"})


def lines(figure: Any) -> list[tuple[object, ...]]:
    """Return the ends of every line that is drawn, thin ones first."""
    return [trace.x for trace in figure.data if trace.mode == "lines"]


def test_a_membership_runs_to_the_day(t: Translator) -> None:
    """It is a bar from the day of joining to the as-of day."""
    thin, thick = lines(drawn(t, row()))

    assert thin == ()
    assert thick == (date(2022, 6, 2), DAY, None)


def test_a_membership_that_ended_stops_there(t: Translator) -> None:
    """It is no longer drawn from the first day on which it may have ended."""
    left = date(2025, 1, 1)
    _, thick = lines(drawn(t, row(until="2025-01-01", until_earliest=left, until_latest=left)))

    assert thick == (date(2022, 6, 2), left, None)


def test_what_is_said_of_an_end_is_the_last_day(t: Translator) -> None:
    """It names no day on which the country was already out."""
    left = date(2025, 1, 1)
    gone = drawn(t, row(until="2025-01-01", until_earliest=left, until_latest=left))

    assert gone.data[-1].hovertext == ("The Club: member, 2 June 2022 to 31 December 2024.",)


def test_a_join_known_to_the_month_is_a_thin_line(t: Translator) -> None:
    """It is thin over the days that it can mean, and thick after the last of them."""
    month = {"since": "2020-11", "since_earliest": date(2020, 11, 1)}
    thin, thick = lines(drawn(t, row(**month, since_latest=date(2020, 11, 30))))

    assert thin == (date(2020, 11, 1), date(2020, 11, 30), None)
    assert thick[0] == date(2020, 11, 30)


def test_an_act_is_a_mark(t: Translator) -> None:
    """It has no length."""
    act = row(kind="act", body_id="pact", body="Pact", detail="signed", detail_vocabulary="act")
    figure = drawn(t, act)

    assert [trace.name for trace in figure.data if trace.mode == "markers"] == [
        "Act towards a text"
    ]
    assert lines(figure) == [()]


def test_a_body_is_labelled_by_its_acronym(t: Translator) -> None:
    """It writes the short name beside the line, and the whole name in the hover."""
    figure = drawn(t, row())

    assert figure.layout.yaxis.ticktext == tuple(beside(["TC"]))
    assert figure.data[-1].hovertext == ("The Club: member, 2 June 2022.",)


def test_the_picture_begins_where_there_is_something_to_see(t: Translator) -> None:
    """It shows eleven years, or eleven before the first end."""
    ended = date(1993, 1, 1)
    gone = row(until="1993-01-01", until_earliest=ended, until_latest=ended)

    assert drawn(t, row()).layout.xaxis.range[0].year == 2015
    assert drawn(t, gone).layout.xaxis.range[0].year == 1981
