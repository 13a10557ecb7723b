"""The table ``tracker``: the settings of the data folder, as one row that views and pages read."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import dataframely as dy
import duckdb
import polars as pl

from transforms.database.reader import query
from transforms.schema.columns import day, localized, text
from transforms.schema.localized import expanded
from transforms.settings import SETTINGS, Settings
from transforms.settings.documents import series
from transforms.settings.fields import MEANINGS

MEANING = "Whose tracker this is, in one row: what the folder's `tracker.toml` says."
FILE = "The file that says so, as it is written; empty where the folder has none."


def _column(name: str, kind: str) -> dy.Column:
    """Return the column of a setting: one for each language where it is a text."""
    if kind == "texts":
        return localized(MEANINGS[name], nullable=True)
    if kind == "words":
        return dy.List(dy.String(), nullable=False, description=MEANINGS[name])
    if kind == "documents":
        parts = {"address": dy.String(), "languages": dy.List(dy.String()), "symbol": dy.String()}
        return dy.List(dy.Struct(parts), nullable=False, description=MEANINGS[name])
    if kind == "counts":
        counted = {"relation": dy.String(), "rows": dy.Int64()}
        return dy.List(dy.Struct(counted), nullable=True, description=MEANINGS[name])
    return day(MEANINGS[name]) if kind == "day" else text(MEANINGS[name], nullable=True)


SCHEMA: type[dy.Schema] = type(
    "Tracker",
    (dy.Schema,),
    {
        "__doc__": MEANING,
        **{name: _column(name, kind) for name, kind in SETTINGS.items()},
        "file": text(FILE, nullable=True),
    },
)


def row(settings: Settings) -> pl.DataFrame:
    """Return the one row of the table."""
    values: dict[str, Any] = {}
    for name, kind in SETTINGS.items():
        value = getattr(settings, name)
        if kind == "texts":
            values |= {f"{name}_{code}": value.get(code) for code in settings.languages}
        elif kind == "documents":
            values[name] = [asdict(one) for one in value]
        elif kind == "counts" and value is not None:
            values[name] = [{"relation": table, "rows": rows} for table, rows in value.items()]
        else:
            values[name] = list(value) if kind == "words" else value or None
    types = {
        name: column.dtype
        for name, column in expanded("tracker", SCHEMA, settings.languages).columns().items()
    }
    return pl.DataFrame([values | {"file": settings.text}], schema=types)


def read(connection: duckdb.DuckDBPyConnection) -> Settings:
    """Return the settings of the edition that `connection` is open to."""
    known = query(connection, "FROM tracker").row(0, named=True)
    return settings(known)


def settings(known: Mapping[str, Any]) -> Settings:
    """Return the settings that the row of the table holds.

    An edition of before a setting was introduced lacks its column: then the default holds.
    """
    values: dict[str, Any] = {"text": known["file"], "languages": tuple(known["languages"])}
    for name, kind in SETTINGS.items():
        if kind == "texts":
            texts = {code: known.get(f"{name}_{code}") for code in values["languages"]}
            values[name] = {code: text for code, text in texts.items() if text}
        elif known.get(name) is not None:
            values[name] = _value(kind, known[name])
    return Settings(**values)


def _value(kind: str, known: Any) -> Any:
    """Return what a cell of the row holds, as the settings have it."""
    if kind == "documents":
        return series(known)
    if kind == "counts":
        return {one["relation"]: one["rows"] for one in known}
    return tuple(known) if kind == "words" else known
