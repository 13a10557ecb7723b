"""What changed lately, in a few lines: the newest of the kinds of change that tell the most."""

import html
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

import polars as pl
import streamlit as st

from dashboard.components.changes import between
from dashboard.components.common import links
from dashboard.components.records.cells import Cells
from dashboard.navigation import FIRST
from dashboard.shaping import two_days as shaping
from dashboard.shaping.two_days import Group, Line
from dashboard.source import recent
from dashboard.state.address import COMPARED
from dashboard.state.filters import page_state
from dashboard.words import labels
from dashboard.words.i18n import message

SHOWN = 6
"""Lines in all."""
TELLING = {
    "became_complete": message("Completed"),
    "fell_due": message("Deadline passed"),
    "text_adopted": message("New text"),
    "text_in_force": message("In force"),
    "joined": message("New members"),
    "left": message("Members that left"),
    "act_done": message("Signed or adhered"),
    "met_late": message("Met after the deadline"),
    "status_moved": message("Status changed"),
    "first_assessed": message("Assessed for the first time"),
    "programme_started": message("New programme"),
}
"""Kinds of change that are news to anybody, with how one of them is called; the best first."""


def show(day: date) -> None:
    """Show the lines, and where all changes are; nothing where none of these kinds changed."""
    t, since = page_state().t, recent.since(day, TELLING)
    rows = recent.rows(since, day, TELLING)
    lines = telling(shaping.groups(rows, labels.closed_lists(recent.RELATION), t))
    if not lines:
        return
    shown = pl.DataFrame([row for _, one in lines for row in one.rows], rows.schema)
    cells = Cells(recent.RELATION, shown, columns=between.NAMED_IN)
    items = [
        f"<li><b>{html.escape(t(TELLING[change]))}</b><span>{between.line(one, cells)}</span></li>"
        for change, one in lines
    ]
    st.header(t("What changed lately"), anchor="changed")
    st.html(f'<ul class="dates lately">{"".join(items)}</ul>')
    label = t("All that changed since {day}", day=since)
    st.html(f'<p class="more">{links.page(FIRST, label, **{COMPARED: since})}</p>')


def telling(groups: Sequence[Group]) -> list[tuple[str, Line]]:
    """Return the lines to show with their kinds: one of each kind in turn, then the next of each.

    Each record has one line, with its most important change.

    >>> def line(key): return Line([{"record_kind": "text", "record_id": key}], 0, "", "")
    >>> a, b = Group("left", "", 2, [line("x"), line("y")]), Group("joined", "", 1, [line("x")])
    >>> [(change, one.first["record_id"]) for change, one in telling([a, b])]
    [('joined', 'x'), ('left', 'y')]
    """
    known = {group.change: list(group.lines) for group in groups}
    named: set[tuple[str, str]] = set()
    for change in TELLING:
        own = {
            (one.first["record_kind"], one.first["record_id"]): one for one in known.get(change, ())
        }
        known[change] = [one for key, one in own.items() if key not in named]
        named |= own.keys()
    turns = zip_longest(*(known[change] for change in TELLING))
    every = [(change, one) for turn in turns for change, one in zip(TELLING, turn, strict=True)]
    order = list(TELLING)
    return sorted(
        [(c, one) for c, one in every if one][:SHOWN], key=lambda pair: order.index(pair[0])
    )
