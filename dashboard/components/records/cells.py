"""Cells in words: dates, codes, numbers, and names as links to their records."""

import html
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

import polars as pl

from dashboard.components.common import links
from dashboard.components.records.statuses import STATUS, chip, listed, squares
from dashboard.components.records.view import AppView, RecordView
from dashboard.kinds import holders
from dashboard.source import database, records, row_records
from dashboard.state.filters import page_state
from dashboard.words import ends, labels, references
from dashboard.words.i18n import Translator
from dashboard.words.locators import designated, located, understood
from dashboard.words.references import LOCATORS, SYMBOLS
from transforms.languages import typeset
from transforms.settings import SOURCE

Row = Mapping[str, Any]
Named = tuple[str, str, str]
"""Kind, key and name of a record."""
KEYS = (pl.String, pl.List(pl.String))
"""Types of columns with keys of records: of one, or of several."""
DATED = ("_on", "until")
"""How the names of columns with a date end, whether or not they have the columns of its days."""
LANGUAGE_OF = references.LANGUAGE_OF | {"name": "language", "publisher": "language"}
"""Columns of titles and names, and for each the column with its language."""


class Cells:
    """The cells of some rows of one relation.

    Args:
        relation: Where the rows are from; its columns are described in the dictionary.
        rows: What is shown of it.
        view: Where they are shown; within the app by default.
        columns: Those of which records are named, as the others are not shown; all by default.
    """

    def __init__(
        self,
        relation: str,
        rows: pl.DataFrame,
        view: RecordView | None = None,
        columns: Collection[str] | None = None,
    ) -> None:
        """Look up the names of all records that the rows name, in one query."""
        self.view = view or AppView(page_state().t)
        self.t = self.view.t
        self.columns = rows.columns
        self.codes = labels.closed_lists(relation)
        self.references = {
            name: known
            for name, held in row_records.references(relation).items()
            if (columns is None or name in columns)
            and rows.schema.get(name) in KEYS
            and (known := holders(held))
        }
        free = {self.column(name) for name in records.NAMING if columns is None or name in columns}
        texts = _values(rows[each] for each in free & {*rows.columns})
        self.called = records.called(texts, self.t.language)
        named = _named(rows, self.references)
        self.names = _names(named, self.t)
        self.languages = {
            (row["kind"], row["id"]): row["language"]
            for row in named
            if row["language"] and row["language"] != self.t.language
        }

    def column(self, name: str) -> str:
        """Return the column that holds ``name`` in the reader's language."""
        return name if name in self.columns else f"{name}_{self.t.language}"

    def text(self, row: Row, name: str) -> str:
        """Return a cell in words, as plain text; nothing for an empty one."""
        column, end = self.column(name), f"_{self.t.language}"
        own = column.endswith(end)
        value = self.t.localized(row, column.removesuffix(end)) if own else row[column]
        if value is None:
            return self.t(labels.EMPTY[name]) if name in labels.EMPTY else ""
        if found := self.record(row, name):
            return found[2]
        text = self._formatted(row, name, value)
        return typeset(text, self.t.language) if _spoken(row, name) == self.t.language else text

    def html(self, row: Row, name: str) -> str:
        """Return a cell in words, as HTML; a name is a link to its record."""
        if found := self.record(row, name):
            return self._link(found)
        value = row[self.column(name)]
        if name in self.references and isinstance(value, list | pl.Series):
            return self.t.separator.join(map(self._link, self._several(name, value)))
        if name in records.NAMING and value is not None:
            texts = [value] if isinstance(value, str) else value
            return self.t.separator.join(self._called(each, _spoken(row, name)) for each in texts)
        if value and name.endswith(("url", "website")):
            own, symbol = database.settings(), row.get("symbol")
            return links.outside(own.document_url(self.t.language, value, symbol) or value)
        if _is_place(name, value) and not understood(value, self.t):
            return f'<span lang="{SOURCE}">{html.escape(value)}</span>'
        if value is not None and STATUS in self.codes.get(name, ()):
            if isinstance(value, str):
                return chip(value, self.text(row, name))
            return squares(list(value), self.t)
        return self._marked(self.text(row, name), _spoken(row, name))

    def _marked(self, text: str, language: str | None) -> str:
        """Return a text as HTML that says its language, where it is not the reader's."""
        if text and language and language != self.t.language:
            return f'<span lang="{html.escape(language)}">{html.escape(text)}</span>'
        return html.escape(text)

    def record(self, row: Row, name: str, kind: str = "") -> Named | None:
        """Return kind, key and name of the record that a cell names; none if it names none."""
        key = row.get(name)
        found = self._of_key(name, key) if isinstance(key, str) else []
        return next((each for each in found if not kind or each[0] == kind), None)

    def _of_key(self, name: str, key: str) -> list[Named]:
        """Return the records whose key a column holds."""
        held = sorted(self.references.get(name, frozenset()))
        return [each for table in held for each in self.names.get((table, key), [])]

    def _several(self, name: str, keys: Iterable[str]) -> list[Named]:
        """Return the records of the keys in a cell that lists several, by name."""
        found = [each for key in keys for each in self._of_key(name, key)[:1]]
        return sorted(found, key=lambda each: each[2])

    def _link(self, found: Named) -> str:
        return self.view.record(*found, language=self.languages.get(found[:2]))

    def _called(self, text: str, language: str | None) -> str:
        label, found = typeset(text, self.t.language), self.called.get(text)
        if found:
            return self.view.record(found.kind, found.key, label, found.language)
        # Who publishes in a language that no page has mostly stands by a name in another.
        foreign = language != self.t.language and language in database.settings().languages
        return self._marked(text, language) if foreign else html.escape(label)

    def _formatted(self, row: Row, name: str, value: Any) -> str:
        t = self.t
        codes = self.codes.get(name)
        if codes and not isinstance(value, str):
            return listed(list(value), codes[0], t)
        if codes:
            return next((t.label(each, value) for each in codes if value in t.labels[each]), value)
        if _is_place(name, value):
            return located(value, t)
        if name.endswith(SYMBOLS):
            return designated(value, t)
        if name.endswith("language"):
            return t.language_name(value)
        match value:
            case bool():
                return t("yes") if value else t("no")
            case date():
                return t.date(value)
            case int() | float():
                return t.number(value)
            case list() | pl.Series():
                return t.separator.join(map(str, value))
        if self.is_dated(name):
            return t.partial_date(ends.shown(name, value, self.columns))
        return str(value)

    def is_dated(self, name: str) -> bool:
        """Return whether a column has dates, partial ones too."""
        return f"{name}_latest" in self.columns or name.endswith(DATED)


def _spoken(row: Row, name: str) -> str | None:
    """Return the language of a title or a name, where its row says it."""
    return row.get(LANGUAGE_OF[name]) if name in LANGUAGE_OF else None


def _is_place(name: str, value: object) -> bool:
    """Whether a cell holds a place in a source, and not, say, how many rows lack one."""
    return isinstance(value, str) and name.endswith(LOCATORS)


def _named(rows: pl.DataFrame, references: Mapping[str, Iterable[str]]) -> list[Row]:
    """Return every record that the rows name."""
    keys = _values(rows[name] for name in references)
    held = {table for found in references.values() for table in found}
    return [*records.named(held, keys).iter_rows(named=True)] if keys else []


def _values(columns: Iterable[pl.Series]) -> set[str]:
    """Return every value in some columns, and in their lists."""
    single = [each.explode() if each.dtype == pl.List else each for each in columns]
    return {value for each in single for value in each.drop_nulls().to_list()}


def _names(named: Iterable[Row], t: Translator) -> dict[tuple[str, str | None], list[Named]]:
    """Return kind, key and name of records, by the table and key of each."""
    found: dict[tuple[str, str | None], list[Named]] = {}
    for row in named:
        one = (row["kind"], row["id"], t.localized(row, "name"))
        found.setdefault((row["relation"], row["id"]), []).append(one)
    return found
