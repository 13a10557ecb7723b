"""What changed with an edition, in words and links."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
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
    "needs",
    "discrepancies",
)
"""The tables whose rows are named, in the order in which readers care; others are counted."""
KINDS = ("added", "changed", "removed")

Row = Mapping[str, Any]
Labels = Callable[[str], Mapping[str, str]]
"""Which columns of a table hold codes, and of which closed list."""


@dataclass(frozen=True)
class Line:
    """One row that changed: what happened to it, what it is called, where it is shown."""

    kind: str
    title: str
    page: str | None
    query: Mapping[str, str]
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """What changed in one table: how much, which rows, and how many more there are."""

    name: str
    counts: str
    lines: tuple[Line, ...] = ()
    more: int = 0


def headline(previous: str | None, changes: Row | None, t: Translator) -> str:
    """Say in a few words what changed."""
    if previous is None:
        return t("the first one noted here")
    if changes is None:
        return t("what changed is not known, as the edition before it is gone")
    tables = list(changes["tables"].values())
    if not tables:
        return t("no row changed, only definitions or wording around them")
    return counts({kind: sum(table[kind] for table in tables) for kind in KINDS}, t)


def counts(table: Row, t: Translator) -> str:
    """Say how many rows were added, changed and removed."""
    said = {
        "added": t.plural("{n} row added", "{n} rows added", table["added"]),
        "changed": t.plural("{n} row changed", "{n} rows changed", table["changed"]),
        "removed": t.plural("{n} row removed", "{n} rows removed", table["removed"]),
    }
    return t.join(text for kind, text in said.items() if table[kind])


def parts(
    changes: Row | None, names: Mapping[str, str], labels: Labels, t: Translator
) -> Iterator[Part]:
    """Yield what changed, table by table; first those that readers care about.

    Args:
        changes: What the journal says.
        names: What readers call each table; one of an older edition may be no more.
        labels: Which columns of a table hold codes, and of which closed list.
        t: Words it.
    """
    tables: Mapping[str, Row] = changes["tables"] if changes else {}
    for name in [name for name in TABLES if name in tables]:
        table = tables[name]
        lines = tuple(_lines(name, table, labels(name), t))
        more = sum(table[kind] for kind in KINDS) - len(lines)
        yield Part(names.get(name, name), counts(table, t), lines, more)
    for name in sorted(tables.keys() - set(TABLES)):
        yield Part(names.get(name, name), counts(tables[name], t))


def _lines(name: str, table: Row, coded: Mapping[str, str], t: Translator) -> Iterator[Line]:
    for kind in KINDS:
        for row in table["rows"].get(kind, ()):
            page, query = (None, {}) if kind == "removed" else _shown(name, row, t)
            details = tuple(_details(row["columns"], coded, t))
            yield Line(kind, t.translation(row["title"]), page, query, details)


def _shown(name: str, row: Row, t: Translator) -> tuple[str, dict[str, str]]:
    """Return the page on which a row is shown, and what to ask of it."""
    # An older edition may not have told all of them.
    others = defaultdict(str, {key: text or "" for key, text in row["refers_to"].items()})
    match name:
        case "commitments":
            return "commitments", {"id": row["id"]}
        case "assessments":
            return "commitments", {"id": others["commitment_id"]}
        case "instruments":
            return "commitments", {"instrument": row["id"]}
        case "milestones":
            return "timeline", {"q": t.translation(row["title"]), "span": "all"}
        case "memberships" | "adherences":
            body = others.get("organization_id") or others["instrument_id"]
            return "members", {"body": body, "map": body}
        case "needs":
            return "capacity", {"focus_area": others["focus_area_id"], "group": others["actor_id"]}
        case "discrepancies":
            return "data", {"part": "discrepancies"}
    return "capacity", {}


def _details(columns: Mapping[str, Row], coded: Mapping[str, str], t: Translator) -> Iterator[str]:
    """Say what a column held before and holds now; of another language's text only that."""
    others = tuple(f"_{code}" for code in languages() if code != t.language)
    told = {name: values for name, values in columns.items() if not name.endswith(others)}
    for name, values in told.items():
        before, now = (_cell_text(name, values[key], coded, t) for key in ("before", "now"))
        label = t.column(name) or name
        yield t("{label}: {before} → {now}", label=label, before=before, now=now)
    if columns and len(told) < len(columns):
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
