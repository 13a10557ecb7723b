"""The list of commitments: in a sentence, as bars, and row by row."""

from datetime import date
from functools import partial

import streamlit as st

from dashboard.components.commitments import groups
from dashboard.components.commitments import rows as commitment_rows
from dashboard.components.common import table_pages
from dashboard.components.common.cards import open_rows
from dashboard.components.common.figure import figure
from dashboard.components.common.table_files import streamed_files
from dashboard.components.common.tables import download
from dashboard.components.records import lists
from dashboard.figures import CHARTS
from dashboard.figures.status_groups import BY
from dashboard.filtering import found as filtering
from dashboard.filtering.found import Found
from dashboard.source import totals
from dashboard.state import address
from dashboard.state.filters import any_choice, page_state
from dashboard.theme import DUE_COLOURS, STATUS_COLOURS

COLUMNS = ["summary", "status", "due_on", "due_state", "instrument", "paragraph", "modality"]
COLUMNS += ["verification", "actors", "id", "instrument_symbol", "source_url", "locator"]
"""What a file of the list holds."""
ONLY_MADE = ("status", "due_state")
"""Columns that proposals lack."""
SIZE = 25
"""Rows of a page."""
FEW = 10
"""A chart of fewer rows says less than the rows."""


def sentence(found: Found, all_rows: int, day: date) -> str:
    """Return what the list holds, in words."""
    t = page_state().t
    total = t.plural(
        "On {day}, **{n} commitment** of {all} matches, in {texts}.",
        "On {day}, **{n} commitments** of {all} match, in {texts}.",
        found.n,
        day=day,
        all=all_rows,
        texts=t.plural("{n} text", "{n} texts", found.texts),
    )
    parts = [
        f"{t.label('assessment_status', status)} {t.number(found.statuses[status])}"
        for status in STATUS_COLOURS
        if status in found.statuses
    ]
    overdue = t("None is overdue.")
    if found.overdue:
        overdue = t.plural("{n} is overdue.", "{n} are overdue.", found.overdue)
    return f"{total} {t('By status: {parts}.', parts=t.join(parts))} {overdue}"


def proposed_sentence(found: Found, day: date) -> str:
    """Return what is proposed, in words, and that it is not counted."""
    t = page_state().t
    return t.plural(
        "On {day}, {texts} would make **{n} commitment** and nobody had adopted it: it is"
        " proposed, and never counted as made.",
        "On {day}, {texts} would make **{n} commitments** and nobody had adopted them: they are"
        " proposed, and never counted as made.",
        found.n,
        day=day,
        texts=t.plural("{n} text", "{n} texts", found.texts),
    )


def grouping() -> str | None:
    """Let the reader say by what the list and the chart below it are grouped."""
    t = page_state().t
    words = {code: t(text) for code, text in BY.items()}
    return any_choice(
        "by",
        t("Group"),
        list(words),
        words.__getitem__,
        placeholder=t("What is overdue or due first"),
    )


def status_chart(found: Found) -> None:
    """Show the statuses group by group; of few rows, nothing."""
    if found.n < FEW:
        return
    st.header(page_state().t("How far they are met"), anchor="status")
    by = next(iter(address.query_values("by")), "text")
    one = by == "text" and found.texts == 1
    figure(CHARTS["status" if one else "commitments"])


def listed(found: Found, standing: str, by: str | None) -> None:
    """Show the rows, each of which opens its record, and give exactly them as a file."""
    t = page_state().t
    made = standing == "made"
    deadlines = bool(address.used_values("due_state"))
    # A text is read from its first paragraph on; a list of many, from what is urgent.
    urgent = made and not deadlines and found.texts > 1
    rows = partial(
        filtering.rows, found, by_deadline=deadlines, by_urgency=list(DUE_COLOURS) if urgent else ()
    )
    few = found.n <= table_pages.MOST
    if by and made:
        groups.show(rows(), by)
    else:
        every = rows() if few else None
        page, here = lists.turned(
            lambda first: rows(SIZE, first) if every is None else every.slice(first, SIZE), SIZE
        )
        filters = address.filter_values(without=("id",))
        cells = commitment_rows.cells_of(here)
        st.html(commitment_rows.markup(here, t("Commitments"), cells, filters))
        lists.pages(found.n, SIZE, page)
    chosen = address.filter_values(without=("by", "page"))
    if few:
        columns = [name for name in COLUMNS if made or name not in ONLY_MADE]
        download(rows(), found.relation, f"commitments-{standing}", columns, chosen)
    else:
        streamed_files(found.relation, f"commitments-{standing}", found.n, chosen)


def other_standing(standing: str, day: date) -> None:
    """Say what the list leaves out: what is proposed, or what was made."""
    t = page_state().t
    if standing == "made":
        n = totals.commitments(day)["proposed"]
        label = t.plural(
            "{n} proposal is not in this list", "{n} proposals are not in this list", n
        )
        open_rows(label, "commitments", standing="proposed")
