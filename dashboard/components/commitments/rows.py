"""Commitments as dense rows: what is promised, how it stands, when it is due, where it says so."""

import html
from collections.abc import Mapping
from typing import Any

import polars as pl

from dashboard.components.common import links
from dashboard.components.records.cells import Cells
from dashboard.components.records.statuses import chip
from dashboard.kinds import KINDS
from dashboard.state.address import QueryValue
from dashboard.state.filters import page_state

QUIET = ("none", "later", "met", "passed")
"""States of a deadline that need no word beside the date."""
LATE = "overdue"
PAGE = KINDS["commitment"].page

Row = Mapping[str, Any]


def cells_of(rows: pl.DataFrame) -> Cells:
    """Return the cells of rows, of several tables too: their records are named in one query."""
    return Cells("commitments_on", rows, columns=("instrument_id",))


def markup(
    rows: pl.DataFrame, caption: str, cells: Cells, filters: Mapping[str, QueryValue] | None = None
) -> str:
    """Return commitments or proposals as a table of true links, as HTML: cards on a narrow page.

    The link to a record keeps the filters, for the way back.
    """
    t = page_state().t
    made = "status" in rows.columns
    heads = [t.column("summary") or "", t("Status"), t("Due"), t("Text"), t("Verb")]
    names = ["first", "state", "due", "text", "verb"]
    head = "".join(
        f'<th scope="col" role="columnheader" class="{name}">{html.escape(label)}</th>'
        for name, label in zip(names, heads, strict=True)
    )
    lines = []
    for row in rows.iter_rows(named=True):
        values = [
            links.page(PAGE, t.localized(row, "summary"), **(filters or {}), id=row["id"]),
            _status(row, made),
            _due(row),
            f"{cells.html(row, 'instrument_id')} {_paragraph(row)}",
            html.escape(t.label("modality", row["modality"])),
        ]
        lines.append(
            '<tr role="row">'
            + "".join(
                f'<td role="cell" class="{name}" data-head="{html.escape(label)}">{value}</td>'
                for name, label, value in zip(names, heads, values, strict=True)
            )
            + "</tr>"
        )
    return (
        f'<table class="records dense" role="table"><caption>{html.escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(lines)}</tbody></table>'
    )


def _paragraph(row: Row) -> str:
    return html.escape(page_state().t.localized(row, "paragraph") or "")


def _status(row: Row, made: bool) -> str:
    t = page_state().t
    if made:
        return chip(row["status"], t.label("assessment_status", row["status"]))
    return html.escape(t.label("instrument_status", row["instrument_status"]))


def _due(row: Row) -> str:
    """Return by when it is due, and in what state the deadline is where that matters."""
    t = page_state().t
    when = html.escape(t.partial_date(row["due_on"]))
    state = row.get("due_state")
    if not when or not state or state in QUIET:
        return when
    kind = "late" if state == LATE else "soon"
    return f'{when} <b class="{kind}">{html.escape(t.label("due_state", state))}</b>'
