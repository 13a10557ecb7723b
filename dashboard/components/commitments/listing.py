"""The list of commitments: in a sentence, as bars, and row by row."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.commitments import groups
from dashboard.components.commitments import rows as commitment_rows
from dashboard.components.common.cards import open_rows
from dashboard.components.common.figure import figure
from dashboard.components.common.tables import download
from dashboard.components.overview import counts_by_status
from dashboard.components.records import lists
from dashboard.figures import CHARTS
from dashboard.figures.status_groups import BY
from dashboard.shaping import commitments as shaping
from dashboard.source import totals
from dashboard.state import address
from dashboard.state.filters import choice, page_state
from dashboard.theme import DUE_COLOURS

COLUMNS = ["summary", "status", "due_on", "due_state", "instrument", "paragraph", "modality"]
COLUMNS += ["verification", "actors", "id", "instrument_symbol", "source_url", "locator"]
"""What a file of the list holds."""
ONLY_MADE = ("status", "due_state")
"""Columns that proposals lack."""
SIZE = 25
"""Rows of a page."""
FEW = 10
"""A chart of fewer rows says less than the rows."""


def sentence(rows: pl.DataFrame, all_rows: int, day: date) -> str:
    """Return what the list holds, in words."""
    t = page_state().t
    n, texts = rows.height, rows["instrument_id"].n_unique()
    total = t.plural(
        "On {day}, **{n} commitment** of {all} matches, in {texts}.",
        "On {day}, **{n} commitments** of {all} match, in {texts}.",
        n,
        day=day,
        all=all_rows,
        texts=t.plural("{n} text", "{n} texts", texts),
    )
    parts = [
        f"{t.label('assessment_status', status)} {t.number(count)}"
        for status, count in counts_by_status(rows).iter_rows()
    ]
    overdue = t.plural("{n} is overdue.", "{n} are overdue.", int(rows["overdue"].sum()))
    return f"{total} {t('By status: {parts}.', parts=t.join(parts))} {overdue}"


def proposed_sentence(rows: pl.DataFrame, day: date) -> str:
    """Return what is proposed, in words, and that it is not counted."""
    t = page_state().t
    return t.plural(
        "On {day}, {texts} would make **{n} commitment** and nobody had adopted it: it is"
        " proposed, and never counted as made.",
        "On {day}, {texts} would make **{n} commitments** and nobody had adopted them: they are"
        " proposed, and never counted as made.",
        rows.height,
        day=day,
        texts=t.plural("{n} text", "{n} texts", rows["instrument_id"].n_unique()),
    )


def grouping() -> str | None:
    """Let the reader say by what the list and the chart below it are grouped."""
    t = page_state().t
    words = {code: t(text) for code, text in BY.items()}
    return choice(
        "by",
        t("Group"),
        list(words),
        words.__getitem__,
        placeholder=t("What is overdue or due first"),
    )


def status_chart(rows: pl.DataFrame) -> None:
    """Show the statuses group by group; of few rows, nothing."""
    if rows.height < FEW:
        return
    st.header(page_state().t("How far they are met"), anchor="status")
    by = next(iter(address.query_values("by")), "text")
    one = by == "text" and rows["instrument_id"].n_unique() == 1
    figure(CHARTS["status" if one else "commitments"])


def listed(rows: pl.DataFrame, standing: str, by: str | None) -> None:
    """Show the rows, each of which opens its record, and give exactly them as a file."""
    t = page_state().t
    made = standing == "made"
    deadlines = bool(address.query_values("due_state"))
    # A text is read from its first paragraph on; a list of many, from what is urgent.
    urgent = made and not deadlines and rows["instrument_id"].n_unique() > 1
    rows = shaping.in_order(
        rows, by_deadline=deadlines, by_urgency=list(DUE_COLOURS) if urgent else ()
    )
    if by and made:
        groups.show(rows, by)
    else:
        page, here = lists.turned(lambda first: rows.slice(first, SIZE), SIZE)
        kept = address.filter_values(without=("id",))
        st.html(commitment_rows.markup(here, t("Commitments"), kept))
        lists.pages(rows.height, SIZE, page)
    download(
        rows,
        "commitments_on" if made else "proposals_on",
        f"commitments-{standing}",
        [name for name in COLUMNS if made or name not in ONLY_MADE],
        address.filter_values(without=("by", "page")),
    )


def other_standing(standing: str, day: date) -> None:
    """Say what the list leaves out: what is proposed, or what was made."""
    t = page_state().t
    if standing == "made":
        n = totals.commitments(day)["proposed"]
        label = t.plural(
            "{n} proposal is not in this list", "{n} proposals are not in this list", n
        )
        open_rows(label, "commitments", standing="proposed")
