"""The topics of capacity building, each in a sentence, those worst off first."""

import html
from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.figure import figure
from dashboard.figures import CHARTS
from dashboard.source import database, records
from dashboard.state.filters import Codes, page_state

Row = Mapping[str, Any]
OPEN = 6
"""Topics that are shown; the others are folded away."""
KIND = "topic"


def ranked(developing_as: str | None) -> None:
    """Show the topics as a chart, and say of each what answers the needs stated in it."""
    t, day = page_state().t, page_state().day
    figure(CHARTS["topics"])
    rows = database.rows_on("topic_answers_on", day, developing_as=developing_as)
    lines = [f"<li>{_answer(row)}</li>" for row in rows.iter_rows(named=True)]
    first, rest = "".join(lines[:OPEN]), "".join(lines[OPEN:])
    folded = ""
    if rest:
        more = t.plural("{n} more topic", "{n} more topics", len(lines) - OPEN)
        folded = (
            f"<details><summary>{html.escape(more)}</summary>"
            f'<ol start="{OPEN + 1}">{rest}</ol></details>'
        )
    st.html(f'<div class="ranked"><ol>{first}</ol>{folded}</div>')


def further(shown: Mapping[str, Codes]) -> None:
    """Link the pages of the topics that the matrix is narrowed to, and the whole page."""
    t = page_state().t
    names = records.named(("focus_areas",), shown.get("focus_area", ()))
    links_to = [
        links.record(row["kind"], row["id"], t.localized(row, "name"))
        for row in names.iter_rows(named=True)
    ]
    links_to.append(links.page("capacity", t("All topics and groups")))
    st.html(f'<p class="more">{" · ".join(links_to)}</p>')


def _answer(row: Row) -> str:
    """Return one topic in a sentence, with the way to its page."""
    t = page_state().t
    name = links.record(KIND, row["focus_area_id"], t.localized(row, "focus_area"))
    needs = t.plural("{n} need stated", "{n} needs stated", row["needs"])
    answers = [
        t.plural("nothing on record for {n}", "nothing on record for {n}", row["unanswered"])
        if row["unanswered"]
        else "",
        t.plural(
            "commitments only for {n}",
            "commitments only for {n}",
            row["answered_by_commitment_only"],
        )
        if row["answered_by_commitment_only"]
        else "",
        t.plural("a programme for {n}", "a programme for {n}", row["answered_by_initiative"])
        if row["answered_by_initiative"]
        else "",
    ]
    inside = t(
        "In this topic: {commitments} and {programmes}.",
        commitments=t.plural("{n} commitment", "{n} commitments", row["commitments"]),
        programmes=t.plural("{n} running programme", "{n} running programmes", row["initiatives"]),
    )
    sentence = t("{name}: {what}", name=needs, what=t.join(filter(None, answers)))
    broader = f'<span class="mute">{html.escape(inside)}</span>'
    return f"{name} <span>{html.escape(sentence)}. {broader}</span>"
