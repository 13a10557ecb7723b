"""The timeline's chart: where marks stand, and what their looks say, read off the figure."""

import itertools
from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard import charts
from dashboard.charts.event_sentence import milestone_status
from dashboard.charts.lanes import BELOW, DEADLINES, OTHERS, arranged, in_lanes, split, spread
from dashboard.charts.timeline import DOT, GROUPS
from dashboard.theme import GROUP_COLOURS, GROUP_OF, GROUP_SYMBOLS
from dashboard.words.i18n import Translator
from transforms.schema.vocabularies import VOCABULARIES

DAY, FIRST, LAST = date(2026, 11, 21), date(2019, 1, 1), date(2030, 12, 31)


@pytest.fixture
def t() -> Translator:
    """English, with the labels of the kinds and statuses."""
    named = ("milestone_kind", "milestone_status")
    labels = {name: {code: code for code in VOCABULARIES[name]} for name in named}
    return Translator(labels=labels)


def event(**told: object) -> dict[str, object]:
    """Return a row of the timeline: the UN adopts something on a day, unless told otherwise."""
    row: dict[str, object] = {
        "id": "a",
        "origin": "milestone",
        "n": 1,
        **dict.fromkeys(["lane", "lane_id", "body_id"], "un"),
        **dict.fromkeys(["lane_en", "body_en"], "United Nations"),
        **dict.fromkeys(["lane_fr", "body_fr"], "Nations Unies"),
        "kind": "adoption",
        "status": "held",
        "known_later": False,
        "happened_on": "2024-09-22",
        **dict.fromkeys(["happened_on_earliest", "happened_on_latest"], date(2024, 9, 22)),
        "title_en": "Pact adopted",
        "title_fr": "Adoption du Pacte",
        "source_title": "Record of the meeting",
        "source_language": "en",
        "locator": "p. 3",
        **dict.fromkeys(["ended_on", "description_en", "description_fr", "commitment_id", "label"]),
    }
    return row | told


def frame(*rows: dict[str, object]) -> pl.DataFrame:
    """Return events as the chart gets them."""
    return pl.DataFrame(rows, schema_overrides={"label": pl.String, "ended_on": pl.String})


def drawn(t: Translator, *rows: dict[str, object]) -> Any:
    """Return the figure of these events on 21 November 2026."""
    return charts.timeline(frame(*rows), t, DAY, FIRST, LAST)


def marks(figure: Any, group: str) -> Any:
    """Return the trace with the marks of one group, not its line in the legend."""
    named = (trace for trace in figure.data if trace.name == GROUPS[group])
    return next(trace for trace in named if trace.customdata is not None)


def test_marks_close_in_time_stand_in_rows_of_their_own() -> None:
    """It never puts two extents that overlap into one row."""
    extents = [(0, 3), (1, 4), (2, 5), (3, 6), (5, 8)]

    rows = spread(extents)

    for row in set(rows):
        kept = sorted(extent for extent, own in zip(extents, rows, strict=True) if own == row)
        assert all(left[1] <= right[0] for left, right in itertools.pairwise(kept))


def test_a_month_full_of_meetings_does_not_overlap() -> None:
    """It moves marks down that would touch at the scale shown."""
    full = frame(*(event(id=str(n), happened_on_earliest=date(2025, 11, n)) for n in (1, 5, 9)))
    days = full.with_columns(happened_on_latest="happened_on_earliest")

    assert arranged(days, FIRST, LAST)["y"].n_unique() == 3


def test_a_name_keeps_its_room_free() -> None:
    """It moves a mark down that would stand on the name of another."""
    named = event(label="A rather long name")
    before = event(
        id="b", happened_on_earliest=date(2023, 9, 1), happened_on_latest=date(2023, 9, 1)
    )

    assert arranged(frame(before, named), FIRST, LAST)["y"].n_unique() == 2
    assert arranged(frame(before, event()), FIRST, LAST)["y"].n_unique() == 1


def test_marks_are_opaque(t: Translator) -> None:
    """It keeps the contrast of their colours, which marks of several sizes lose by default."""
    assert marks(drawn(t, event(), event(n=54)), "texts").marker.opacity == 1


def test_what_was_first_known_later_has_a_dot(t: Translator) -> None:
    """It is told apart without colour, in the mark, the legend and the words."""
    figure = drawn(t, event(known_later=True), event(id="b"))
    adopted = marks(figure, "texts")

    assert sorted(adopted.marker.symbol) == ["square", "square-open"]
    assert [len(trace.x) for trace in figure.data if trace.marker.size == DOT] == [1]
    assert "first known later" in {trace.name for trace in figure.data}
    assert sum("first known after 21 November 2026" in words for words in adopted.hovertext) == 1


def test_few_things_share_a_lane() -> None:
    """It gives a lane of its own to the bodies with enough of them, or to those asked for."""
    events = frame(*(event(id=str(n)) for n in range(4)), event(id="x", lane_id="g7")).drop("lane")

    assert in_lanes(events)["lane"].to_list() == ["un"] * 4 + [OTHERS]
    assert in_lanes(events, own_lanes=["g7"])["lane"].to_list() == ["un"] * 4 + ["g7"]


def test_deadlines_of_commitments_have_a_lane() -> None:
    """It takes them from their bodies; other deadlines stay with theirs."""
    rows = [
        event(kind="deadline", origin="commitment_deadline"),
        event(kind="deadline", commitment_id="gdc-para-63"),
        event(kind="deadline"),
    ]
    events = pl.DataFrame(rows, schema_overrides={"commitment_id": pl.String}).drop("lane")

    assert in_lanes(events, few=1)["lane"].to_list() == [DEADLINES, DEADLINES, "un"]


def test_each_group_has_its_shape_and_colour(t: Translator) -> None:
    """It draws an adoption and a meeting as the theme says."""
    figure = drawn(t, event(), event(kind="meeting"))

    for group in ("texts", "bodies"):
        marker = marks(figure, group).marker
        assert (marker.color, marker.symbol) == (GROUP_COLOURS[group], (GROUP_SYMBOLS[group],))


def test_the_fullest_lane_is_split_by_body(t: Translator) -> None:
    """It gives a body with enough things a lane below that of the organization."""
    below = {"body_id": "unga", "body_en": "General Assembly"}
    events = [event(id=str(n), **below) for n in range(4)]

    parted = split(frame(*events, event(id="own"), event(id="x", lane_id="g7", lane="g7")))
    figure = charts.timeline(parted, t, DAY, FIRST, LAST)

    assert parted["lane"].to_list() == [f"un{BELOW}unga"] * 4 + ["un", "g7"]
    assert [note.text for note in figure.layout.annotations if "General Assembly" in note.text]


def test_a_folded_lane_is_one_row_that_says_how_many(t: Translator) -> None:
    """It lays marks over each other, without words, and its name has the number."""
    events = [event(id=str(n), label="a rather long name") for n in range(3)]

    figure = charts.timeline(frame(*events), t, DAY, FIRST, LAST, folded=["un"])

    assert len(set(marks(figure, "texts").y)) == 1
    assert "long name" not in str(figure.to_dict())
    names = [note.text for note in figure.layout.annotations if "#fold=un" in note.text]
    assert names[0].endswith(" · 3</a>")


def test_a_title_stands_where_there_is_room(t: Translator) -> None:
    """It writes beside a mark what fits before the next one of its row, else nothing."""
    apart = event(
        id="b", happened_on_earliest=date(2020, 1, 1), happened_on_latest=date(2020, 1, 1)
    )
    near = event(id="c", happened_on_earliest=date(2019, 6, 1), happened_on_latest=date(2019, 6, 1))

    written = arranged(frame(apart, near, event()), FIRST, LAST, language="en")

    titles = {"a": "Pact adopted", "b": "Pact adopted", "c": None}
    assert dict(written.select("id", "label").iter_rows()) == titles


@pytest.mark.parametrize(
    ("told", "hollow"),
    [
        ({}, False),
        ({"status": "planned"}, True),
        ({"happened_on_latest": date(2026, 11, 22)}, True),
        ({"happened_on_latest": DAY}, False),
        ({"kind": "deadline", "status": "planned"}, False),
    ],
)
def test_what_is_not_certainly_past_is_hollow(
    t: Translator, told: dict[str, Any], hollow: bool
) -> None:
    """It fills what happened by the as-of day, and a deadline that has passed."""
    figure = drawn(t, event(**told))

    symbol = marks(figure, GROUP_OF[str(told.get("kind", "adoption"))]).marker.symbol[0]
    assert symbol.endswith("-open") is hollow


def test_what_is_known_to_the_month_is_a_bar(t: Translator) -> None:
    """It draws the days that the date can mean, and no bar for a day."""
    month = {"happened_on_earliest": date(2025, 8, 1), "happened_on_latest": date(2025, 8, 31)}

    bars = [trace for trace in drawn(t, event(**month), event()).data if trace.mode == "lines"]

    assert [tuple(bar.x) for bar in bars if bar.x[0]] == [(*month.values(), None)]


def test_the_as_of_day_has_a_line_with_its_date(t: Translator) -> None:
    """It draws one line, on the day, and writes the day beside it."""
    figure = drawn(t, event())

    assert [shape.x0 for shape in figure.layout.shapes if shape.type == "line"] == [DAY]
    assert "21 November 2026" in {note.text for note in figure.layout.annotations}


def test_the_hover_is_in_words_with_the_source(t: Translator) -> None:
    """It says what, when, whose, and where it was read."""
    said = marks(drawn(t, event()), "texts").hovertext[0]

    assert said == (
        "<b>Pact adopted</b><br>22 September 2024: adoption, held.<br>United Nations."
        "<br>Source: Record of the meeting, p. 3."
    )


def test_what_came_later_is_not_told_as_past(t: Translator) -> None:
    """It says that it is after the day, whatever is known by now."""
    figure = charts.timeline(frame(event()), t, date(2024, 1, 1), FIRST, LAST)

    assert "adoption, after 1 January 2024." in marks(figure, "texts").hovertext[0]


def test_a_deadline_that_is_over_has_passed(t: Translator) -> None:
    """It does not say that a deadline was held: nothing is known of what was done."""
    row = event() | {"kind": "deadline", "happened_on_latest": DAY}

    assert milestone_status(row, t, DAY) == "passed"
    assert milestone_status(row | {"status": "postponed"}, t, DAY) == "postponed"
    assert milestone_status(row | {"kind": "adoption"}, t, DAY) != "passed"


def test_the_legend_has_each_group_once(t: Translator) -> None:
    """It names the groups that are drawn, and no others."""
    figure = drawn(t, event(), event(kind="meeting"), event(kind="launch"))

    named = [trace.name for trace in figure.data if trace.showlegend is None]
    assert named == [GROUPS["texts"], GROUPS["bodies"]]
