"""References to rows that do not exist, and hierarchies that run in a circle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from transforms.problems import Finding, did_you_mean, hinting, messages_for, shortened
from transforms.quality.findings import TableFinding, constant_message
from transforms.schema import TABLES
from transforms.schema.columns import facts

_SHOWN = 5
"""Keys of a long circle that its message names."""
_NONE, _SOME = pl.Series(dtype=pl.String), pl.Series([""])


@dataclass(frozen=True)
class Keys:
    """The rows that there are to refer to.

    Attributes:
        ids: By table, where it has an ``id`` and could be read.
        tables: What each table is to be.
        folder: What the messages call the folder of the files.
    """

    ids: Mapping[str, pl.Series]
    tables: Mapping[str, type[dy.Schema]]
    folder: str = "data"


def orphans(table: pl.DataFrame, schema: type[dy.Schema], known: Keys) -> Iterator[Finding]:
    """Yield references to an ``id`` that the other table does not have.

    Of a table without rows none is judged: ``empty_tables`` reports it once. Nor is one to a table
    that is not in ``known``.
    """
    for name, parent in facts(schema, "references").items():
        if name in table.columns and not known.ids.get(parent, _NONE).is_empty():
            yield from _strays(table, name, parent, known)


def empty_tables(tables: Mapping[str, pl.DataFrame], known: Keys) -> Iterator[TableFinding]:
    """Yield the tables that hold only their column names while rows of others refer to them."""
    counts: dict[str, dict[str, int]] = {}
    for name, schema in TABLES.items():
        for column, parent in facts(schema, "references").items():
            if column in tables[name].columns and len(known.ids.get(parent, _SOME)) == 0:
                cells = tables[name][column].len() - tables[name][column].null_count()
                of_parent = counts.setdefault(parent, {})
                of_parent[name] = of_parent.get(name, 0) + cells
    for parent, by_table in counts.items():
        if cells := sum(by_table.values()):
            named = ", ".join(f"{name}.csv" for name, each in by_table.items() if each)
            message = f"the file holds only its column names, but {cells:,} cells in {named}"
            yield parent, (0, "", f"{message} refer to its rows")


def row_orphans(table: pl.DataFrame, schema: type[dy.Schema], known: Keys) -> Iterator[Finding]:
    """Yield rows about a table, row or column that does not exist.

    The column whose metadata say ``references_by`` holds the id of a row in the table that
    another column names.
    """
    if "table_name" not in table.columns:
        return
    tables = table.select("line", "table_name").filter(~pl.col("table_name").is_in(list(TABLES)))
    yield from messages_for(tables, "table_name", _not_a_table)
    for name, by in facts(schema, "references_by").items():
        if {by, name} <= set(table.columns):
            yield from _rows_by(table, name, by, known)


def circles(table: pl.DataFrame, schema: type[dy.Schema], own: str) -> Iterator[Finding]:
    """Yield one row of each circle in which rows of a table are each other's parents."""
    for name, parent in facts(schema, "references").items():
        if parent == own and {"id", name} <= set(table.columns):
            links = table.select("line", "id", name).drop_nulls().unique("id", keep="first")
            yield from _circles(links.sort("line"), name)


def in_circle(keys: list[str]) -> str:
    """Return the keys of a circle in the order in which one leads to the next.

    >>> in_circle(["a", "b", "a"]), in_circle([*"abcdefgh", "a"])
    ('a → b → a', 'a → b → c → d → e → … (8 rows) → a')
    """
    short = [str(shortened(key)) for key in keys]
    if len(keys) > _SHOWN + 2:
        short = [*short[:_SHOWN], f"… ({len(keys) - 1:,} rows)", short[-1]]
    return " → ".join(short)


def _strays(table: pl.DataFrame, name: str, parent: str, known: Keys) -> Iterator[Finding]:
    ids = known.ids[parent].drop_nulls()
    cells = table.select("line", name).drop_nulls()
    strays = cells.join(ids.to_frame("id"), left_on=name, right_on="id", how="anti")
    if strays.height:
        hint = hinting(ids)
        file = f"{known.folder}/{parent}.csv"
        yield from messages_for(
            strays.sort("line"),
            name,
            lambda value: f"{name} {value!r} is not in {file}{hint(value)}",
        )


def _rows_by(table: pl.DataFrame, name: str, by: str, known: Keys) -> Iterator[Finding]:
    for (other,), rows in table.drop_nulls([by, name]).group_by(by):
        if other not in TABLES:
            continue
        if "id" not in known.tables[other].columns():
            message = f"{by} {other!r} has no column id, so no row of it can be named"
            yield from messages_for(rows.select("line"), by, constant_message(message))
        elif not known.ids.get(other, _NONE).is_empty():
            yield from _strays(rows, name, other, known)
        if "column_name" in rows.columns:
            yield from _unknown_columns(rows, other, known.tables[other].column_names())


def _unknown_columns(rows: pl.DataFrame, other: str, columns: list[str]) -> Iterator[Finding]:
    unknown = rows.select("line", "column_name").drop_nulls()
    unknown = unknown.filter(~pl.col("column_name").is_in(columns))
    yield from messages_for(
        unknown,
        "column_name",
        lambda value: (
            f"column_name {value!r} is not a column of {other}{did_you_mean(value, columns)}"
        ),
    )


def _not_a_table(value: str) -> str:
    return f"table_name {value!r} is not a table{did_you_mean(value, TABLES)}"


def _circles(links: pl.DataFrame, name: str) -> Iterator[Finding]:
    """Follow every row to its parent's parent, ever twice as far; who never arrives is caught.

    A hierarchy of any depth takes as many steps as its depth has binary digits.
    """
    ahead = links.select("id", far=pl.col(name))
    for _ in range(links.height.bit_length() + 1):
        if ahead.is_empty():
            return
        ahead = ahead.join(ahead, left_on="far", right_on="id", how="inner").select(
            "id", far="far_right"
        )
    caught = links.filter(pl.col("id").is_in(ahead["far"].unique().implode()))
    parents = dict(caught.select("id", name).iter_rows())
    lines = dict(caught.select("id", "line").iter_rows())
    seen: set[str] = set()
    for row in lines:
        path, here = [], row
        while here not in seen:
            seen.add(here)
            path.append(here)
            here = parents[here]
        if here in path:
            circle = path[path.index(here) :]
            yield lines[here], name, f"{name} runs in a circle: {in_circle([*circle, here])}"
