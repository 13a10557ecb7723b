"""Two bodies or texts: who is only in the one, in both, only in the other."""

import html
from collections.abc import Sequence

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.figure import figure
from dashboard.figures import CHARTS, View
from dashboard.figures.overlap import PARTS, members, names
from dashboard.source import records
from dashboard.state.filters import page_state

FIRST = 25
"""Names of a list that are seen at once; the others are folded away."""
TABLES = frozenset({"actors"})


def two(bodies: Sequence[str], *, derived: bool) -> None:
    """Show the first two bodies beside each other: a bar, and the names in three columns."""
    state = page_state()
    values = {"body": list(bodies[:2]), "derived": ["1"] if derived else []}
    st.header(state.t("In both, or only in one"), anchor="both")
    figure(CHARTS["overlap"], values)
    view = View(state.t, state.day, values)
    called = names(view)
    lists = [_named(called[part], members(view, part)) for part in PARTS]
    st.html(f'<div class="ways">{"".join(lists)}</div>')


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
