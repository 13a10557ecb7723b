"""The way of money on the Capacity building page: what is aimed at, pledged, planned and paid."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common.cards import open_rows
from dashboard.components.common.figure import figure
from dashboard.components.common.table_pages import Paged
from dashboard.components.common.tables import table
from dashboard.figures import CHARTS
from dashboard.source import queries
from dashboard.state.filters import page_state

SQL = "FROM money_on($day)"
"""The rows of the chains, as a reader can ask for them; the SQL page fills in the day."""
COLUMNS = ["subject", "step", "amount_text", "amount", "amount_to", "currency", "giver", "as_of"]
COLUMNS += ["source_title", "source_url", "locator", "figure_id"]


def money(day: date) -> None:
    """Show for each programme what is on record at each step, and say what is not."""
    t = page_state().t
    n = queries.sums_of_money(day)
    st.header(t("The way of money"), anchor="money")
    if not n:
        st.info(t("No sum of any programme was on record by {day}.", day=day))
        return
    figure(CHARTS["money"])
    names = (f"initiative_{t.language}", f"actor_{t.language}")
    subject = f"subject_{t.language}"

    def named(limit: int | None, offset: int) -> pl.DataFrame:
        return queries.money_on(day, limit, offset).with_columns(pl.coalesce(names).alias(subject))

    table(
        Paged(n, named),
        "money_on",
        "money",
        columns=COLUMNS,
        filters={},
        widths={"amount": 130, "giver": 180},
        labels={subject: t("Programme or body")},
        row_key=(subject, "step", "figure_id"),
    )
    open_rows(t("The same rows in SQL"), "sql", q=SQL)
