"""What is not shown of a country, because nobody lists who is in a group of countries."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common.words import escape
from dashboard.shaping import countries as shaping
from dashboard.source import queries
from dashboard.state.filters import page_state


def needs(profile: pl.DataFrame, day: date) -> None:
    """Say how many needs are stated for groups of which nobody can say whether it is in them."""
    t = page_state().t
    groups = _groups(profile)
    unagreed = queries.settings().developing_countries
    counts = shaping.needs_of(queries.needs_on(day), groups, t.language)
    said = [
        t.n(
            "No agreed list of developing countries exists, so {n} need stated for them is not"
            " shown here.",
            "No agreed list of developing countries exists, so {n} needs stated for them are not"
            " shown here.",
            n,
        )
        for n in counts.filter(pl.col("group_id") == unagreed)["n"]
    ]
    others = counts.filter(pl.col("group_id") != unagreed)
    if others.height:
        groups_said = others.select("group", "n").iter_rows()
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
    if said:
        st.caption(" ".join(said))


def initiatives(profile: pl.DataFrame, day: date) -> None:
    """Say how many initiatives are for such groups."""
    t = page_state().t
    reach = queries.table("initiative_reach").filter(pl.col("actor_id").is_in(_groups(profile)))
    shown = profile.filter(pl.col("section") == "initiative")["subject_id"].to_list()
    known = queries.initiatives_on(day).filter(
        pl.col("id").is_in(reach["initiative_id"].to_list()) & ~pl.col("id").is_in(shown)
    )
    if known.height:
        st.caption(
            t.n(
                "{n} initiative for groups whose members are not listed here is not shown.",
                "{n} initiatives for groups whose members are not listed here are not shown.",
                known.height,
            )
        )


def _groups(profile: pl.DataFrame) -> list[str]:
    everybody = queries.settings().all_countries
    return shaping.unlisted_groups(
        queries.table("actors"), queries.participations(), profile, everybody
    )
