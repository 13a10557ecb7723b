"""The real data many times over: every row again under new keys, with its references.

``python -m tests.helpers.multiplied 10 build/ten/tracker.duckdb`` builds such an edition.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import polars as pl

from tests.helpers.tables import TABLES
from transforms import pipeline
from transforms.database.editions import Edition
from transforms.database.load import in_order, load
from transforms.paths import DATA

WORLD = ("countries", "country_points", "focus_areas")
"""Tables of which there is one, however much is known: all copies refer to the same rows."""


def build_multiplied(times: int, database: Path, data: Path = DATA) -> Edition:
    """Build an edition of a data folder with ``times`` as many rows.

    Countries and focus areas stay one of each, and so do the states among the actors, whose keys
    are those of countries.
    """
    checked = pipeline.check(data)
    tables = {name: table.read().drop("line") for name, table in checked.tables.items()}
    states = tables["countries"]["id"].to_list()
    copied = {
        name: table.filter(~pl.col("id").is_in(states))["id"].to_list()
        for name, table in tables.items()
        if name not in WORLD and "id" in table.columns
    }
    many = {name: pl.concat(_copies(name, tables[name], copied, times)) for name in tables}
    # Where nothing of a key is new, as that of a state, the copy is the row itself.
    once = {
        name: table.unique(TABLES[name].primary_key(), keep="first", maintain_order=True)
        for name, table in many.items()
    }
    return load(in_order(once, checked.settings), checked.settings, database)


def _copies(
    name: str, table: pl.DataFrame, copied: dict[str, list[str]], times: int
) -> Iterable[pl.DataFrame]:
    """Yield a table, then its copies: each key that is copied, and what refers to it, is new."""
    yield table
    for n in range(1, times) if name not in WORLD else ():
        yield table.with_columns(
            pl.when(pl.col(column).is_in(keys))
            .then(pl.col(column) + f"-copy-{n}")
            .otherwise(pl.col(column))
            .alias(column)
            for column, keys in _keys(name, copied)
        )


def _keys(name: str, copied: dict[str, list[str]]) -> Iterable[tuple[str, list[str]]]:
    """Yield the columns of a table that hold keys, each with those of them that are copied."""
    for column, declared in TABLES[name].columns().items():
        more = declared.metadata or {}
        if more.get("references_by"):
            yield column, [key for keys in copied.values() for key in keys]
        target = name if column == "id" else more.get("references")
        if target in copied:
            yield column, copied[target]


if __name__ == "__main__":
    print(build_multiplied(int(sys.argv[1]), Path(sys.argv[2]).absolute()))
