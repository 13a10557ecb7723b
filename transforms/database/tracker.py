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

MEANINGS = {
    "languages": "Languages of the tracker; the first stands in for a text that is missing in"
    " another.",
    "complete": "Languages in which nothing may be missing.",
    "name": "What the tracker is called.",
    "slug": "What programs call it; it never changes.",
    "subtitle": "What it is about, in a sentence.",
    "publisher": "Who is named as the author where the data is cited.",
    "contact": "Where to write about a mistake: an e-mail address or the address of a form.",
    "file_url": "Where a file of the folder can be read; `{file}` stands for its name, `{line}` for"
    " the line of a row.",
    "licence": "Licence of the data.",
    "licence_id": "The same as SPDX identifies it.",
    "licence_url": "Where the licence can be read.",
    "licence_terms": "What the licence allows and asks for, in a sentence.",
    "first_bodies": "Organizations, groups or texts that the Members page shows at first.",
    "first_texts": "Texts that stand before the others where texts are listed.",
    "all_countries": "Group in which every state is.",
    "developing_countries": "Group of which no list of members is agreed.",
    "developing_countries_as": "Groups whose members stand for it.",
    "developing_countries_choices": "Groups that a reader can choose to stand for it.",
    "universal_organization": "Organization of nearly all states.",
    "universal_members": "Group of its members, as texts address it.",
    "root_area": "Focus area that contains those of the page on capacity building.",
    "map": "Map on which members are drawn, or none.",
    "map_regions": "Groups of countries to which the map can be zoomed.",
    "first_day": "No page shows an earlier day.",
    "without_locator": "How many rows of each table need not say their place in the source; empty"
    " where no row must.",
    "documents": "Documents whose address is made from their symbol in the reader's language: the"
    " address, the languages it has (the first stands in for others), and what symbols look like.",
}


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
