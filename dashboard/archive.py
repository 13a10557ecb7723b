"""Everything as files in one archive: the data package, and what the views and macros answer."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date

import polars as pl

from dashboard import database

DATED = "day DATE"
"""The parameter of a macro that the as-of day fills in."""
STAMP = (1980, 1, 1, 0, 0, 0)
"""A time of its own would make two archives of the same rows differ."""


def archive(day: date, about: str) -> bytes:
    """Return a ZIP of CSV files, safe to open in a spreadsheet.

    Args:
        day: For the macros that ask for one.
        about: What the file README.txt says.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as files:
        for name, content in _contents(day, about):
            files.writestr(zipfile.ZipInfo(name, STAMP), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def csv(relation: str, kind: str, day: date) -> bytes:
    """Return one relation as CSV, a macro for ``day``."""
    return database.csv_bytes(_rows(relation, kind, day))


def offered(dictionary: pl.DataFrame) -> pl.DataFrame:
    """Return the relations that can be taken as they are: those that need nothing but a day."""
    itself = dictionary.filter(pl.col("column_name").is_null())
    needed = pl.col("type").str.split(", ").list.filter(~pl.element().str.contains(":="))
    return itself.filter((pl.col("kind") != "macro") | (needed.list.join(", ") == DATED))


def _contents(day: date, about: str) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", about.encode("utf-8")
    package = database.datapackage()
    yield "data/datapackage.json", package.encode("utf-8")
    columns = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in json.loads(package)["resources"]
    }
    relations = offered(database.run("FROM dictionary ORDER BY relation, position"))
    for name, kind in relations.select("relation", "kind").iter_rows():
        rows = _rows(name, kind, day)
        if name in columns:
            # As the package describes it: without the days that are derived from its dates.
            yield f"data/{name}.csv", database.csv_bytes(rows.select(columns[name]))
        else:
            yield f"views/{name}.csv", database.csv_bytes(rows)


def _rows(relation: str, kind: str, day: date) -> pl.DataFrame:
    if kind == "macro":
        return database.run(f'FROM "{relation}"($day)', day=day)
    return database.run(f'FROM "{relation}"')
