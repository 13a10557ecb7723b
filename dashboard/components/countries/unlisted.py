"""What is not shown of a country, because nobody lists who is in a group of countries."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common.words import escape
from dashboard.source import queries, totals
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator


def needs(country: str, day: date) -> None:
    """Say how many needs are stated for groups of which nobody can say whether it is in them."""
    t = page_state().t
    unagreed = queries.settings().developing_countries
    counts = totals.unlisted_groups(country, day).filter(pl.col("needs") > 0)
    said = [
        t.plural(
            "No agreed list of the group “{group}” exists, so {n} need stated for it is not"
            " shown here.",
            "No agreed list of the group “{group}” exists, so {n} needs stated for it are not"
            " shown here.",
            n,
            group=escape(name),
        )
        for name, n in counts.filter(pl.col("group_id") == unagreed)
        .select(f"group_{t.language}", "needs")
        .iter_rows()
    ]
    others = counts.filter(pl.col("group_id") != unagreed)
    if others.height:
        groups_said = others.select(f"group_{t.language}", "needs").iter_rows()
        parts = [f"{escape(name)} ({t.number(n)})" for name, n in groups_said]
        said.append(
            t(
                "Nor are needs of groups whose members are not listed here: {parts}.",
                parts=t.join(parts),
            )
            if said
            else t(
                "Not shown are needs of groups whose members are not listed here: {parts}.",
                parts=t.join(parts),
            )
        )
    if chosen := _standing_in(country, day):
        said.insert(0, chosen)
    if said:
        st.caption(" ".join(said))


def _standing_in(country: str, day: date) -> str:
    """Name the groups that stand for the developing countries, to a country that is among them."""
    t = page_state().t
    own = queries.settings()
    inside = totals.groups(country, day)["group_id"]
    if own.developing_countries not in inside:
        return ""
    chosen = own.developing_countries_as
    names = queries.table("actors").filter(pl.col("id").is_in(chosen))[f"name_{t.language}"]
    return t(
        "No agreed list of the group “{group}” exists; here the members of these groups stand for"
        " it: {groups}.",
        group=escape(_name(own.developing_countries, t)),
        groups=escape(t.join(names.to_list())),
    )


def initiatives(country: str, day: date) -> None:
    """Say how many initiatives are for such groups."""
    t = page_state().t
    unlisted = totals.country(country, day)["unlisted_initiatives"]
    if unlisted:
        st.caption(
            t.plural(
                "{n} initiative for groups whose members are not listed here is not shown.",
                "{n} initiatives for groups whose members are not listed here are not shown.",
                unlisted,
            )
        )


def _name(actor: str, t: Translator) -> str:
    named = queries.table("actors").filter(pl.col("id") == actor)
    return next(iter(named[f"name_{t.language}"]), actor)
