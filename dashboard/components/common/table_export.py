"""What the files of a table hold: CSV with a key in every row, and a workbook for people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

import polars as pl
import streamlit as st

from dashboard.components.common.citation import cited, licence_facts
from dashboard.navigation import PAGES
from dashboard.source import database, row_records
from dashboard.state.address import QueryValue, address, filter_values
from dashboard.state.filters import PageState
from dashboard.words import labels as meanings
from dashboard.words.i18n import Translator
from transforms.files.cover import Cover
from transforms.files.writers import csv_bytes, excel_bytes, stamped

OPENS = "_address"
"""Suffix of columns with links to pages of the app, which make sense only there."""

WHOLE = ("id", "row_id")
"""Columns that tell the rows of a file apart by themselves, where there is one of them."""


@dataclass(frozen=True)
class TableExport:
    """A table as it stands on a page.

    Attributes:
        frame: All that is known of its rows.
        rows: The columns that are shown, as the database has them.
        words: Makes the same columns as readers see them: nobody waits for it without a download.
        labels: What readers see above each column.
        relation: Where the rows come from.
        name: What a file of them is called.
        filters: What an address for programs is asked for the same rows, if there is one.
        about: What a row is, where it is none of ``relation``.
        row_key: What tells the rows apart, where they are none of ``relation``.
    """

    frame: pl.DataFrame
    rows: pl.DataFrame
    words: Callable[[], pl.DataFrame]
    labels: Mapping[str, str]
    relation: str
    name: str
    filters: Mapping[str, QueryValue] | None = None
    about: str | None = None
    row_key: tuple[str, ...] = ()


def csv_file(shown: TableExport, state: PageState) -> Callable[[], bytes]:
    """Return what makes the CSV: the columns shown, the key of each row, and where it is from."""
    edition, page, site = database.edition(), _page(shown, state), st.context.url or ""

    def made() -> bytes:
        rows = addressed(keyed(shown), shown, site)
        where = (edition, state.day, state.t.language, page)
        return csv_bytes(stamped(rows, *where))

    return made


def excel_file(shown: TableExport, state: PageState) -> Callable[[], bytes]:
    """Return what makes the workbook: its description, and the rows as readers see them."""
    edition, site = database.edition(), st.context.url or ""
    page = urljoin(site, _page(shown, state))

    def made() -> bytes:
        words = addressed(lasting(shown.words()), shown, site)
        return excel_bytes(words, _cover(shown, state, words.columns, edition, page))

    return made


def lasting(rows: pl.DataFrame) -> pl.DataFrame:
    """Leave out addresses of pages of ours.

    >>> lasting(pl.DataFrame(schema=["id", "rows_address", "source_url"])).columns
    ['id', 'source_url']
    """
    return rows.drop(name for name in rows.columns if name.endswith(OPENS))


def keyed(shown: TableExport) -> pl.DataFrame:
    """Return the columns shown and, where it is not among them, the key.

    A key of several columns becomes one text, ``row_id``, with strokes between its parts.
    """
    rows, frame, key = lasting(shown.rows), shown.frame, key_of(shown)
    if len(key) > 1:
        parts = frame.select(pl.concat_str(key, separator="/", ignore_nulls=True).alias("row_id"))
        return rows.with_columns(parts)
    return rows.with_columns(frame[name] for name in key if name not in rows.columns)


def addressed(rows: pl.DataFrame, shown: TableExport, site: str) -> pl.DataFrame:
    """Return rows with the whole address of the page of each, where they are records.

    ``site`` is the address of any page of the app.
    """
    found = row_records.addresses_of(shown.relation, shown.frame)
    if found is None:
        return rows
    whole = [None if address is None else urljoin(site, address) for address in found]
    return rows.with_columns(pl.Series(found.name, whole, dtype=pl.String))


def key_of(shown: TableExport) -> tuple[str, ...]:
    """Return the key of a table."""
    whole = [(name,) for name in WHOLE if name in shown.frame.columns]
    return shown.row_key or next(iter(whole), meanings.key_of(shown.relation))


def _cover(
    shown: TableExport, state: PageState, columns: list[str], edition: str, page: str
) -> Cover:
    """Return the first sheet of the workbook, in the reader's language."""
    t = state.t
    known = meanings.meanings(shown.relation, shown.frame.columns, t)
    labels = meanings.called(shown.relation, columns, t) | dict(shown.labels)
    labels = {name: labels[name] for name in columns}
    facts = (
        (t("Drawn from"), shown.relation, shown.about or _meaning(shown, t)),
        (t("Page"), t(PAGES[state.page].title), page),
        (t("Edition"), edition),
        (t("As of"), t.date(state.day)),
        (t("Language"), t.language_info.name),
        (t("Rows"), t.number(shown.rows.height)),
        *licence_facts(state),
        (t("Cite as"), cited(state)),
    )
    explained = [
        (label, name, known.get(name) or t.explanation(name) or "")
        for name, label in labels.items()
    ]
    return Cover(
        sheets=(t("About this file"), t("Data")),
        facts=facts,
        columns=[(t("Column"), t("Name in the database"), t("Meaning")), *explained],
        labels=labels,
        shares=frozenset(name for name in columns if name.endswith("_share")),
        links=frozenset(name for name in columns if name.endswith(("url", "website"))),
        dates=frozenset(name for name in columns if f"{name}_latest" in shown.frame.columns),
    )


def _meaning(shown: TableExport, t: Translator) -> str:
    return meanings.meaning(shown.relation, t.language)


def _page(shown: TableExport, state: PageState) -> str:
    """Return the address of the page as it is now, with the day and the language."""
    return dated_address(state.page, dict(shown.filters or {}) | filter_values(), state)


def dated_address(path: str, filters: Mapping[str, QueryValue], state: PageState) -> str:
    """Return an address here with the day and the language of the page."""
    return address(path, **{**filters, "as_of": state.day, "lang": state.t.language})
