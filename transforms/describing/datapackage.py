"""Describe ``data/`` for machines, as a Frictionless Data Package 2."""

import json
from typing import Any

import dataframely as dy

from transforms.database import ddl
from transforms.database.ddl import Column
from transforms.schema import VOCABULARIES, tables
from transforms.schema.columns import facts
from transforms.schema.localized import is_optional
from transforms.settings import Settings
from transforms.translations import Text, in_languages

PROFILES = "https://datapackage.org/profiles/2.0/"

TYPES: dict[type[dy.Column], str] = {
    dy.String: "string",
    dy.Enum: "string",
    dy.Int64: "integer",
    dy.Float64: "number",
    dy.Bool: "boolean",
}


def datapackage(settings: Settings) -> str:
    """Return the text of ``datapackage.json`` for a tracker."""
    schemas = tables(settings.languages, settings.complete)
    resources = [_resource(name, schema, settings) for name, schema in schemas.items()]
    package = {**_about(settings), "resources": resources}
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _about(settings: Settings) -> dict[str, Any]:
    """Return the properties of the package; those in another language end in its code."""
    about: dict[str, Any] = {"$schema": f"{PROFILES}datapackage.json", "name": settings.slug}
    for key, texts in (("title", settings.name), ("description", settings.subtitle)):
        for language, text in texts.items():
            about[key if language == settings.languages[0] else f"{key}_{language}"] = text
    if licence := _licence(settings):
        about["licenses"] = [licence]
    return about


def _licence(settings: Settings) -> dict[str, str]:
    first = settings.languages[0]
    fields = {
        "name": settings.licence_id,
        "title": settings.licence.get(first),
        "path": settings.licence_url.get(first),
    }
    # The standard wants a name or a path.
    known = {key: text for key, text in fields.items() if text}
    return known if known.keys() & {"name", "path"} else {}


def _resource(name: str, schema: type[dy.Schema], settings: Settings) -> dict[str, Any]:
    columns = schema.columns()
    return {
        "name": name,
        **_localized("title", ddl.heading(schema), settings),
        **_localized("description", ddl.meaning(schema), settings),
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{PROFILES}tableschema.json",
            # A file may lack what there is not in every language.
            "fieldsMatch": "superset" if any(map(is_optional, columns.values())) else "equal",
            "fields": [
                _field(columns[column.name], column, settings)
                for column in ddl.columns(schema)
                if not column.derived
            ],
            "missingValues": [""],
            "primaryKey": schema.primary_key(),
            "foreignKeys": _foreign_keys(name, schema),
        },
    }


def _foreign_keys(name: str, schema: type[dy.Schema]) -> list[dict[str, Any]]:
    """Return the foreign keys; one to the table itself names no resource, as the standard asks."""
    return [
        {
            "fields": [column],
            "reference": {"fields": ["id"]} | ({} if parent == name else {"resource": parent}),
        }
        for column, parent in facts(schema, "references").items()
    ]


def _field(declared: dy.Column, column: Column, settings: Settings) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[type(declared)],
        **_localized("description", column.meaning, settings),
        "constraints": _constraints(declared),
    }
    for name in column.vocabularies:
        field["categories"] = [
            {"value": code}
            | _localized("label", Text(word.label, (f"vocabulary:{name}.{code}",)), settings)
            for code, word in VOCABULARIES[name].items()
        ]
    return field


def _localized(key: str, text: Text | None, settings: Settings) -> dict[str, str]:
    """Return a text under ``key``, and in further languages under ``key_<language>``."""
    texts = in_languages(text, settings.languages) if text else {}
    return {
        key if language == settings.languages[0] else f"{key}_{language}": words
        for language, words in texts.items()
    }


def _constraints(column: dy.Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": not column.nullable}
    if isinstance(column, dy.Enum):
        constraints["enum"] = list(column.categories)
    if isinstance(column, dy.String) and column.regex:
        constraints["pattern"] = column.regex
    if isinstance(column, dy.Int64 | dy.Float64):
        limits = {"minimum": column.min, "maximum": column.max}
        constraints |= {name: limit for name, limit in limits.items() if limit is not None}
    return constraints
