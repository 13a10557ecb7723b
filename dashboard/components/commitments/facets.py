"""What the listed commitments are, counted: each count is a link that leaves only those."""

import html
from collections.abc import Mapping

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.source import queries
from dashboard.state.address import filter_values, query_values
from dashboard.state.filters import page_state
from dashboard.theme import DUE_COLOURS, STATUS_COLOURS
from dashboard.words.i18n import Translator

MOST = 8
"""Texts and topics that are counted: those with the most."""
FEW = 2
"""Of what there is only one kind, nothing can be chosen."""


def facets(rows: pl.DataFrame) -> None:
    """Show how many of the rows have which status, deadline, text and topic, as links."""
    t = page_state().t
    texts = dict(rows.select("instrument_id", f"instrument_{t.language}").unique().iter_rows())
    areas = queries.table("focus_areas").select("id", f"name_{t.language}")
    groups = (
        _coded(t("Status"), "status", rows["status"], list(STATUS_COLOURS), t),
        _coded(t("Deadline"), "due_state", rows["due_state"], list(DUE_COLOURS), t),
        _named(t("Text"), "instrument", rows["instrument_id"], texts, t),
        _named(
            t("Topic"), "focus_area", rows["focus_area_ids"].explode(), dict(areas.iter_rows()), t
        ),
    )
    shown = "".join(filter(None, groups))
    if shown:
        st.html(f'<div class="facets">{shown}</div>')


def _coded(label: str, name: str, codes: pl.Series, order: list[str], t: Translator) -> str:
    """Return the counts of a closed list, in its own order."""
    vocabulary = "assessment_status" if name == "status" else "due_state"
    counts = dict(codes.value_counts().iter_rows())
    words = {code: t.label(vocabulary, code) for code in order if counts.get(code)}
    return _links(label, name, {code: (words[code], counts[code]) for code in words}, t)


def _named(label: str, name: str, keys: pl.Series, names: Mapping[str, str], t: Translator) -> str:
    """Return the counts of the texts or topics with the most rows."""
    counted = (
        keys.drop_nulls()
        .alias("key")
        .value_counts()
        .sort(["count", "key"], descending=[True, False])
    )
    first = {key: (names[key], n) for key, n in counted.head(MOST).iter_rows() if key in names}
    return _links(label, name, first, t)


def _links(label: str, name: str, counts: Mapping[str, tuple[str, int]], t: Translator) -> str:
    """Return one line of links; of what is chosen already, one that takes the choice away."""
    here = filter_values(without=(name,))
    chosen = query_values(name)
    if len(counts) < FEW and not chosen:
        return ""
    items = [
        links.page("commitments", f"{words} {t.number(n)}", **here, **{name: key})
        for key, (words, n) in counts.items()
        if [key] != chosen
    ]
    if chosen:
        items.insert(0, links.page("commitments", t("× all"), **here))
    return f"<p><span>{html.escape(label)}</span> {' '.join(items)}</p>" if items else ""
