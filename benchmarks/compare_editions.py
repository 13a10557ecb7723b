"""Compare two databases, relation by relation and row by row.

    python benchmarks/compare_editions.py OLD.duckdb NEW.duckdb [--days 2026-11-21,2024-01-01]

Says what only one of them has: relations, columns, rows, another order of the rows. A macro is
asked for each day, and for some countries or areas where it takes one; other parameters keep their
default. The exit status says
whether any row of a shared column differs; ``--except dictionary,vocabularies`` names relations
that are meant to, which are shown and not judged.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import duckdb

DAYS = "2020-06-30,2024-01-01,2025-09-02,2026-11-21,2028-01-01"
COUNTRIES = "KEN,FRA,BHR,USA,RWA,ABW"
SHOWN = 3
"""How many differing rows are shown."""

Row = tuple[object, ...]


def main() -> int:
    """Compare, print, and return 1 where a row differs that should not."""
    arguments = _arguments()
    with (
        duckdb.connect(arguments.old, read_only=True) as old,
        duckdb.connect(arguments.new, read_only=True) as new,
    ):
        before, now = _columns(old), _columns(new)
        for names, word in ((before.keys() - now, "gone"), (now.keys() - before, "new")):
            print(f"{word}: {', '.join(sorted(names)) or '-'}")
        wrong = []
        for name in sorted(before.keys() & now.keys()):
            shared = [column for column in before[name] if column in now[name]]
            _print_columns(name, before[name], now[name])
            for call in _calls(new, name, arguments):
                if not _same(old, new, call, shared) and name not in arguments.excepted:
                    wrong.append(call)
    print(f"{len(before.keys() & now.keys())} relations compared, {len(wrong)} calls differ")
    return bool(wrong)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--days", default=DAYS, type=lambda text: text.split(","))
    parser.add_argument("--countries", default=COUNTRIES, type=lambda text: text.split(","))
    parser.add_argument("--except", dest="excepted", default=[], type=lambda text: text.split(","))
    return parser.parse_args()


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return the columns of each relation, in their order."""
    rows = connection.execute(
        "SELECT relation, column_name FROM dictionary WHERE position > 0 ORDER BY position"
    ).fetchall()
    columns: dict[str, list[str]] = {}
    for relation, column in rows:
        columns.setdefault(relation, []).append(column)
    return columns


def _print_columns(name: str, before: list[str], now: list[str]) -> None:
    gone = [column for column in before if column not in now]
    added = [column for column in now if column not in before]
    if gone or added:
        print(f"{name}: columns gone {gone}, new {added}")


def _calls(
    connection: duckdb.DuckDBPyConnection, name: str, arguments: argparse.Namespace
) -> Iterator[str]:
    """Yield what stands after FROM, with each value of each parameter."""
    rows = connection.execute(
        "SELECT parameters FROM dictionary WHERE relation = $name AND position = 0", {"name": name}
    ).fetchall()
    if not rows[0][0]:
        yield f'"{name}"' if not _is_macro(connection, name) else f"{name}()"
        return
    [(area,)] = connection.execute("SELECT min(id) FROM focus_areas").fetchall()
    known = {
        "day": arguments.days,
        "from_day": arguments.days[:2],
        "to_day": arguments.days[2:],
        "about_kind": ["country"],
        "about_id": arguments.countries[:2],
        "grouped_by": ["text", "topic"],
        "country": arguments.countries,
        "area": [area],
        "q": ["data", "compact paragraph 10"],
        "lang": ["en"],
        "record_kind": ["commitment"],
        "record_id": ["gdc-para-10"],
        "person": [""],
        "bodies": ["un itu asean"],
    }
    values = [
        [f"{each['name']} := {_value(each['type'], value)}" for value in known[each["name"]]]
        if each["name"] in known
        else [f"{each['name']} := {value}" for value in ("false", "true")]
        for each in rows[0][0]
        if each["name"] in known or each["type"] == "BOOLEAN" or each["default"] is None
    ]
    for given in product(*values):
        yield f"{name}({', '.join(given)})"


def _is_macro(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    question = "SELECT kind FROM dictionary WHERE relation = $name AND position = 0"
    return connection.execute(question, {"name": name}).fetchall() == [("macro",)]


def _value(type_: str, value: str) -> str:
    return f"DATE '{value}'" if type_ == "DATE" else f"'{value}'"


def _same(
    old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection, call: str, columns: list[str]
) -> bool:
    chosen = ", ".join(f'"{column}"::VARCHAR' for column in columns)
    before, now = (each.execute(f"SELECT {chosen} FROM {call}").fetchall() for each in (old, new))
    lost, added = Counter(before) - Counter(now), Counter(now) - Counter(before)
    if lost or added:
        print(f"{call}: {lost.total()} rows only before, {added.total()} only now")
        _print_rows("-", lost, columns)
        _print_rows("+", added, columns)
    elif before != now:
        print(f"{call}: the same rows in another order")
    return not lost and not added


def _print_rows(sign: str, rows: "Counter[Row]", columns: list[str]) -> None:
    for row in list(rows)[:SHOWN]:
        known = {name: value for name, value in zip(columns, row, strict=True) if value is not None}
        print(f"  {sign} {known}"[:600])


if __name__ == "__main__":
    sys.exit(main())
