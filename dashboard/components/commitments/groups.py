"""Commitments in groups: by text, part, topic, year due, actor or strength of wording."""

import html
from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.commitments import rows as commitment_rows
from dashboard.components.common import links
from dashboard.components.records.cells import Cells
from dashboard.components.records.statuses import squares
from dashboard.figures import View
from dashboard.figures.declared import answer
from dashboard.figures.status import FILTERED, found
from dashboard.figures.status_groups import ORDERED, sizes
from dashboard.filtering.query import Query
from dashboard.state.address import chosen_values, filter_values
from dashboard.state.filters import page_state
from dashboard.words.references import typeset_rows

FILTERS = {
    "text": "instrument",
    "part": "part",
    "topic": "focus_area",
    "actor": "actor",
    "year": "due_year",
    "verb": "modality",
}
"""The filter that leaves only one group, by what is grouped."""
NONE = "none"
"""The group of what has no deadline: no filter leaves it."""
MOST = 30
"""Groups that are listed, and rows that are listed of each."""
ROWS = 8
SQUARES = 20
"""Of a group; more become a bar."""
OPEN = 2
"""Groups whose rows are shown at first."""

MEMBERS = (
    "SELECT commitment_id, group_id FROM commitment_groups"
    " WHERE grouping = $by AND commitment_id IN (SELECT id FROM ({found}))"
)

Row = Mapping[str, Any]


def counted() -> pl.DataFrame:
    """Return the largest groups that the filters of the address leave something in."""
    found = answer(sizes(_view(), MOST)).rename({"commitments": "n"})
    return typeset_rows(found, page_state().t)


def in_order(groups: pl.DataFrame, by: str) -> pl.DataFrame:
    """Return the groups of one kind, in their own order or with the largest first."""
    own = groups.filter(pl.col("grouping") == by)
    if by in ORDERED:
        return own.sort("place", "group_id")
    return own.sort("rank")


def show(rows: pl.DataFrame, by: str) -> None:
    """Show the rows group by group, each with its count, its statuses and its first rows."""
    t = page_state().t
    groups = in_order(counted(), by)
    of = found(_view())
    members = answer(Query(MEMBERS.format(found=of.sql), {**of.values, "by": by}))
    placed = rows.join(
        members, left_on="id", right_on="commitment_id", how="inner", maintain_order="left"
    )
    cells = commitment_rows.cells_of(rows)
    parts = [
        _group(
            group, placed.filter(pl.col("group_id") == group["group_id"]), by, cells, place < OPEN
        )
        for place, group in enumerate(groups.head(MOST).iter_rows(named=True))
    ]
    st.html(f'<div class="groups">{"".join(parts)}</div>')
    every = groups["groups"][0] if groups.height else 0
    if every > MOST:
        st.caption(
            t.plural(
                "{n} more group is not listed.",
                "{n} more groups are not listed.",
                every - MOST,
            )
        )


def _group(group: Row, rows: pl.DataFrame, by: str, cells: Cells, is_open: bool) -> str:
    t = page_state().t
    name = t.localized(group, "group")
    statuses = squares(rows["status"].to_list(), t, SQUARES)
    heading = f"<b>{html.escape(name)}</b> {t.number(group['n'])} {statuses}"
    more = ""
    if rows.height > ROWS and group["group_id"] != NONE:
        label = t("All {n}", n=rows.height)
        here = filter_values(without=(FILTERS[by], "by", "page"))
        target = {**here, FILTERS[by]: group["group_id"]}
        more = f'<p class="more">{links.page("commitments", label, **target)}</p>'
    opened = " open" if is_open else ""
    filters = filter_values(without=("id",))
    return (
        f"<details{opened}><summary>{heading}</summary>"
        f"{commitment_rows.markup(rows.head(ROWS), name, cells, filters)}{more}</details>"
    )


def _view() -> View:
    """Return what the filters of the address leave."""
    state = page_state()
    return View(state.t, state.day, {name: chosen_values(name) for name in FILTERED})
