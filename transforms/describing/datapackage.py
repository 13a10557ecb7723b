"""Describe ``data/`` for machines, as a Frictionless Data Package 2."""

import json
from typing import Any

import dataframely as dy

from transforms.database import ddl
from transforms.schema import TABLES, VOCABULARIES

PROFILES = "https://datapackage.org/profiles/2.0/"

TYPES: dict[type[dy.Column], str] = {
    dy.String: "string",
    dy.Enum: "string",
    dy.Int64: "integer",
    dy.Float64: "number",
    dy.Bool: "boolean",
}

PACKAGE = {
    "$schema": f"{PROFILES}datapackage.json",
    "name": "policy-commitments",
    "title": "Policy commitments on artificial intelligence and digital cooperation",
    "title_fr": "Engagements publics sur l'intelligence artificielle et la coopération numérique",
    "description": (
        "Who promised what in which text, by when, who takes part, and how far it was done; "
        "every fact with its source. Dates are as precise as their source (EDTF)."
    ),
    "description_fr": (
        "Qui a promis quoi dans quel texte, pour quand, qui y participe et ce qui a été fait ; "
        "chaque fait avec sa source. Les dates ont la précision de leur source (EDTF)."
    ),
    "licenses": [
        {
            "name": "CC-BY-4.0",
            "title": "Creative Commons Attribution 4.0 International",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ],
}


def datapackage() -> str:
    """Return the text of ``datapackage.json``."""
    resources = [_resource(name, schema) for name, schema in TABLES.items()]
    return json.dumps({**PACKAGE, "resources": resources}, ensure_ascii=False, indent=2) + "\n"


def _resource(name: str, schema: type[dy.Schema]) -> dict[str, Any]:
    en, fr = ddl.meaning(schema)
    return {
        "name": name,
        "title": name.replace("_", " ").capitalize(),
        "description": en,
        "description_fr": fr,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{PROFILES}tableschema.json",
            "fieldsMatch": "equal",
            "fields": [_field(column) for column in schema.columns().values()],
            "missingValues": [""],
            "primaryKey": schema.primary_key(),
            "foreignKeys": _foreign_keys(name, schema),
        },
    }


def _foreign_keys(name: str, schema: type[dy.Schema]) -> list[dict[str, Any]]:
    """Return the references; one to the table itself names no resource, as the standard asks."""
    references = {
        column: parent
        for column, declared in schema.columns().items()
        if (parent := (declared.metadata or {}).get("references"))
    }
    return [
        {
            "fields": [column],
            "reference": {"fields": ["id"]} | ({} if parent == name else {"resource": parent}),
        }
        for column, parent in references.items()
    ]


def _field(column: dy.Column) -> dict[str, Any]:
    more = column.metadata or {}
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[type(column)],
        "description": column.description,
        "description_fr": more.get("fr"),
        "constraints": _constraints(column),
    }
    if vocabulary := more.get("vocabulary"):
        field["categories"] = [
            {"value": code, "label": word["en"], "label_fr": word["fr"]}
            for code, word in VOCABULARIES[vocabulary].items()
        ]
    return field


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
