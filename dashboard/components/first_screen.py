"""What a newcomer meets first: what this is, three ways in, and what it rests on."""

import html
from collections.abc import Iterable
from datetime import date

import streamlit as st

from dashboard.components.common import links
from dashboard.navigation import FIRST
from dashboard.shaping.overview import deadlines
from dashboard.source import database, totals
from dashboard.source.totals import Row
from dashboard.state import scripts
from dashboard.state.address import COMPARED, address
from dashboard.state.filters import page_state
from transforms.languages import typeset

TOPICS = 3
"""Topics that are named; the others are one step further."""


def lead() -> None:
    """Say what the tracker is about, in its own words."""
    language = page_state().t.language
    if subtitle := database.settings().localized("subtitle", language):
        st.html(f'<p class="lead">{html.escape(typeset(subtitle, language))}</p>')


def ways_in(counted: Row, day: date) -> None:
    """Show the three ways in: a country, a topic, what is due."""
    t = page_state().t
    calendar = f"deadlines.ics?lang={t.language}"
    overdue, soon = (words[:1].upper() + words[1:] for words in deadlines(counted, t))
    ways = (
        _way(
            t("A country"),
            t("What each country signed, belongs to, promised and needs: on any day."),
            [
                links.page("countries", t("All countries")),
                links.page("members", t("Who is a member of what")),
            ],
        ),
        _way(
            t("A topic"),
            t("Every topic: the needs that are stated, what is promised and which programmes run."),
            [*_topics(day), links.page("topics", t("All topics"))],
        ),
        _way(
            t("What is due"),
            t("Commitments with a deadline, on the page or in your calendar."),
            [
                links.page("commitments", overdue, due_state="overdue"),
                links.page("commitments", soon, due_state=totals.due_soon()),
                f'<a href="{calendar}">{html.escape(t("Calendar"))}</a>',
            ],
        ),
    )
    st.html(f'<div class="ways">{"".join(ways)}</div>')


def since_last_visit(day: date) -> None:
    """Leave a line for what changed since the last visit; the browser fills it in, if it knows."""
    if page_state().other is not None:
        return
    t = page_state().t
    target = address(FIRST, **{COMPARED: "-"}).removesuffix("-")
    script = scripts.script(
        scripts.LAST_VISIT,
        today=date.today().isoformat(),
        day=day.isoformat(),
        locale=str(t.language_info.locale).replace("_", "-"),
        label=t("What changed since your last visit, {day}", day="{day}"),
    )
    line = f'<p class="last-visit" hidden><a class="in" href="{html.escape(target)}"></a></p>'
    st.html(f"<div>{line}{script}</div>", unsafe_allow_javascript=True)


def foundation() -> None:
    """Say where the facts are from and how delivery is judged, with the ways there."""
    t = page_state().t
    sentences = [
        links.page("sources", t("Every fact has its source and its place in it")),
        links.page("data", t("How delivery is judged, and the data as files")),
        links.page("sql", t("Ask the database in SQL")),
    ]
    st.html(f'<p class="foundation">{" · ".join(sentences)}</p>')


def _way(title: str, about: str, ways: Iterable[str]) -> str:
    return (
        f"<section><h2>{html.escape(title)}</h2><p>{html.escape(about)}</p>"
        f'<ul class="plain">{"".join(f"<li>{way}</li>" for way in ways)}</ul></section>'
    )


def _topics(day: date) -> list[str]:
    """Return links to the topics with the most commitments, the root of all left out."""
    t, root = page_state().t, database.settings().root_area
    areas = database.rows_on("focus_area_totals_on", day).sort(
        "commitments", "id", descending=[True, False]
    )
    named = [row for row in areas.iter_rows(named=True) if row["id"] != root][:TOPICS]
    return [links.record("topic", row["id"], t.localized(row, "name")) for row in named]
