"""What changed with an edition, in words and links."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from dashboard.words.i18n import Translator
from dashboard.words.labels import languages
from dashboard.words.locators import located
from dashboard.words.references import LOCATORS

TABLES = (
    "instruments",
    "commitments",
    "assessments",
    "milestones",
    "memberships",
    "adherences",
    "initiatives",
    "initiative_figures",
    "needs",
    "appointments",
    "actors",
    "focus_areas",
    "sources",
    "discrepancies",
)
"""The tables whose rows are named, in the order in which readers care; others are counted."""
SHOWN_BY = {
    "assessments": ("commitments", "commitment_id"),
    "memberships": ("actors", "organization_id"),
    "adherences": ("instruments", "instrument_id"),
    "initiative_figures": ("initiatives", "initiative_id"),
    "needs": ("focus_areas", "focus_area_id"),
}
"""Whose record shows the rows of a table that are no records: its table, and the column with its
key."""
MOST = 20
"""How many rows are listed of a table that were added, removed or changed; of each of these."""
KINDS = ("added", "changed", "removed")

Row = Mapping[str, Any]
Labels = Callable[[str], Mapping[str, str]]
"""Which columns of a table hold codes, and of which closed list."""
Concerns = Callable[[str, Row], bool]
"""Whether a row of a table that the journal names is among those that are followed."""


@dataclass(frozen=True)
class Line:
    """One row that changed: what happened to it, what it is called, what shows it.

    ``record`` is table and key of the record that shows it; none where it is there no more.
    """

    kind: str
    title: str
    record: tuple[str, str] | None
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """What changed in one table: how much, which rows, and how many more there are.

    ``unnamed`` is of how many more rows nobody knows whether they are among those followed.
    """

    name: str
    counts: str
    lines: tuple[Line, ...] = ()
    more: int = 0
    unnamed: int = 0


def headline(previous: str | None, changes: Row | None, t: Translator) -> str:
    """Say in a few words what changed."""
    if previous is None:
        return t("the first one noted here")
    if changes is None:
        return t("what changed is not known, as the edition before it is gone")
    tables = list(changes["tables"].values())
    if not tables:
        return t("no row changed, only definitions or wording around them")
    if not any(table[kind] for table in tables for kind in KINDS):
        return t("whether anything followed changed is not known")
    return counts({kind: sum(table[kind] for table in tables) for kind in KINDS}, t)


def counts(table: Row, t: Translator) -> str:
    """Say how many rows were added, changed and removed."""
    texts = {
        "added": t.plural("{n} row added", "{n} rows added", table["added"]),
        "changed": t.plural("{n} row changed", "{n} rows changed", table["changed"]),
        "removed": t.plural("{n} row removed", "{n} rows removed", table["removed"]),
    }
    return t.join(text for kind, text in texts.items() if table[kind])


def parts(
    changes: Row | None, names: Mapping[str, str], labels: Labels, t: Translator
) -> Iterator[Part]:
    """Yield what changed, table by table; first those that readers care about.

    ``names`` are what readers call the tables of today; one of an older edition may be gone.
    """
    tables: Mapping[str, Row] = changes["tables"] if changes else {}
    for name in [name for name in TABLES if name in tables]:
        table = tables[name]
        lines = tuple(_lines(name, table["rows"], labels(name), t))
        more = sum(table[kind] for kind in KINDS) - len(lines)
        unnamed = table.get("unnamed", 0)
        yield Part(names.get(name, name), counts(table, t), lines, more, unnamed)
    for name in sorted(tables.keys() - set(TABLES)):
        yield Part(names.get(name, name), counts(tables[name], t))


def followed(changes: Row | None, concerns: Concerns) -> Row | None:
    """Return what of the changes is followed: the rows that the journal names, and how many."""
    if changes is None:
        return None
    tables = {}
    for name, table in changes["tables"].items():
        if name not in TABLES:
            continue
        rows = {
            kind: [row for row in table["rows"].get(kind, ()) if concerns(name, row)]
            for kind in KINDS
        }
        unnamed = sum(table[kind] - len(table["rows"].get(kind, ())) for kind in KINDS)
        if any(rows.values()) or unnamed:
            tables[name] = {kind: len(rows[kind]) for kind in KINDS} | {
                "rows": rows,
                "unnamed": unnamed,
            }
    return {"tables": tables, "definitions": []}


def _lines(
    name: str, rows: Mapping[str, Iterable[Row]], coded: Mapping[str, str], t: Translator
) -> Iterator[Line]:
    for kind in KINDS:
        for row in islice(rows.get(kind, ()), MOST):
            record = None if kind == "removed" else _record(name, row)
            details = tuple(_details(row["columns"], coded, t))
            yield Line(kind, t.translation(row["title"]), record, details)


def _record(name: str, row: Row) -> tuple[str, str] | None:
    """Return table and key of the record that shows a row."""
    others = row["refers_to"]  # an older edition may not have noted all of them
    if name == "discrepancies":
        found = others.get("table_name"), others.get("row_id")
    else:
        table, column = SHOWN_BY.get(name, (name, ""))
        found = table, others.get(column) if column else row["id"]
    return (found[0], found[1]) if found[0] and found[1] else None


def _details(columns: Mapping[str, Row], coded: Mapping[str, str], t: Translator) -> Iterator[str]:
    """Say what a column held before and holds now; of another language's text only that."""
    others = tuple(f"_{code}" for code in languages() if code != t.language)
    shown_columns = {name: values for name, values in columns.items() if not name.endswith(others)}
    for name, values in shown_columns.items():
        before, now = (_cell_text(name, values[key], coded, t) for key in ("before", "now"))
        label = t.column(name, [coded.get(name, "")]) or name
        yield t("{label}: {before} → {now}", label=label, before=before, now=now)
    if columns and len(shown_columns) < len(columns):
        yield t("also the text in another language")


def _cell_text(name: str, text: str | None, coded: Mapping[str, str], t: Translator) -> str:
    """Return a value as readers see it."""
    if text is None:
        return t("nothing")
    if name.endswith(LOCATORS):
        return located(text, t)
    with suppress(LookupError, ValueError):  # a code or date of an older edition
        if coded.get(name):
            return t.label(coded[name], text)
        if name.endswith(("_on", "as_of")):
            return t.partial_date(text)
    return text
