"""The parts of the Members page: one body at a time, its line, its map and its roster."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common.figure import figure
from dashboard.components.common.tables import table
from dashboard.components.common.words import escape
from dashboard.components.members.rosters import located, reports, steps
from dashboard.figures import CHARTS
from dashboard.shaping.ordering import alphabetical
from dashboard.source import queries, totals
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator

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


def summary(chosen: dict[str, str], day: date, *, derived: bool) -> str:
    """Return how many are in each of the bodies on the day, in one sentence."""
    t = page_state().t
    counts = []
    partial = totals.rosters(day).filter(pl.col("roster") == "partial")
    listed = partial.select("body_id", "possible", "reported").rows_by_key("body_id")
    for body, name in chosen.items():
        last = steps(body, day, derived=derived, language=t.language).tail(1)
        short = [t("listed {n} of {all}", n=n, all=all_) for n, all_ in listed.get(body, [])]
        counts.append(
            " ".join([f"{escape(name)} **{_range(last, t)}**", *(f"({part})" for part in short)])
        )
    return t(
        "Members or signatories in the rosters on {day}: {counts}.", day=day, counts=t.join(counts)
    )


def lines(chosen: dict[str, str], day: date, *, derived: bool) -> None:
    """Show a chart for each body, two side by side: their sizes and times differ too much."""
    names = list(chosen)
    if len(names) == 1:
        _line(names[0], chosen[names[0]], day, derived=derived)
        return
    for first in range(0, len(names), 2):
        for column, body in zip(st.columns(2, gap="large"), names[first : first + 2], strict=False):
            with column:
                _line(body, chosen[body], day, derived=derived)


def _line(body: str, name: str, day: date, *, derived: bool) -> None:
    t = page_state().t
    roster, reported = steps(body, day, derived=derived, language=t.language), reports(body, day)
    stated = reported.filter(~pl.col("known_later"))
    told = sentence(roster, stated, day, t)
    if later := _not_yet(body, roster, day):
        st.header(escape(name), anchor=False)
        st.caption(later)
        return
    if roster.height or stated.height:
        figure(CHARTS["members"], _values(body, derived=derived), key=f"members-{body}")
    else:
        st.header(escape(name), anchor=False)
    st.caption(told)
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


def _not_yet(body: str, roster: pl.DataFrame, day: date) -> str:
    """Say of a text without anyone in it that it was adopted only after the day."""
    t = page_state().t
    later = queries.table("instruments").filter(
        pl.col("id") == body, pl.col("adopted_on_latest") > day
    )
    if later.is_empty() or roster["possible"].tail(1).sum():
        return ""
    return t("Adopted only later: {when}.", when=t.partial_date(later["adopted_on"][0]))


def sentence(roster: pl.DataFrame, stated: pl.DataFrame, day: date, t: Translator) -> str:
    """Return how many are in on the day, and whether what sources state agrees."""
    return " ".join(filter(None, (_standing(roster, day, t), _stated(stated, t))))


def _standing(roster: pl.DataFrame, day: date, t: Translator) -> str:
    if roster.is_empty():
        return t("No declared roster is recorded up to {day}.", day=day)
    certain, possible = roster.select("certain", "possible").row(-1)
    if certain == possible:
        return t("{n} in the roster, all certain.", n=certain)
    return t("{n} certain and {m} possible in the roster.", n=certain, m=possible)


def _stated(stated: pl.DataFrame, t: Translator) -> str:
    if stated.is_empty():
        return t("No source states a number.")
    last = stated.row(-1, named=True)
    number = f"{t.label('qualifier', last['reported_qualifier'])} {t.number(last['reported'])}"
    told = t("Stated last: {number} ({when}).", number=number, when=t.partial_date(last["as_of"]))
    off = stated.filter(~pl.col("agrees")).height
    if stated["agrees"].null_count() == stated.height:
        return told
    if not off:
        return f"{told} {t('The roster gives every number stated.')}"
    differ = t.plural(
        "{n} of {all} numbers stated differs from the roster.",
        "{n} of {all} numbers stated differ from the roster.",
        off,
        all=stated.height,
    )
    return f"{told} {differ}"


def _range(last: pl.DataFrame, t: Translator) -> str:
    if last.is_empty():
        return t("not recorded")
    certain, possible = last.select("certain", "possible").row(0)
    return (
        t.number(certain)
        if certain == possible
        else f"{t.number(certain)}\u2013{t.number(possible)}"
    )


def world(members: pl.DataFrame, body: str, name: str, day: date, *, derived: bool) -> None:
    """Show where the members of one body are, and say who is not on the map."""
    t = page_state().t
    if members.is_empty():
        st.caption(t("No members of {body} are recorded on {day}.", body=escape(name), day=day))
        return
    if queries.settings().map == "none":
        return
    places = located(members, t.language)
    figure(CHARTS["member-map"], _values(body, derived=derived))
    off = members.join(places, left_on="member_id", right_on="country_id", how="anti")
    if off.height:
        named = f"member_{t.language}"
        names = off.sort(alphabetical(named))[named].to_list()
        st.caption(
            t("In, and not drawn as a state of today: {names}.", names=escape(t.join(names)))
        )
    st.caption(
        t(
            "Borders and names are those of the map file (plotly.js, UN boundaries) as of today,"
            " whatever the day shown; they express no opinion on the status of any territory."
            " Small states are also marked with a dot."
        )
    )


def roster_table(
    members: pl.DataFrame, language: str, body: str, *, derived: bool, left: bool
) -> None:
    """Show who joined when, in the order in which they joined."""
    if members.is_empty():
        return
    rows = members.sort("joined_on_latest", alphabetical(f"member_{language}"))
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
