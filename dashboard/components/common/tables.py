"""The rows behind a chart: labelled, explained, and the same rows as files."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Literal

import polars as pl
import streamlit as st

from dashboard.components.common import row_links, table_pages
from dashboard.components.common.readable_rows import columns_shown, in_words
from dashboard.components.common.table_export import OPENS, TableExport
from dashboard.components.common.table_files import (
    download_buttons,
    stable_address,
    streamed_files,
)
from dashboard.components.common.table_pages import Paged
from dashboard.source import database
from dashboard.state.address import QueryValue
from dashboard.state.filters import page_state
from dashboard.words import labels as meanings
from dashboard.words.i18n import Translator
from dashboard.words.references import typeset_rows

Height = int | Literal["auto", "content", "stretch"]
OPEN = ":material/open_in_full:"
"""The button that opens a row."""
LARGE = 10_000
"""From which number on a column has separators of thousands, as the reader's browser sets them."""


def table(
    rows: pl.DataFrame | Paged,
    relation: str,
    key: str,
    *,
    columns: Sequence[str] | None = None,
    height: Height = "auto",
    opener: str | None = None,
    on_open: Callable[[int], None] | None = None,
    widths: Mapping[str, int] | None = None,
    row_height: int | None = None,
    labels: Mapping[str, str] | None = None,
    filters: Mapping[str, QueryValue] | None = None,
    row_key: tuple[str, ...] = (),
) -> None:
    """Show rows, and offer exactly these rows and columns in this order as files.

    Readers see labels, and so do those who open the Excel file. The CSV has the database's column
    names, codes and ISO dates, in UTF-8, with a key in every row. Neither has the columns that
    open other pages.

    Args:
        rows: The rows, in the order to show; of those that are read page by page, long ones are
            offered by the address of their relation with ``filters`` alone.
        relation: Where they come from: meanings of columns are looked up there.
        key: A name of its own on the page.
        columns: Which columns, in order; ``name`` stands for ``name_en`` or ``name_fr``, by
            language. All of the reader's language when left out.
        height: Of the table, in pixels.
        opener: What the column of buttons that open a row is called.
        on_open: What such a button does with the position of its row, as a callback.
        widths: Of columns, in pixels; the others fit what they hold.
        row_height: In pixels; long text wraps in rows higher than 64.
        labels: Of columns that no other page has.
        filters: What leaves these rows of ``relation``, as an address for programs is asked it;
            none where there is no such address.
        row_key: What tells the rows apart, if they are none of ``relation``.
    """
    state = page_state()
    paged = rows if isinstance(rows, Paged) else Paged.of(rows)
    first, part = table_pages.part(paged, key)
    names = columns_shown(part, columns, state.t.language)
    column_labels = meanings.called(relation, names, state.t) | dict(labels or {})
    config = _config(part.select(names), part.columns, relation, state.t, column_labels)
    config = _fitted(config, widths or {}, state.t.language)
    words = partial(
        in_words, names=names, relation=relation, t=state.t, settings=database.settings()
    )
    shown = typeset_rows(words(part), state.t)
    if opener and on_open:
        button = pl.repeat(OPEN, part.height, eager=True).alias(opener)
        shown = shown.select(button, pl.all())
        config[opener] = _button(opener, f"open-{key}", lambda position: on_open(first + position))
    narrow = f"as-cards-{key}" if row_links.leading(part, relation) else f"as-table-{key}"
    st.container(key=narrow).dataframe(
        shown,
        key=f"table-{key}-{first}" if first else f"table-{key}",
        hide_index=True,
        height=height,
        column_config=config,
        row_height=row_height,
        placeholder="",
        alt=meanings.meaning(relation, state.t.language),
    )
    frame = part if isinstance(rows, Paged) else rows
    if frame.height < paged.n:
        streamed_files(relation, key, paged.n, filters or {})
    else:
        export = TableExport(
            frame,
            frame.select(names),
            partial(words, frame),
            column_labels,
            relation,
            relation,
            filters,
            row_key=row_key,
        )
        download_buttons(export, key)
    plain = None if filters is None else stable_address(relation, filters, state, "html")
    row_links.show(part, relation, column_labels, plain)


def download(
    frame: pl.DataFrame,
    relation: str,
    key: str,
    columns: Sequence[str],
    filters: Mapping[str, QueryValue] | None = None,
    *,
    file: str | None = None,
    labels: Mapping[str, str] | None = None,
    about: str | None = None,
    row_key: tuple[str, ...] = (),
) -> None:
    """Offer rows that a page shows in its own way as the files that ``table`` offers."""
    state = page_state()
    rows = frame.select(columns_shown(frame, columns, state.t.language))
    named = meanings.called(relation, rows.columns, state.t) | dict(labels or {})
    words = partial(
        in_words,
        frame,
        names=rows.columns,
        relation=relation,
        t=state.t,
        settings=database.settings(),
    )
    export = TableExport(
        frame, rows, words, named, relation, file or relation, filters, about, row_key
    )
    download_buttons(export, key)


def _config(
    rows: pl.DataFrame,
    columns: Sequence[str],
    relation: str,
    t: Translator,
    labels: Mapping[str, str],
) -> dict[str, Any]:
    known = meanings.meanings(relation, columns, t)
    return {
        column.name: _column(
            column, labels[column.name], known.get(column.name, t.explanation(column.name))
        )
        for column in rows
    }


def _column(column: pl.Series, label: str, meaning: str | None) -> Any:
    """Label and explain a column; show dates without the midnight Streamlit adds to them."""
    kinds, name = st.column_config, column.name
    if column.dtype == pl.Date:
        return kinds.DateColumn(label, help=meaning, format="YYYY-MM-DD")
    if name.endswith("_share"):
        return kinds.NumberColumn(label, help=meaning, format="percent")
    if column.dtype.is_numeric() and (column >= LARGE).any():
        return kinds.NumberColumn(label, help=meaning, format="localized")
    if name.endswith(("url", "website")):
        return kinds.LinkColumn(label, help=meaning, display_text=r"^https?://(?:www\.)?([^/]+)")
    if name.endswith(OPENS):
        return kinds.LinkColumn(label, help=meaning, display_text=":material/open_in_new:")
    return kinds.Column(label, help=meaning)


def _button(label: str, key: str, on_open: Callable[[int], None]) -> Any:
    """Make a narrow column of buttons that open their row."""
    return st.column_config.ButtonColumn(
        label,
        width=56,
        type="tertiary",
        on_click=lambda: on_open(st.session_state[key]["row"]),
        key=key,
    )


def _fitted(config: dict[str, Any], widths: Mapping[str, int], language: str) -> dict[str, Any]:
    """Give columns their widths."""
    fitted = {name: widths.get(name.removesuffix(f"_{language}")) for name in config}
    return {name: column | {"width": fitted[name]} for name, column in config.items()}
