"""Needs that are not shown of a country, because no source lists the members of a group."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common import developing
from dashboard.components.common.words import escape
from dashboard.source import database
from dashboard.state.filters import page_state
from dashboard.words.references import typeset_rows


def needs(country: str, day: date) -> None:
    """Show how many needs are stated for groups of which it is unknown whether it is a member."""
    t = page_state().t
    unagreed = database.settings().developing_countries
    unlisted = database.rows_on(
        "country_unlisted_groups", day, country=country, developing_as=developing.chosen()
    )
    counts = typeset_rows(unlisted, t).filter(pl.col("needs") > 0)
    sentences = [
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
        groups = others.select(f"group_{t.language}", "needs").iter_rows()
        parts = [f"{escape(name)} ({t.number(n)})" for name, n in groups]
        sentences.append(
            t(
                "Nor are needs of groups whose members are not listed here: {parts}.",
                parts=t.join(parts),
            )
            if sentences
            else t(
                "Not shown are needs of groups whose members are not listed here: {parts}.",
                parts=t.join(parts),
            )
        )
    if sentences:
        st.caption(" ".join(sentences))
