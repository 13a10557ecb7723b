"""References to rows that do not exist, and hierarchies that run in a circle."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import dataframely as dy
import polars as pl

from transforms.problems import did_you_mean, hinting
from transforms.quality.findings import Finding, told
from transforms.schema import TABLES


@dataclass(frozen=True)
class Keys:
    """The rows that there are to refer to.

    Attributes:
        ids: By table, where it has an ``id`` and could be read.
        folder: What the messages call the folder of the files.
    """

    ids: Mapping[str, pl.Series]
    folder: str = "data"


def orphans(table: pl.DataFrame, schema: type[dy.Schema], known: Keys) -> Iterator[Finding]:
    """Yield references to an ``id`` that the other table does not have.

    Args:
        table: ``line`` and at least the columns that refer to another table.
        schema: Says which columns those are, and to which table.
        known: What there is; a reference to a table that is not in it is not judged.
    """
    for name, parent in _references(schema).items():
        if name in table.columns and parent in known.ids:
            yield from _strays(table, name, parent, known)


def row_orphans(table: pl.DataFrame, schema: type[dy.Schema], known: Keys) -> Iterator[Finding]:
    """Yield rows about a table, row or column that does not exist.

    The column whose metadata say ``references_by`` holds the id of a row in the table that
    another column names.
    """
    if "table_name" not in table.columns:
        return
    tables = table.select("line", "table_name").filter(~pl.col("table_name").is_in(list(TABLES)))
    yield from told(tables, "table_name", _not_a_table)
    for name in schema.columns():
        by = _metadata(schema, name).get("references_by")
        if by in table.columns and name in table.columns:
            yield from _rows_by(table, name, by, known)


def circles(table: pl.DataFrame, schema: type[dy.Schema], own: str) -> Iterator[Finding]:
    """Yield one row of each circle in which rows of a table are each other's parents."""
    for name, parent in _references(schema).items():
        if parent == own and {"id", name} <= set(table.columns):
            links = table.select("line", "id", name).drop_nulls().unique("id", keep="first")
            yield from _circles(links.sort("line"), name)


def _references(schema: type[dy.Schema]) -> dict[str, str]:
    every = {name: _metadata(schema, name).get("references") for name in schema.columns()}
    return {name: parent for name, parent in every.items() if parent}


def _metadata(schema: type[dy.Schema], name: str) -> dict[str, str]:
    return schema.columns()[name].metadata or {}


def _strays(table: pl.DataFrame, name: str, parent: str, known: Keys) -> Iterator[Finding]:
    ids = known.ids[parent].drop_nulls()
    cells = table.select("line", name).drop_nulls()
    strays = cells.join(ids.to_frame("id"), left_on=name, right_on="id", how="anti")
    if strays.height:
        hint = hinting(ids)
        file = f"{known.folder}/{parent}.csv"
        yield from told(
            strays.sort("line"),
            name,
            lambda value: f"{name} {value!r} is not in {file}{hint(value)}",
        )


def _rows_by(table: pl.DataFrame, name: str, by: str, known: Keys) -> Iterator[Finding]:
    for (other,), rows in table.drop_nulls([by, name]).group_by(by):
        if other not in TABLES:
            continue
        if "id" not in TABLES[other].columns():
            message = f"{by} {other!r} has no column id, so no row of it can be named"
            yield from ((line, by, message) for line in rows["line"])
        elif other in known.ids:
            yield from _strays(rows, name, other, known)
        if "column_name" in rows.columns:
            yield from _unknown_columns(rows, other)


def _unknown_columns(rows: pl.DataFrame, other: str) -> Iterator[Finding]:
    columns = TABLES[other].column_names()
    unknown = rows.select("line", "column_name").drop_nulls()
    unknown = unknown.filter(~pl.col("column_name").is_in(columns))
    yield from told(
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
            yield lines[here], name, f"{name} runs in a circle: {' → '.join([*circle, here])}"
