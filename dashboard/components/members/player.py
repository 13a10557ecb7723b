"""The player of the Members page: a slider that moves lines, map and names through the years.

All that it shows on a day is sent at once, and ``static/player.js`` plays it in the browser.
"""

import html
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.figures import CHARTS, View
from dashboard.figures.bodies import named
from dashboard.shaping.ordering import alphabetical
from dashboard.source import members, records
from dashboard.state.address import query_values
from dashboard.state.filters import page_state
from dashboard.theme import CERTAINTY_COLOURS, SERIES_COLOURS

SHOWN = "shown"
"""The day on which the slider stands, in the address; without it, the as-of day."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TABLES = frozenset({"actors"})
CLOSE = 12
"""Up to so many years are gone through by quarter, more by year."""
JOINED = SERIES_COLOURS[1]
"""The colour of who came in since the step before."""
QUARTERS = ((3, 31), (6, 30), (9, 30), (12, 31))
YEARS = QUARTERS[-1:]


def steps(first: date, day: date) -> list[date]:
    """Return the days that the slider stops at: ends of quarters or years, and the last day.

    >>> steps(date(2025, 5, 1), date(2025, 11, 29))
    [datetime.date(2025, 3, 31), datetime.date(2025, 6, 30), datetime.date(2025, 9, 30), \
datetime.date(2025, 11, 29)]
    """
    ends = QUARTERS if day.year - first.year <= CLOSE else YEARS
    days = [date(year, *end) for year in range(first.year - 1, day.year + 1) for end in ends]
    before = [each for each in days if each < first][-1:]
    return [*before, *(each for each in days if first <= each < day), day]


def step_of(days: list[date], shown: str) -> int:
    """Return the step at which the slider stands: the last one up to a day, or the last of all.

    >>> step_of([date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)], "2025-08-01")
    1
    >>> step_of([date(2025, 3, 31), date(2025, 6, 30)], "1999-01-01"), step_of([date.max], "x")
    (1, 0)
    """
    before = [place for place, day in enumerate(days) if day.isoformat() <= shown[:10]]
    return before[-1] if before and DAY.fullmatch(shown) else len(days) - 1


def show(values: Mapping[str, Sequence[str]], body: str, *, derived: bool) -> None:
    """Show the slider; ``names`` shows what moves with it below the charts."""
    state = page_state()
    t, day = state.t, state.day
    turns = members.turns(body, day, derived=derived)
    if turns.height < 2:  # nothing would move
        return
    days = steps(next(iter(turns["changed_on"].drop_nulls()), day), day)
    start = step_of(days, next(iter(query_values(SHOWN)), ""))
    config = {
        "shown": SHOWN,
        "start": start,
        "days": [each.isoformat() for each in days],
        "named": [t.date(each) for each in days],
        "members": _members(turns, t.language),
        "turns": _turns(turns, t.language),
        "lines": _lines(values),
        "colours": {"joined": JOINED, **CERTAINTY_COLOURS},
        "words": {
            "play": t("Play"),
            "pause": t("Pause"),
            "in": t("{name}: {what}", name=named(body, t), what="{n}"),
            "joined": t("{name}: {what}", name=t("Joined after {day}", day="{day}"), what="{who}"),
            "left": t("{name}: {what}", name=t("Left after {day}", day="{day}"), what="{who}"),
            "nobody": t("nobody"),
            "possible": t.label("certainty", "possible"),
        },
    }
    keys = "".join(
        f'<span><i style="background:{colour}"></i>{html.escape(words)}</span>'
        for colour, words in (
            (JOINED, t("joined since the step before")),
            (CERTAINTY_COLOURS["certain"], t("in before")),
            (CERTAINTY_COLOURS["possible"], t.label("certainty", "possible")),
        )
    )
    with st.container(key="player"):
        st.html(
            f'<div class="player" data-player="{html.escape(json.dumps(config))}">'
            f'<button type="button">{html.escape(t("Play"))}</button>'
            f'<input type="range" min="0" max="{len(days) - 1}" value="{start}" step="1"'
            f' aria-label="{html.escape(t("Day shown"))}">'
            f"<output>{html.escape(t.date(days[start]))}</output>"
            f'<p class="keys">{keys}</p></div>'
        )


def names() -> None:
    """Show who is in, who joined and who left at the step that the slider stands on."""
    st.html('<div class="played" aria-live="polite"></div>')


def _members(turns: pl.DataFrame, language: str) -> list[tuple[str, str, str]]:
    """Return key, name and address of each member, by name."""
    named = f"member_{language}"
    names = turns.select("member_id", named).unique("member_id").sort(alphabetical(named))
    known = records.named(TABLES, names["member_id"].to_list())
    kinds = dict(known.select("id", "kind").iter_rows())
    return [
        (key, name, links.href(kinds[key], key) if key in kinds else "")
        for key, name in names.iter_rows()
    ]


def _turns(turns: pl.DataFrame, language: str) -> list[tuple[int, str, int, int]]:
    """Return who turns, on which day, and by how much it is certain and possible then."""
    places = {key: n for n, (key, *_) in enumerate(_members(turns, language))}
    columns = ("member_id", "changed_on", "certain_change", "possible_change")
    return [
        (places[key], day.isoformat() if day else "", certain, possible)
        for key, day, certain, possible in turns.select(columns).iter_rows()
    ]


def _lines(values: Mapping[str, Sequence[str]]) -> dict[str, list[tuple[str, float, str]]]:
    """Return the steps of each body's line as drawn: day, place, and number in words."""
    state = page_state()
    if len(values["body"]) < 2:
        return {}
    marks = CHARTS["member-lines"].frame(View(state.t, state.day, values))
    return {
        str(body): [
            (day.isoformat() if day else "", at, state.t.number(certain))
            for day, at, certain in rows.select("day", "at", "certain").iter_rows()
        ]
        for (body,), rows in marks.partition_by("body", maintain_order=True, as_dict=True).items()
    }
