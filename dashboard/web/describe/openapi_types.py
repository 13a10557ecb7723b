"""Parameters and columns in JSON Schema, for OpenAPI."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from dashboard.filtering import operators
from dashboard.filtering.catalogue import Column, Relation
from dashboard.state.days import LAST_DAY, first_day
from dashboard.web.request.parameters import MOST, Parameter
from dashboard.words.i18n import Translator

Json = dict[str, Any]

TYPES: Mapping[str, Json] = {
    "VARCHAR": {"type": "string"},
    "BIGINT": {"type": "integer", "format": "int64"},
    "INTEGER": {"type": "integer", "format": "int32"},
    "DOUBLE": {"type": "number"},
    "FLOAT": {"type": "number"},
    "BOOLEAN": {"type": "boolean"},
    "DATE": {"type": "string", "format": "date"},
}
"""What JSON has for a type of DuckDB's."""


def parameter(declared: Parameter) -> Json:
    """Describe a parameter, or point to where that is done for all."""
    if declared.part == "language":
        return {"$ref": "#/components/parameters/lang"}
    return spelled(declared)


def spelled(parameter: Parameter) -> Json:
    """Describe a parameter."""
    value = _value(parameter)
    many = {"type": "array", "items": value, "minItems": 1}
    described: Json = {
        "name": parameter.name,
        "in": "query",
        "description": parameter.meaning,
        "required": parameter.needed,
        "schema": many if parameter.many else value,
    }
    if parameter.many:
        described |= {"style": "form", "explode": True}
    if parameter.part == "column":
        described["allowEmptyValue"] = True
    if parameter.example:
        example = _example(parameter)
        described["example"] = [example] if parameter.many else example
    return described


def in_path(name: str, schema: Json, meaning: str = "", example: str = "") -> Json:
    """Describe a part of an address that varies."""
    described = {"name": name, "in": "path", "required": True, "schema": schema}
    more = {"description": meaning, "example": example}
    return described | {key: text for key, text in more.items() if text}


def _value(parameter: Parameter) -> Json:
    value = dict(TYPES[parameter.type])
    if parameter.codes:
        value["enum"] = list(parameter.codes)
    if parameter.part == "slice":
        value |= {"minimum": 0, "maximum": MOST}
    if parameter.part == "day":
        value |= {"x-first": first_day().isoformat(), "x-last": LAST_DAY.isoformat()}
    if parameter.keys and parameter.part != "column":
        value["minLength"] = 1
    return value


def _example(parameter: Parameter) -> object:
    if parameter.type == "BOOLEAN":
        return parameter.example == "true"
    return int(parameter.example) if "INT" in parameter.type else parameter.example


def comparisons(relation: Relation, t: Translator) -> Json:
    """Describe the comparisons of all columns of a relation, ``column__operator``, in one."""
    fitting: dict[str, tuple[Json, list[str], list[str]]] = {}
    for column in relation.columns:
        for takes, names in groupby(operators.of_column(column), _takes):
            held, found = _compared(column, takes), list(names)
            fitting.setdefault(repr((held, found)), (held, found, []))[2].append(column.name)
    patterns = {
        f"^({'|'.join(columns)}){operators.MARK}({'|'.join(names)})$": held
        for held, names, columns in fitting.values()
    }
    return {
        "name": "comparisons",
        "in": "query",
        "description": t("A column and a comparison, such as {it}.", it=_example_of(relation)),
        "required": False,
        "style": "form",
        "explode": True,
        "schema": {
            "type": "object",
            "patternProperties": patterns,
            "additionalProperties": False,
        },
    }


def comparison_meanings(t: Translator) -> str:
    """Return in words what each comparison keeps."""
    meanings = (
        t("{name}: {what}", name=f"{operators.MARK}{name}", what=t(each.meaning))
        for name, each in operators.OPERATORS.items()
    )
    return f"{t('Comparisons')} – {'; '.join(meanings)}."


def _takes(operator: str) -> operators.Takes:
    return operators.OPERATORS[operator].takes


def _compared(column: Column, takes: operators.Takes) -> Json:
    """Describe the parameter that compares a column."""
    if takes == "flag":
        return {"type": "boolean"}
    if takes in ("text", "values"):
        return {"type": "string", "minLength": 1}
    codes = {"enum": list(column.codes)} if column.codes else {}
    return TYPES[column.type.removesuffix("[]")] | codes


def _example_of(relation: Relation) -> str:
    ordered = [column for column in relation.columns if operators.has_order(column)]
    column = next((each for each in ordered if each.type != "VARCHAR"), None)
    name, operator = (column.name, "gte") if column else (relation.columns[0].name, "not")
    return f"{name}{operators.MARK}{operator}"


def cell(column: Column, t: Translator) -> Json:
    """Describe what a column holds."""
    one = {"type": "object"} if column.is_nested else dict(TYPES[column.type.removesuffix("[]")])
    kind = one.pop("type")
    if column.type.endswith("[]"):
        held: Json = {"type": ["array", "null"], "items": {**one, "type": kind}}
    elif column.codes:
        held = {"enum": [*column.codes, None]}
    else:
        held = {**one, "type": [kind, "null"]}
    return held | {"description": column.meaning[t.language]}
