"""Lists that only the page of a country has: needs, developing countries, and neighbours."""

import html
from collections.abc import Callable
from datetime import date
from functools import partial

import polars as pl
import streamlit as st

from dashboard.components.common import developing, links
from dashboard.components.common.cards import open_rows
from dashboard.components.countries import unlisted
from dashboard.components.records import lists
from dashboard.components.records.cells import Cells
from dashboard.state.address import address
from dashboard.state.filters import page_state


def developing_countries(rows: pl.DataFrame, country: str, day: date) -> Callable[[], object]:
    """Return a function that lets the reader choose who stands for the developing countries."""

    def draw() -> None:
        developing.choose_for(country)
        unlisted.needs(country, day)

    return draw


def needs(rows: pl.DataFrame, country: str, day: date) -> Callable[[], object]:
    """Return a function that lists the needs stated for the country or its groups."""
    t = page_state().t
    cells = Cells("country_needs_by_area", rows)
    columns = ("focus_area_id", "needs", "groups")
    table = lists.markup(cells, rows, columns, t("Needs stated for it or its groups"))

    def draw() -> None:
        st.html(table)
        open_rows(t("What answers these needs"), "capacity")

    return draw


def neighbours(rows: pl.DataFrame, country: str, day: date) -> Callable[[], object]:
    """Return a function that lists the neighbours, each as a link to compare."""
    t = page_state().t
    items = []
    for row in rows.iter_rows(named=True):
        beside = address("countries", country=country, **{"with": row["member_id"]})
        counts = t(
            "{shared} shared, {own} only here, {other} only there",
            shared=row["shared"],
            own=row["only_country"],
            other=row["only_neighbour"],
        )
        compare = links.inside(beside, t("side by side"))
        record = links.record("country", row["member_id"], t.localized(row, "member"))
        items.append(f"<li>{record} · {html.escape(counts)} · {compare}</li>")
    return partial(st.html, f'<ul class="plain">{"".join(items)}</ul>')
