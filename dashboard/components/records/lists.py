"""Lists of records as tables of true links: rows on a wide page, cards on a narrow one."""

import html
import re
from collections.abc import Callable, Iterable, Sequence

import polars as pl
import streamlit as st

from dashboard.components.common import links
from dashboard.components.records.cells import Cells
from dashboard.state import address
from dashboard.state.filters import page_state
from dashboard.words import labels

TAG = re.compile("<[^>]+>")
SHORT, LONG = 20, 40
"""Letters that a column holds at most to be short, and at least to be long."""
DAY = 20
"""Letters that a day in words has at most ("23 septembre 2026"), with some to spare: no range."""


def table(
    relation: str,
    rows: pl.DataFrame,
    columns: Sequence[str],
    caption: str,
    *,
    link: str = "",
    kind: str = "",
    heads: Sequence[str] = (),
) -> None:
    """Show rows as a table of true links; for the arguments see ``markup``."""
    cells = Cells(relation, rows)
    st.html(markup(cells, rows, columns, caption, link=link, kind=kind, heads=heads))


def markup(
    cells: Cells,
    rows: pl.DataFrame,
    columns: Sequence[str],
    caption: str,
    *,
    link: str = "",
    kind: str = "",
    heads: Sequence[str] = (),
    opens: tuple[str, str, str] | None = None,
    spread: bool = False,
    of: str = "",
) -> str:
    """Return rows as a table of true links, as HTML.

    Args:
        cells: Those of the rows.
        rows: What to show, all of it.
        columns: What is shown of each row; the first names it.
        caption: What the table is, for those who do not see it.
        link: The column with the key of the record that a row is.
        kind: The column with the kind of that record, where that is not always the same.
        heads: What the columns are called; else as everywhere.
        opens: The page, filter and column of its value with which the name of a row opens its rows.
        spread: Whether a row is a paragraph, with all its facts, instead of a line of a table.
        of: The key of the record that the rows belong to.
    """
    heads = heads or [label(name, cells) for name in columns]
    # An empty column is left out, and one that names the record itself in every row.
    shown = [
        (name, head)
        for name, head in zip(columns, heads, strict=True)
        for held in [rows[cells.column(name)]]
        if name in (columns[0], *labels.EMPTY)
        or not (held.null_count() == rows.height or repeats(held, of))
    ]
    head = "".join(
        f'<th scope="col" role="columnheader">{html.escape(head)}</th>' for _, head in shown
    )
    firsts, rests = [], []
    for row in rows.iter_rows(named=True):
        first = cells.html(row, columns[0])
        record = cells.record(row, link, row[kind] if kind else "") if link else None
        if record:
            found, key, name = record
            named = name if columns[0] == link else cells.text(row, columns[0])
            language = cells.languages.get((found, key)) if named == name else None
            first = cells.view.record(found, key, named, language)
        if opens:
            page, filter_, column = opens
            first = cells.view.page(page, cells.text(row, columns[0]), **{filter_: row[column]})
        firsts.append(first)
        rests.append([cells.html(row, name) for name, _ in shown[1:]])
    # The longest names of records get room.
    lengths = [
        _longest(column) if name in cells.references else 0
        for (name, _), column in zip(shown[1:], zip(*rests, strict=True), strict=False)
    ]
    is_long = [each == max(LONG, *lengths) for each in lengths]
    is_dated = [cells.is_dated(name) for name, _ in shown[1:]]
    lines = []
    for first, rest in zip(firsts, rests, strict=True):
        others = "".join(
            f'<td role="cell"{_look(long, dated, cell)} data-head="{html.escape(head)}">{cell}</td>'
            for long, dated, (_, head), cell in zip(is_long, is_dated, shown[1:], rest, strict=True)
        )
        lines.append(f'<tr role="row"><td role="cell" class="first">{first}</td>{others}</tr>')
    look = "records spread" if spread else "records"
    if _longest(firsts) <= SHORT:
        look += " short"
    return (
        f'<table class="{look}" role="table"><caption>{html.escape(caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(lines)}</tbody></table>'
    )


def _look(is_long: bool, is_dated: bool, cell: str) -> str:
    """Return the class of a cell: a long name gets room, and a day stays on its line."""
    if is_dated and length(cell) <= DAY:
        return ' class="day"'
    return ' class="long"' if is_long else ""


def _longest(column: Iterable[str]) -> int:
    return max(map(length, column), default=0)


def length(cell: str) -> int:
    """Return how many letters a cell shows that is given as HTML.

    >>> length('<a href="/texts?id=x">R&amp;D</a>')
    3
    """
    return len(html.unescape(TAG.sub("", cell)))


def repeats(column: pl.Series, key: str) -> bool:
    """Return whether a column names one record in every row."""
    return column.dtype == pl.String and column.eq(key).all()


def label(column: str, cells: Cells) -> str:
    """Return the label of a column above a list; a key has the label of what it leads to."""
    t, lists = cells.t, cells.codes.get(column, ())
    return t.column(column.removesuffix("_id"), lists) or t.column(column) or column


def pages(total: int, size: int, page: int, **query: str) -> None:
    """Link the pages before and after this one, with the other parameters of the address."""
    last = max(1, -(-total // size))
    if last == 1:
        return
    t = page_state().t
    here = address.filter_values(without=("page", *query))
    parts = [t("Page {n} of {all}", n=page, all=last)]
    for number, words in ((page - 1, t("Previous page")), (page + 1, t("Next page"))):
        if 1 <= number <= last:
            target = address.address(
                page_state().page, **here, **query, page=str(number) if number > 1 else None
            )
            parts.append(links.inside(target, words))
    st.html(f'<nav class="pages">{" · ".join(parts)}</nav>')


def turned(rows_from: Callable[[int], pl.DataFrame], size: int) -> tuple[int, pl.DataFrame]:
    """Return the number and the rows of the page that the address names.

    ``rows_from`` gives the rows of a page of that size from the position of its first one on.
    """
    value = next(iter(address.query_values("page")), "1")
    page = max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 7 else 1
    rows = rows_from((page - 1) * size)
    return (page, rows) if rows.height or page == 1 else (1, rows_from(0))
