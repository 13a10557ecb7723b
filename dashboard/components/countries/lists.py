"""All of one country, section by section, with the source of each fact."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import polars as pl
import streamlit as st

from dashboard.components.common import developing, links
from dashboard.components.common.cards import open_rows
from dashboard.components.common.words import document_link, escape
from dashboard.shaping import countries as shaping
from dashboard.source import records, totals
from dashboard.state.filters import page_state
from dashboard.words.locators import located

Row = Mapping[str, Any]
LISTED = re.compile(r"\[\.\.(.+)\]$")
"""On or before a day."""


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


def people_and_places(profile: pl.DataFrame) -> None:
    """List the people named for the country, its meetings and the bodies seated in it."""
    t = page_state().t
    hosting = shaping.section(profile, "hosting")
    _list(t("People"), shaping.section(profile, "appointment"))
    _list(t("Meetings hosted"), hosting.filter(pl.col("row_table") == "milestones"))
    seats = hosting.filter(pl.col("row_table") == "actors")
    if seats.height:
        with st.expander(t.plural("Seat of {n} body", "Seat of {n} bodies", seats.height)):
            _listed(seats)


def groups(country: str, profile: pl.DataFrame, day: date) -> None:
    """List the groups it is in, and the needs that texts state of it or of them."""
    t = page_state().t
    _list(t("Groups of countries"), profile.filter(pl.col("section") == "group"))
    counts = totals.needs(country, day, developing.chosen())
    if counts.is_empty():
        return
    st.subheader(t("Needs stated for it or its groups"), anchor=False)
    lines = [
        f"- {escape(t.localized(row, 'focus_area'))} ({t.number(row['needs'])})"
        f" · {escape(t.join(row[f'groups_{t.language}']))}"
        for row in counts.iter_rows(named=True)
    ]
    st.markdown("\n".join(lines))
    open_rows(t("What answers these needs"), "capacity")


def initiatives(country: str, profile: pl.DataFrame) -> None:
    """List the initiatives that name the country, and say how many reach it through groups."""
    t = page_state().t
    rows = profile.filter(pl.col("section") == "initiative")
    if rows.height:
        st.subheader(t("Initiatives"), anchor="initiatives")
        _listed(rows.filter(pl.col("derivation") == "declared"))
    wider = rows.filter(pl.col("derivation") == "derived")
    if wider.height:
        label = t.plural(
            "{n} initiative reaches it through a group",
            "{n} initiatives reach it through a group",
            wider.height,
        )
        open_rows(label, "countries", country=country, section="initiative")


def not_in(country: str, day: date) -> None:
    """Say in which bodies and texts it is not, where the roster is known to be complete."""
    t = page_state().t
    complete = totals.rosters(day).filter(pl.col("roster") == "complete")
    rows = totals.absences(country, day)
    st.subheader(t("Not in"), anchor=False)
    if complete.is_empty():
        st.caption(t("Of no roster is it known on this day that it is complete."))
        return
    st.caption(t("Only where the roster is complete: a source's newest count agrees with it."))
    if rows.is_empty():
        st.markdown(t("It is in all {n} of them.", n=complete.height))
        return
    lines = [
        t(
            "{body} ({n} counted on {day})",
            body=_body(row),
            n=row["reported"],
            day=row["day_reported"],
        )
        for row in rows.iter_rows(named=True)
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))


def _body(row: Row) -> str:
    """Return the name of a body or text, as a link to its page."""
    name = page_state().t.localized(row, "body")
    found = records.named(("actors", "instruments"), [row["body_id"]])
    kind = found["kind"][0] if found.height == 1 else None
    return links.markdown(kind, row["body_id"], name) if kind else escape(name)


def _list(title: str, facts: pl.DataFrame, anchor: str | Literal[False] = False) -> None:
    """List facts under a title, each with its source; no title over nothing."""
    if facts.is_empty():
        return
    st.subheader(title, anchor=anchor)
    _listed(facts)


def _listed(facts: pl.DataFrame) -> None:
    st.markdown("\n".join(f"- {_fact(row)}" for row in facts.iter_rows(named=True)))


def _fact(row: Row) -> str:
    """Say one fact: what, as what, since when, how sure, and where it was read."""
    t = page_state().t
    named = row["detail"] and row["section"] != "group"
    detail = t.label(row["detail_vocabulary"], row["detail"]) if named else ""
    unsure = t.label("certainty", "possible") if row["certainty"] == "possible" else ""
    note = row[f"note_{t.language}"]
    first, last = escape(t.localized(row, "subject")), escape(note or "")
    if linked := _linked(row):
        first = links.markdown(*linked, t.localized(row, "subject"))
    if row["section"] == "appointment" and note:
        first, last = last, first
    unsure = unsure and f"*{unsure}*"
    parts = [f"**{first}**", detail, _when(row), unsure, _listed_of(row), last, _source(row)]
    return " · ".join(part for part in parts if part)


def _linked(row: Row) -> tuple[str, str] | None:
    """Return kind and key of the record that a fact is about, if it has a page."""
    if row["section"] == "appointment":
        return None
    tables = {"hosting": (row["row_table"],), "adherence": ("instruments",), "need": ()}
    key = row["subject_id"]
    held = tables.get(row["section"], ("actors", "initiatives", "instruments"))
    found = records.named(held, [key]) if held and key else None
    return (found["kind"][0], key) if found is not None and found.height == 1 else None


def _listed_of(row: Row) -> str:
    """Say how many of a body's members are listed, where that is known to be a part."""
    if row.get("stated") is None:
        return ""
    return page_state().t("listed {n} of {all}", n=row["listed"], all=row["stated"])


def _when(row: Row) -> str:
    """Say since when; of groups it is often known only that a list of some day has the country."""
    t = page_state().t
    if row["section"] == "group" and (listed := LISTED.match(row["since"] or "")):
        return t("on the list of {day}", day=t.partial_date(listed[1]))
    since, until = t.partial_date(row["since"]), t.partial_date(row["until"])
    return t("{since} to {until}", since=since, until=until) if until else since


def _source(row: Row) -> str:
    """Link the publisher, and name the place; of lists of groups also the day."""
    t = page_state().t
    named = escape(row["publisher"] or row["source_id"])
    linked = document_link(named, row["source_url"])
    listed = t.partial_date(row["published_on"]) if row["section"] == "group" else ""
    return ", ".join(part for part in (linked, escape(located(row["locator"], t)), listed) if part)
