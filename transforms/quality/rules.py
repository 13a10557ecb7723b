"""Rows that break the rules of their schema, reported in words."""

from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Any

import dataframely as dy
import polars as pl

from transforms.clean import dated
from transforms.quality.cells import written
from transforms.quality.findings import Check, constant_message
from transforms.schema.actors import LANGUAGE
from transforms.schema.columns import SLUG
from transforms.schema.record import COLUMN_NAME

FORMS = {
    SLUG: "lower-case words joined by hyphens, or the three capital letters of a country",
    LANGUAGE: "the two or three lower-case letters of a language, as in fr",
    COLUMN_NAME: "lower-case words joined by underscores",
    r"^https?://\S+$": "an address that starts with https:// and has no spaces",
    r"^[A-Z]{3}$": "three capital letters, as in KEN or USD",
    r"^[A-Z]{2}$": "two capital letters (ISO 3166-1 alpha-2)",
    r"^\d{3}$": "three digits; keep leading zeros",
}
"""What the patterns of the schema ask for, in words."""


def constraints(schema: type[dy.Schema]) -> Iterator[Check]:
    """Yield the checks for what columns demand by themselves."""
    dates = dated(schema)
    for name, column in schema.columns().items():
        for constraint, holds in column.validation_rules(pl.col(name)).items():
            if constraint == "nullability":
                # A cell whose text is no value of the type is told as that, not as empty.
                source = name if isinstance(column, dy.String) else written(name)
                yield Check(
                    pl.col(source).is_null(),
                    name,
                    constant_message(f"{name} is empty and must not be"),
                )
            elif constraint != "regex" or name not in dates:
                yield Check(~holds, name, _demand(name, column, constraint), (name,))


def broken(schema: type[dy.Schema]) -> Iterator[Check]:
    """Yield the checks for the rules of ``schema`` across columns."""
    columns, dates = schema.columns(), dated(schema)
    few = {name for name, column in columns.items() if isinstance(column, dy.Enum | dy.Bool)}
    for rule, (holds, reason) in rules(schema).items():
        of_few = few.union(dates).issuperset(holds.meta.root_names())
        yield Check(~holds, "", constant_message(_sentence(rule, reason)), of_few=of_few)


def half_translated(schema: type[dy.Schema]) -> Iterator[Check]:
    """Yield the checks for text that some languages lack; one that may stand alone is left out."""
    texts: dict[str, list[str]] = {}
    for name, column in schema.columns().items():
        more = column.metadata or {}
        # A required text that is empty has a message of its own.
        if more.get("language") and column.nullable and not (more["alone"] or more["optional"]):
            texts.setdefault(more["base_name"], []).append(name)
    for names in texts.values():
        for empty, filled in permutations(names, 2):
            half = pl.col(empty).is_null() & pl.col(filled).is_not_null()
            message = f"{empty} is empty while {filled} is not; fill both or neither"
            yield Check(half, empty, constant_message(message))


def rules(schema: type[dy.Schema]) -> dict[str, tuple[pl.Expr, str]]:
    """Return the rules of ``schema`` across columns: what holds in a good row, and why."""
    return {
        name: (value.validation_fn(schema), value.validation_fn.__doc__ or "")
        for name, value in vars(schema).items()
        if hasattr(value, "validation_fn")
    }


def _demand(name: str, column: dy.Column, constraint: str) -> Callable[[Any], str]:
    """Return the sentence for a broken constraint of a column."""
    limit = getattr(column, constraint, None)
    wanted = {
        "regex": f"be {FORMS.get(limit, f'match {limit}')}" if isinstance(limit, str) else "",
        "min_length": f"have at least {limit} letters",
        "max_length": f"have at most {limit} bytes",
        "min": f"be at least {limit}",
        "max": f"be at most {limit}",
    }.get(constraint, f"keep to its {constraint}")
    return lambda value: f"{name} {value!r} must {wanted}"


def _sentence(rule: str, reason: str) -> str:
    """Return the message for a broken rule.

    >>> _sentence("left_after_joining", "A member leaves after it joins.")
    'breaks the rule "left after joining": a member leaves after it joins'
    """
    words = " ".join(reason.split()).rstrip(".")
    because = f": {words[:1].lower()}{words[1:]}" if words else ""
    return f'breaks the rule "{rule.replace("_", " ")}"{because}'
