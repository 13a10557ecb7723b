"""Two or more bodies or texts: who is in all, in some, only in one."""

import html
from collections.abc import Sequence

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.figure import figure
from dashboard.figures import CHARTS, View
from dashboard.figures.overlap import MOST, members
from dashboard.source import records
from dashboard.state.filters import page_state

FIRST = 25
"""Names of a list that are seen at once; the others are folded away."""
TABLES = frozenset({"actors"})


def show(bodies: Sequence[str], *, derived: bool) -> None:
    """Show the bodies beside each other: bars, and the names in columns with their counts."""
    state = page_state()
    t = state.t
    values = {"body": list(bodies), "derived": ["1"] if derived else []}
    st.header(t("Who is in which"), anchor="both")
    figure(CHARTS["overlap"], values)
    view = View(t, state.day, values)
    marks = CHARTS["overlap"].frame(view)
    lists = [
        _named(label, members(view, mark)) for mark, label in marks.select("mark", "label").rows()
    ]
    st.html(f'<div class="ways">{"".join(lists)}</div>')
    if len(bodies) > MOST:
        st.caption(t("The first {n} of those chosen are compared.", n=MOST))


def _named(title: str, rows: pl.DataFrame) -> str:
    """Return a list of links to the members, under what they have in common."""
    t = page_state().t
    known = records.named(TABLES, rows["member_id"].to_list())
    kinds = dict(known.select("id", "kind").iter_rows())
    items = [
        f"<li>{links.record(kinds[key], key, name) if key in kinds else html.escape(name)}</li>"
        for key, name in rows.select("member_id", f"member_{t.language}").iter_rows()
    ]
    more = "".join(items[FIRST:])
    folded = t("{n} more", n=len(items) - FIRST)
    rest = (
        f'<details><summary>{html.escape(folded)}</summary><ul class="plain">{more}</ul></details>'
    )
    heading = html.escape(t("{name}: {what}", name=title, what=t.number(rows.height)))
    return (
        f'<section><h3>{heading}</h3><ul class="plain">{"".join(items[:FIRST])}</ul>'
        f"{rest if more else ''}</section>"
    )
