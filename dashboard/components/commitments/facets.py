"""Counts of the listed commitments; each count links to the list narrowed to it."""

import html
from collections.abc import Mapping

import polars as pl
import streamlit as st

from dashboard.components.commitments import groups
from dashboard.components.common import links
from dashboard.filtering.found import Found
from dashboard.state.address import filter_values, used_values
from dashboard.state.filters import page_state
from dashboard.theme import DUE_COLOURS, STATUS_COLOURS
from dashboard.words.i18n import Translator, message

MOST = 8
"""Groups of one kind that are counted: those with the most, or the first."""
FEW = 2
"""Of what there is only one kind, nothing can be chosen."""
NAMED = {
    "text": message("Text"),
    "topic": message("Topic"),
    "actor": message("Who is addressed"),
    "part": message("Part of a text"),
    "year": message("Year due"),
    "verb": message("Verb"),
}
FIRST = ("text", "topic")
"""Those that are shown at first; the others are folded away until one is chosen."""


def facets(found: Found) -> None:
    """Show how much of what is found has which status, deadline, text, topic and so on, linked."""
    t = page_state().t
    counted = groups.counted()
    first = [
        _coded(t("Deadline"), "due_state", found.due_states, list(DUE_COLOURS), t),
        _coded(t("Status"), "status", found.statuses, list(STATUS_COLOURS), t),
        *(_grouped(counted, by, t) for by in FIRST),
    ]
    rest = "".join(_grouped(counted, by, t) for by in NAMED if by not in FIRST)
    if rest:
        chosen = any(used_values(groups.FILTERS[by]) for by in NAMED if by not in FIRST)
        opened = " open" if chosen else ""
        label = html.escape(t("By actor, part, year or verb"))
        rest = f"<details{opened}><summary>{label}</summary><div>{rest}</div></details>"
    shown = "".join(filter(None, [*first, rest]))
    if shown:
        st.html(f'<div class="facets">{shown}</div>')


def _coded(
    label: str, name: str, counts: Mapping[str, int], order: list[str], t: Translator
) -> str:
    """Return the counts of a closed list, in its own order."""
    vocabulary = "assessment_status" if name == "status" else "due_state"
    words = {code: t.label(vocabulary, code) for code in order if counts.get(code)}
    return _links(label, name, {code: (words[code], counts[code]) for code in words}, t)


def _grouped(counted: pl.DataFrame, by: str, t: Translator) -> str:
    """Return the counts of the groups of one kind."""
    own = groups.in_order(counted, by).filter(pl.col("group_id") != groups.NONE)
    if by not in groups.ORDERED:
        own = own.head(MOST)
    counts = {
        key: (name, n) for key, name, n in own.select("group_id", f"group_{t.language}", "n").rows()
    }
    return _links(t(NAMED[by]), groups.FILTERS[by], counts, t)


def _links(label: str, name: str, counts: Mapping[str, tuple[str, int]], t: Translator) -> str:
    """Return one line of links; of what is chosen already, one that takes the choice away."""
    here = filter_values(without=(name, "page"))
    chosen = used_values(name)
    if len(counts) < FEW and not chosen:
        return ""
    items = [
        f"{links.page('commitments', words, **here, **{name: key})} <i>{t.number(n)}</i>"
        for key, (words, n) in counts.items()
        if [key] != chosen
    ]
    if chosen:
        items.insert(0, links.page("commitments", t("× all"), **here))
    entries = "".join(f"<li>{item}</li>" for item in items)
    return f"<p>{html.escape(label)}</p><ul>{entries}</ul>" if items else ""
