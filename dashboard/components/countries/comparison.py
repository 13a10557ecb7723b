"""Two countries side by side: where both are, and where only one is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common import developing
from dashboard.components.common.tables import table
from dashboard.components.common.words import escape
from dashboard.components.countries.profile import name
from dashboard.shaping import comparison as shaping
from dashboard.source import queries, totals
from dashboard.state.filters import page_state

Row = Mapping[str, Any]


def show(first: str, second: str, profile: pl.DataFrame, day: date) -> None:
    """Say what two countries share, and show row by row what each has."""
    t = page_state().t
    rosters = totals.rosters(day).filter(pl.col("roster") == "complete")["body_id"]
    rows = shaping.side_by_side(
        profile, queries.country_profile(second, day, developing.chosen()), rosters.to_list()
    )
    both = rows.filter(pl.all_horizontal(pl.col("certainty_1", "certainty_2").is_not_null())).height
    st.header(
        escape(t("{first} beside {second}", first=name(first), second=name(second))), anchor=False
    )
    st.markdown(
        t.plural(
            "They share {n} of {all} bodies, texts, votes and groups in which either is.",
            "They share {n} of {all} bodies, texts, votes and groups in which either is.",
            both,
            all=rows.height,
        )
    )
    labelled = rows.with_columns(
        pl.Series(key, [_cell_text(row, number) for row in rows.iter_rows(named=True)])
        for number, key in ((1, first), (2, second))
    )
    table(
        labelled,
        "country_profile",
        "beside",
        columns=["subject", first, second, "subject_id"],
        widths={"subject": 300, first: 240, second: 240},
        file="countries_side_by_side",
        row_key=("section", "subject_id"),
        about=t("One row per body, text or group, with what each of the two countries is in it."),
        labels={first: name(first), second: name(second)},
    )


def _cell_text(row: Row, number: int) -> str:
    """Say what one country has there; nothing known is not said as none."""
    t = page_state().t
    detail, since = row[f"detail_{number}"], t.partial_date(row[f"since_{number}"])
    if detail is None and row[f"certainty_{number}"] is None:
        return t("not in") if row["complete"] else t("not recorded")
    words = t.label(row[f"detail_vocabulary_{number}"], detail) if detail else t("in")
    unsure = t.label("certainty", "possible") if row[f"certainty_{number}"] == "possible" else ""
    derived = t.label("derivation", "derived") if row[f"derivation_{number}"] == "derived" else ""
    return ", ".join(part for part in (words, since, unsure, derived) if part)
