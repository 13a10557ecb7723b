"""The parts of the Members page: one body at a time, its line, its map and its roster."""

import html
from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common.figure import figure
from dashboard.components.common.tables import table
from dashboard.components.common.words import escape
from dashboard.components.members import sentences
from dashboard.components.members.rosters import roster
from dashboard.figures import CHARTS
from dashboard.figures.bodies import named
from dashboard.shaping.ordering import alphabetical
from dashboard.source import database, members, queries
from dashboard.state.filters import page_state
from dashboard.theme import CERTAINTY_COLOURS, INK, REPORTED

ROSTER = (
    "joined_on",
    "left_on",
    "expected_left_on",
    "certainty",
    "derivation",
    "source_title",
    "source_url",
    "locator",
)
"""Columns of the roster, after who is in as what."""
CLAIM = 130
"""Height in pixels of a row that says what sources claim: six lines."""


def multiples(bodies: Mapping[str, str], day: date, *, derived: bool) -> None:
    """Show a chart for each body, two side by side, with one legend: their sizes differ."""
    names = list(bodies)
    _legend()
    for first in range(0, len(names), 2):
        for column, body in zip(st.columns(2, gap="large"), names[first : first + 2], strict=False):
            with column:
                line(body, bodies[body], day, derived=derived, legend=False)


def _legend() -> None:
    """Say once what the lines and marks of all charts mean."""
    t = page_state().t
    keys = (
        ("\u2501", CERTAINTY_COLOURS["certain"], t("certain")),
        ("\u2592", CERTAINTY_COLOURS["possible"], t("possible")),
        ("\u25cb", INK, t("stated")),
        ("\u25c7", REPORTED, t("stated, differs")),
    )
    spans = (
        f'<span><b style="color:{colour}">{sign}</b> {html.escape(words)}</span>'
        for sign, colour, words in keys
    )
    st.html(f'<p class="keys">{"".join(spans)}</p>')


def line(body: str, name: str, day: date, *, derived: bool, legend: bool = True) -> None:
    """Show the line of one body, and below it whether what sources state agrees."""
    t = page_state().t
    roster, reported = members.steps(body, day, derived=derived), members.reports(body, day)
    stated = reported.filter(~pl.col("known_later"))
    standing = sentences.standing(roster, stated, day, t)
    if later := sentences.not_yet(body, roster, day):
        st.header(escape(name), anchor=False)
        st.caption(later)
        return
    if roster.height or stated.height:
        figure(
            CHARTS["members"], _values(body, derived=derived), key=f"members-{body}", legend=legend
        )
    else:
        st.header(escape(name), anchor=False)
    st.caption(standing)
    if unknown := reported.height - stated.height:
        st.caption(
            t.plural(
                "{n} number first stated after {day} is left out.",
                "{n} numbers first stated after {day} are left out.",
                unknown,
                day=day,
            )
        )


def _values(body: str, *, derived: bool) -> dict[str, list[str]]:
    """Return what a chart of one body is asked for."""
    return {"body": [body], "derived": ["1"] if derived else []}


def world(values: Mapping[str, Sequence[str]], body: str, *, derived: bool) -> None:
    """Show where the members of one body are, and say who is not on the map."""
    state = page_state()
    t, day = state.t, state.day
    inside = roster(body, day, derived=derived, left=False)
    if inside.is_empty():
        name = escape(named(body, t))
        st.caption(t("No members of {body} are recorded on {day}.", body=name, day=day))
        return
    if database.settings().map == "none":
        return
    figure(CHARTS["member-map"], values)
    places = queries.table("country_points")
    off = inside.join(places, left_on="member_id", right_on="country_id", how="anti")
    if off.height:
        column = f"member_{t.language}"
        names = off.sort(alphabetical(column))[column].to_list()
        st.caption(
            t("In, and not drawn as a state of today: {names}.", names=escape(t.join(names)))
        )
    st.caption(
        t(
            "Borders and names are those of the map file (plotly.js, UN boundaries) as of today,"
            " whatever the day shown; they express no opinion on the status of any territory."
        )
    )


def roster_table(
    found: pl.DataFrame, language: str, body: str, *, derived: bool, left: bool
) -> None:
    """Show who joined when, in the order in which they joined."""
    if found.is_empty():
        return
    rows = found.sort("joined_on_latest", alphabetical(f"member_{language}"))
    role = "role" if rows["instrument_id"].null_count() == rows.height else "act"
    table(
        rows.rename({"role": role}),
        "members_on",
        "roster",
        columns=["member", role, *ROSTER, "row_id"],
        height=420 if rows.height > 12 else "auto",
        filters={"body": body, "derived": "1" if derived else None, "left": "1" if left else None},
    )


def disagreements(rows: pl.DataFrame) -> None:
    """Show where sources disagree about the body, what is carried, and why."""
    t = page_state().t
    st.header(t("Where sources disagree"), anchor=False)
    if rows.is_empty():
        st.caption(t("No disagreement of sources about this body is recorded."))
        return
    table(
        rows,
        "discrepancies",
        "discrepancies",
        columns=["claims", "carried", "reason", "source_title", "source_url", "locator", "id"],
        widths={"claims": 310, "carried": 220, "reason": 280},
        row_height=CLAIM,
        height=min(680, CLAIM * rows.height + 40),
    )
