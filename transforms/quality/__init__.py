"""Check the data, and report everything that is wrong with it at once.

What is judged row by row works on any slice of a table; what needs the whole table takes only
its keys. A column that its file does not have is reported by ``extract`` and judged by nobody.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache

import dataframely as dy
import polars as pl

from transforms.problems import Finding, Problem, Severity
from transforms.quality.across import ACROSS, DOUBTS, nothing_is_known_before_it_happens
from transforms.quality.cells import beside, impossible_dates, unreadable
from transforms.quality.findings import Check, TableFinding, failing
from transforms.quality.keys import duplicates
from transforms.quality.places import LOCATOR, places
from transforms.quality.references import Keys, circles, empty_tables, orphans, row_orphans
from transforms.quality.rules import broken, constraints, half_translated
from transforms.quality.shrinkage import shrinkage
from transforms.quality.unsafe_text import hidden_characters, html

__all__ = [
    "as_problems",
    "needed",
    "places",
    "problems_of_tables",
    "row_problems",
    "shrinkage",
]

_JUDGED = ("name", "table_name", "column_name", LOCATOR)
_FACTS = ("references", "references_by", "edtf", "unique")
"""What columns are called, and what their metadata say of them, that whole tables are judged by."""

Frames = Mapping[str, pl.DataFrame]
Schemas = Mapping[str, type[dy.Schema]]


def problems_of_tables(
    tables: Frames,
    present: Mapping[str, Collection[str]],
    schemas: Schemas,
    folder: str = "data",
) -> list[Problem]:
    """Return what only whole tables can tell, sorted; the columns that are ``needed`` are enough.

    Args:
        tables: What ``clean`` made of the files, with ``line``.
        present: The columns that each file has.
        schemas: What each table is to be.
        folder: What the messages call the folder of the files.
    """
    found = [*_of_keys(tables, present, schemas, folder)]
    doubts: list[TableFinding] = []
    if all(set(schema.column_names()) <= set(present[name]) for name, schema in schemas.items()):
        found += [each for check in ACROSS for each in check(tables)]
        found += nothing_is_known_before_it_happens(tables, date.today())
        doubts = [each for check in DOUBTS for each in check(tables)]
    return sorted([*as_problems(found, folder), *as_problems(doubts, folder, "warning")])


def needed(schema: type[dy.Schema]) -> list[str]:
    """Return the columns without which whole tables cannot be judged: all but the texts.

    Names count, as two keys with one name are mostly one thing.
    """
    key = set(schema.primary_key())
    return [
        name
        for name, column in schema.columns().items()
        if not isinstance(column, dy.String)
        or name in {*key, *_JUDGED}
        or (column.metadata or {}).get("base_name") in _JUDGED
        or any((column.metadata or {}).get(fact) for fact in _FACTS)
    ]


def as_problems(
    found: Iterable[TableFinding], folder: str, severity: Severity = "error"
) -> list[Problem]:
    """Return findings as problems of the files in ``folder``, each once."""
    return [
        Problem(f"{folder}/{name}.csv", line, column, message, severity)
        for name, (line, column, message) in set(found)
    ]


def row_problems(
    raw: pl.DataFrame, table: pl.DataFrame, schema: type[dy.Schema]
) -> Iterator[Finding]:
    """Yield what is wrong in rows by themselves; ``raw`` and ``table`` may be any slice."""
    if raw.width == 1:
        return
    if (torn := raw.select(pl.any_horizontal(pl.all().is_null())).to_series()).any():
        raw, table = raw.filter(~torn), table.filter(~torn)
    rows = beside(raw, table, schema)
    there = set(rows.columns)
    hidden, others = (
        [check for check in checks if there.issuperset(check.wrong.meta.root_names())]
        for checks in row_checks(schema)
    )
    found = list(failing(rows, hidden))
    yield from found
    # Whatever else is wrong with such a row may be due to what nobody sees.
    if found:
        rows = rows.filter(~pl.any_horizontal(check.wrong.fill_null(False) for check in hidden))
    yield from failing(rows, others)


@cache
def row_checks(schema: type[dy.Schema]) -> tuple[tuple[Check, ...], tuple[Check, ...]]:
    """Return all that can be wrong in a row of a table by itself; hidden characters come first."""
    return tuple(hidden_characters(schema)), (
        *unreadable(schema),
        *impossible_dates(schema),
        *constraints(schema),
        *broken(schema),
        *half_translated(schema),
        *html(schema),
    )


def _of_keys(
    tables: Frames, present: Mapping[str, Collection[str]], schemas: Schemas, folder: str
) -> Iterator[TableFinding]:
    """Yield what only the keys of whole tables can tell."""
    ids = {name: tables[name]["id"] for name in schemas if "id" in present[name]}
    known = Keys(ids, schemas, folder)
    yield from empty_tables(tables, known)
    for name, schema in schemas.items():
        table = tables[name]
        there = table.select(column for column in table.columns if column in present[name])
        for check in (
            duplicates(there, schema),
            orphans(there, schema, known),
            row_orphans(there, schema, known),
            circles(there, schema, name),
        ):
            yield from ((name, finding) for finding in check)
