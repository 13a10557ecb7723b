"""What cells say to a reader: dates, codes, numbers, names; and names as links to their records."""

import html
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from dashboard.components.common import links
from dashboard.components.records.view import AppView, RecordView
from dashboard.kinds import holders
from dashboard.source import queries, records, row_records
from dashboard.state.filters import page_state
from dashboard.theme import UNKNOWN, status_css
from dashboard.words import labels
from dashboard.words.i18n import Translator
from dashboard.words.locators import designated, located, understood
from dashboard.words.references import LOCATORS, SYMBOLS
from transforms.languages import SOURCE

Row = Mapping[str, Any]
GLYPHS = {
    "complete": "●●●",
    "substantial": "●●○",
    "limited": "●○○",
    "not_started": "○○○",
    "regressed": "▼",
    "not_assessed": "–",
}
"""Beside the word, so that colour is never alone; any other status has a question mark."""
STATUS = "assessment_status"
STYLE = Path(__file__).with_name("statuses.css").read_text("utf-8") + status_css(
    status for status in GLYPHS if status not in UNKNOWN
)
"""How facts, chips and squares of statuses look, in the app and on plain pages."""
DATED = "_on"
"""How the names of columns end that hold a date, whether its first and last day stand beside it."""
MOST = 200
"""Squares of a row; more become a bar."""


class Cells:
    """The cells of some rows of one relation.

    Args:
        relation: Where the rows are from; its columns are described in the dictionary.
        rows: What is shown of it.
        view: Where they are shown; within the app, if nothing is said.
    """

    def __init__(self, relation: str, rows: pl.DataFrame, view: RecordView | None = None) -> None:
        """Look up the names of all records that the rows name, in one query."""
        self.view = view or AppView(page_state().t)
        self.t = self.view.t
        self.columns = rows.columns
        self.codes = labels.closed_lists(relation)
        own = row_records.references(relation)
        self.references = {
            name: known
            for name, held in own.items()
            if rows.schema.get(name) == pl.String and (known := holders(held))
        }
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
        """Return what a cell says, as plain text; nothing for an empty one."""
        value = row[self.column(name)]
        if value is None:
            return ""
        if found := self.record(row, name):
            return found[2]
        return self._formatted(row, name, value)

    def html(self, row: Row, name: str) -> str:
        """Return what a cell says, as HTML; a name is a link to its record."""
        value = row[self.column(name)]
        if found := self.record(row, name):
            return self.view.record(*found, language=self.languages.get(found[:2]))
        if value and name.endswith(("url", "website")):
            own, symbol = queries.settings(), row.get("symbol")
            return links.outside(own.document_url(self.t.language, value, symbol) or value)
        if _is_place(name, value) and not understood(value, self.t):
            return f'<span lang="{SOURCE}">{html.escape(value)}</span>'
        if value is not None and STATUS in self.codes.get(name, ()):
            if isinstance(value, str):
                return chip(value, self.text(row, name))
            return squares(list(value), self.t)
        return html.escape(self.text(row, name))

    def record(self, row: Row, name: str, kind: str = "") -> tuple[str, str, str] | None:
        """Return kind, key and name of the record that a cell names; none if it names none."""
        held, key = self.references.get(name, frozenset()), row.get(name)
        found = [each for table in sorted(held) for each in self.names.get((table, key), [])]
        return next((each for each in found if not kind or each[0] == kind), None)

    def _formatted(self, row: Row, name: str, value: Any) -> str:
        t = self.t
        codes = self.codes.get(name)
        if codes and not isinstance(value, str):
            return counted(list(value), codes[0], t)
        if codes:
            return next((t.label(each, value) for each in codes if value in t.labels[each]), value)
        if _is_place(name, value):
            return located(value, t)
        if name.endswith(SYMBOLS):
            return designated(value, t)
        match value:
            case bool():
                return t("yes") if value else t("no")
            case date():
                return t.date(value)
            case int() | float():
                return t.number(value)
            case list() | pl.Series():
                return t.separator.join(map(str, value))
        if f"{name}_latest" in self.columns or name.endswith(DATED):
            return t.partial_date(value)
        text = t.localized(row, name) if name not in self.columns else value
        return str(text)


def _is_place(name: str, value: object) -> bool:
    """Whether a cell holds a place in a source, and not, say, how many rows lack one."""
    return isinstance(value, str) and name.endswith(LOCATORS)


def chip(status: str, label: str) -> str:
    """Return a status as HTML: a word with a glyph, on its colour."""
    known = _shade(status)
    glyph = GLYPHS.get(status, "?")
    return (
        f'<span class="chip {known}"><i aria-hidden="true">{glyph}</i> {html.escape(label)}</span>'
    )


def counted(codes: Sequence[str], vocabulary: str, t: Translator) -> str:
    """Return in words how many there are of each code, in the order of their closed list."""
    return t.join(
        t("{label}: {text}", label=label, text=t.number(codes.count(code)))
        for code, label in t.labels[vocabulary].items()
        if code in codes
    )


def squares(statuses: Sequence[str], t: Translator, most: int = MOST) -> str:
    """Return the commitments of a row as HTML: a square for each, in the colour of its status.

    Above ``most`` of them they become one bar, in the same colours and order.
    """
    counts = {code: statuses.count(code) for code in t.labels[STATUS] if code in statuses}
    description = counted(statuses, STATUS, t)
    if len(statuses) > most:
        marks = "".join(
            f'<i class="{_shade(code)}" style="flex:{n}"></i>' for code, n in counts.items()
        )
        classes = "squares bar"
    else:
        marks = "".join(f'<i class="{_shade(code)}"></i>' * n for code, n in counts.items())
        classes = "squares"
    title = html.escape(description)
    return f'<span class="{classes}" role="img" aria-label="{title}" title="{title}">{marks}</span>'


def _shade(status: str) -> str:
    """Return the class that colours a status; what nobody could judge has one of its own."""
    return status if status in GLYPHS else "no_judgement"


def _named(rows: pl.DataFrame, references: Mapping[str, Iterable[str]]) -> list[Row]:
    """Return every record that the rows name."""
    keys = {key for name in references for key in rows[name].drop_nulls().to_list()}
    held = {table for found in references.values() for table in found}
    return [*records.named(held, keys).iter_rows(named=True)] if keys else []


def _names(
    named: Iterable[Row], t: Translator
) -> dict[tuple[str, str | None], list[tuple[str, str, str]]]:
    """Return kind, key and name of records, by the table and key of each."""
    found: dict[tuple[str, str | None], list[tuple[str, str, str]]] = {}
    for row in named:
        one = (row["kind"], row["id"], t.localized(row, "name"))
        found.setdefault((row["relation"], row["id"]), []).append(one)
    return found
