"""All of one country, section by section, with the source of each fact."""

import html
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import polars as pl
import streamlit as st

from dashboard.components.common import developing, links
from dashboard.components.common.cards import open_rows
from dashboard.components.common.words import escape
from dashboard.components.countries.facts import MOST, kinds, listed
from dashboard.shaping import countries as shaping
from dashboard.source import queries, totals
from dashboard.state.address import address
from dashboard.state.filters import page_state

Row = Mapping[str, Any]
NEAREST = 8
"""Neighbours that are listed."""


def takes_part(profile: pl.DataFrame, day: date) -> None:
    """List memberships, acts towards texts, and positions; say where a roster is partial."""
    t = page_state().t
    partial = totals.rosters(day).filter(pl.col("roster") == "partial")
    partial = partial.select("body_id", listed="possible", stated="reported")
    profile = profile.join(
        partial, left_on="subject_id", right_on="body_id", how="left", maintain_order="left"
    )
    _list(t("Member of"), shaping.section(profile, "membership"), "memberships")
    _list(t("Signed, endorsed or adhered to"), shaping.section(profile, "adherence"), "texts")
    _list(t("Votes and positions"), shaping.section(profile, "position"))
    derived = profile.filter(
        pl.col("section").is_in(["membership", "adherence"]) & (pl.col("derivation") == "derived")
    )
    _list(t("Derived from something else, and not counted"), derived)


def votes(country: str, day: date) -> None:
    """List how it voted: what a source names, or what is still possible."""
    t = page_state().t
    rows = queries.country_votes(country, day)
    if rows.is_empty():
        return
    st.header(t("Votes"), anchor="votes")
    known = kinds(("actors", "instruments"), rows["subject_id"].to_list())
    named, open_ = rows.drop_nulls("choice"), rows.filter(pl.col("choice").is_null())
    _vote_list(named, known)
    if open_.height:
        label = t.plural(
            "{n} vote in which no source names its choice",
            "{n} votes in which no source names its choice",
            open_.height,
        )
        with st.expander(label):
            _vote_list(open_, known)


def _vote_list(rows: pl.DataFrame, known: Mapping[str, str]) -> None:
    """List the first votes, and say how many more there are."""
    t = page_state().t
    lines = [
        f"**{_subject(row, known)}** · {t.partial_date(row['held_on'])} · {_choice(row)}"
        for row in rows.head(MOST).iter_rows(named=True)
    ]
    more = t.and_more(rows.height - MOST)
    st.markdown("\n".join(f"- {line}" for line in [*lines, more] if line))


def _choice(row: Row) -> str:
    """Return what it chose; where no source names that, what it can have chosen."""
    t = page_state().t
    if row["choice"]:
        return f"**{t.label('vote_choice', row['choice'])}**"
    words = [t.label("vote_choice", each) for each in row["open_choices"] or ()]
    return t("possible: {choices}", choices=t.join(words))


def neighbours(country: str, day: date) -> None:
    """List the countries nearby that take part in the most with it, each to be set beside it."""
    t = page_state().t
    rows = queries.country_neighbours(country, day)
    if rows.is_empty():
        return
    st.header(t("Neighbours"), anchor="neighbours")
    st.caption(t("The countries of its subregion that share the most bodies and texts with it."))
    lines = []
    for row in rows.head(NEAREST).iter_rows(named=True):
        name = t.localized(row, "member")
        beside = address("countries", country=country, **{"with": row["member_id"]})
        counts = t(
            "{shared} shared, {own} only here, {other} only there",
            shared=row["shared"],
            own=row["only_country"],
            other=row["only_neighbour"],
        )
        compare = links.inside(beside, t("side by side"))
        record = links.record("country", row["member_id"], name)
        lines.append(f"<li>{record} · {html.escape(counts)} · {compare}</li>")
    st.html(f'<ul class="plain">{"".join(lines)}</ul>')


def people_and_places(profile: pl.DataFrame) -> None:
    """List the people named for the country, its meetings and the bodies seated in it."""
    t = page_state().t
    hosting = shaping.section(profile, "hosting")
    _list(t("People"), shaping.section(profile, "appointment"))
    _list(t("Meetings hosted"), hosting.filter(pl.col("row_table") == "milestones"))
    seats = hosting.filter(pl.col("row_table") == "actors")
    if seats.height:
        with st.expander(t.plural("Seat of {n} body", "Seat of {n} bodies", seats.height)):
            listed(seats)


def groups(country: str, profile: pl.DataFrame, day: date) -> None:
    """List the groups it is in, and the needs that texts state of it or of them."""
    t = page_state().t
    _list(t("Groups of countries"), profile.filter(pl.col("section") == "group"))
    counts = totals.needs(country, day, developing.chosen())
    if counts.is_empty():
        return
    st.header(t("Needs stated for it or its groups"), anchor=False)
    lines = [
        f"- {escape(t.localized(row, 'focus_area'))} ({t.number(row['needs'])})"
        f" · {escape(t.join(t.localized(row, 'groups')))}"
        for row in counts.iter_rows(named=True)
    ]
    st.markdown("\n".join(lines))
    open_rows(t("What answers these needs"), "capacity")


def initiatives(country: str, profile: pl.DataFrame) -> None:
    """List the initiatives that name the country, and say how many reach it through groups."""
    t = page_state().t
    rows = profile.filter(pl.col("section") == "initiative")
    if rows.height:
        st.header(t("Initiatives"), anchor="initiatives")
        listed(rows.filter(pl.col("derivation") == "declared"))
    wider = rows.filter(pl.col("derivation") == "derived")
    if wider.height:
        label = t.plural(
            "{n} initiative reaches it through a group",
            "{n} initiatives reach it through a group",
            wider.height,
        )
        open_rows(label, "countries", country=country, section="programmes")


def not_in(country: str, day: date) -> None:
    """Say in which bodies and texts it is not, where the roster is known to be complete."""
    t = page_state().t
    complete = totals.rosters(day).filter(pl.col("roster") == "complete")
    rows = totals.absences(country, day)
    st.header(t("Not in"), anchor=False)
    if complete.is_empty():
        st.caption(t("Of no roster is it known on this day that it is complete."))
        return
    st.caption(t("Only where the roster is complete: a source's newest count agrees with it."))
    if rows.is_empty():
        st.markdown(t("It is in all {n} of them.", n=complete.height))
        return
    known = kinds(("actors", "instruments"), rows["body_id"].head(MOST).to_list())
    lines = [
        t(
            "{body} ({n} counted on {day})",
            body=_body(row, known.get(row["body_id"])),
            n=row["reported"],
            day=row["day_reported"],
        )
        for row in rows.head(MOST).iter_rows(named=True)
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))
    if rows.height > MOST:
        st.caption(
            t.plural("{n} more is not listed.", "{n} more are not listed.", rows.height - MOST)
        )


def _subject(row: Row, known: Mapping[str, str]) -> str:
    """Return the name of what was voted on, as a link to its page."""
    name, key = page_state().t.localized(row, "subject"), row["subject_id"]
    return links.markdown(known[key], key, name) if key in known else escape(name)


def _body(row: Row, kind: str | None) -> str:
    """Return the name of a body or text, as a link to its page."""
    name = page_state().t.localized(row, "body")
    return links.markdown(kind, row["body_id"], name) if kind else escape(name)


def _list(title: str, facts: pl.DataFrame, anchor: str | Literal[False] = False) -> None:
    """List facts under a title, each with its source; no title over nothing."""
    if facts.is_empty():
        return
    st.header(title, anchor=anchor)
    listed(facts)
