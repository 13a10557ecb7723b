"""The charts of how far commitments are met: by text, and of one commitment over time."""

from datetime import date

import polars as pl
import pytest

from dashboard import charts
from dashboard.charts.text import beside
from dashboard.theme import STATUS_COLOURS
from dashboard.words.i18n import Translator
from transforms.schema.vocabularies import VOCABULARIES

DAY = date(2026, 11, 21)


@pytest.fixture
def t() -> Translator:
    """English, with codes as their own labels."""
    named = ("assessment_status", "polarity", "confidence")
    return Translator(labels={name: {code: code for code in VOCABULARIES[name]} for name in named})


def counts(*rows: tuple[str, str, int]) -> pl.DataFrame:
    """Return how many commitments of which text have which status."""
    frame = pl.DataFrame(rows, schema=["group", "status", "n"], orient="row")
    return frame.with_columns(
        mark=pl.concat_str("group", "status", separator="/"), group_id="group"
    )


def history(*rows: tuple[str, date | None, date, str, str]) -> pl.DataFrame:
    """Return assessments: when, its first and last day, status and polarity."""
    columns = ["as_of", "as_of_earliest", "as_of_latest", "status", "polarity"]
    frame = pl.DataFrame(rows, schema=columns, orient="row")
    return frame.with_columns(confidence=pl.lit("high"), assessment_id=pl.col("as_of"))


def exact(day: date, status: str, polarity: str = "supports") -> tuple[str, date, date, str, str]:
    """Return an assessment of one day."""
    return (day.isoformat(), day, day, status, polarity)


def test_a_part_has_the_length_and_colour_of_its_status(t: Translator) -> None:
    """It draws as many as there are, in the colour of their meaning."""
    figure = charts.status_by_text(counts(("Pact", "limited", 3), ("Pact", "complete", 1)), t)

    parts = {bar.name: (bar.x, bar.marker.color) for bar in figure.data if bar.type == "bar"}
    assert parts == {
        "complete": ((1,), STATUS_COLOURS["complete"]),
        "limited": ((3,), STATUS_COLOURS["limited"]),
    }


def test_texts_stand_in_the_order_of_the_rows_from_the_top(t: Translator) -> None:
    """It puts the first text of the frame on top."""
    figure = charts.status_by_text(counts(("B", "limited", 3), ("A", "limited", 1)), t)

    names = next(trace for trace in figure.data if trace.type == "scatter")

    assert names.text == ("B", "A")


def test_two_texts_of_one_name_have_a_bar_each(t: Translator) -> None:
    """It tells groups apart by their keys, since names are none."""
    both = counts(("Pact", "limited", 3), ("Pact", "limited", 1))
    figure = charts.status_by_text(both.with_columns(group_id=pl.Series(["a", "b"])), t)

    assert len(set(figure.data[0].y)) == 2


def test_the_hover_of_a_part_is_a_sentence(t: Translator) -> None:
    """It says text, number and status."""
    figure = charts.status_by_text(counts(("Pact", "limited", 3)), t)

    assert figure.data[0].hovertext == ("Pact: 3 commitments, limited.",)


def test_a_better_status_stands_higher(t: Translator) -> None:
    """It puts complete above limited, and leaves out rungs that nothing stands on."""
    rows = history(exact(date(2025, 1, 1), "limited"), exact(date(2026, 1, 1), "complete"))

    figure = charts.status_history(rows, t, DAY)

    assert figure.layout.yaxis.ticktext == tuple(beside(["limited", "complete"]))
    low, high = figure.data[0].y
    assert low < high


def test_a_month_is_drawn_as_a_span(t: Translator) -> None:
    """It reaches from the first to the last day of the month, and an exact day has no length."""
    month = ("2026-09", date(2026, 9, 1), date(2026, 9, 30), "limited", "supports")

    figure = charts.status_history(history(month, exact(date(2026, 1, 5), "limited")), t, DAY)

    milliseconds = 24 * 60 * 60 * 1000
    assert figure.data[0].error_x.array == (14.5 * milliseconds, 0)


def test_evidence_against_points_down(t: Translator) -> None:
    """It gives each direction of evidence a shape of its own."""
    rows = history(
        exact(date(2026, 2, 12), "limited"), exact(date(2026, 2, 12), "limited", "contradicts")
    )

    marks = charts.status_history(rows, t, DAY).data

    assert [mark.marker.symbol for mark in marks] == ["triangle-up", "triangle-down"]
    assert marks[0].y != marks[1].y


def test_a_deadline_within_the_picture_is_a_line(t: Translator) -> None:
    """It draws the as-of day always, and the deadline where it is seen."""
    rows = history(exact(date(2025, 1, 1), "limited"))

    near = charts.status_history(rows, t, DAY, due=date(2025, 9, 2)).layout.shapes
    far = charts.status_history(rows, t, DAY, due=date(2030, 12, 31)).layout.shapes

    assert [line.x0 for line in near] == [DAY, date(2025, 9, 2)]
    assert [line.x0 for line in far] == [DAY]
