"""What else is known of a body or text on the Members page: ends that are expected, and votes."""

import html

import polars as pl
import streamlit as st

from dashboard.components.records import lists
from dashboard.shaping.ordering import alphabetical
from dashboard.source import members as source
from dashboard.state.filters import page_state

NAMED = 12
"""Names that are spelled out of those who are expected to leave at one time."""
VOTES = ("subject", "body_id", "held_on", "votes_for", "votes_against", "abstentions")


def ends(members: pl.DataFrame) -> None:
    """Show when which members are expected to be no longer in, the next first."""
    t, name = page_state().t, f"member_{page_state().t.language}"
    leaving = members.drop_nulls("expected_left_on").sort(alphabetical(name))
    if leaving.is_empty():
        return
    st.header(t("Expected to leave"), anchor="ends")
    items = []
    for (when,), rows in leaving.sort("expected_left_on", maintain_order=True).partition_by(
        "expected_left_on", as_dict=True, maintain_order=True
    ).items():  # fmt: skip
        names = rows[name].to_list()
        more = len(names) - NAMED
        listed = t.join([*names[:NAMED], *([t("{n} more", n=more)] if more > 0 else [])])
        sentence = t("{name}: {what}", name=t.number(rows.height), what=listed)
        items.append(
            f"<li><time>{html.escape(t.partial_date(str(when)))}</time>"
            f"<span>{html.escape(sentence)}</span></li>"
        )
    st.html(f'<ul class="dates">{"".join(items)}</ul>')


def votes(body: str) -> None:
    """Show the votes on a text or body, or in a body, as lines with their tallies."""
    state = page_state()
    t = state.t
    found = source.votes(body).filter(pl.col("held_on_latest") <= state.day)
    if found.is_empty():
        return
    st.header(t("Votes"), anchor="votes")
    lists.table("vote_results", found, VOTES, t("Votes"))
