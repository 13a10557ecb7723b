"""The parameters of the address of a relation: one list, for answers and for descriptions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from dashboard.filtering import catalogue, declared, options, page_names
from dashboard.filtering.catalogue import Argument, Column, Relation
from dashboard.source import database, row_records
from dashboard.source.row_records import ADDRESS
from dashboard.state.days import LAST_DAY, first_day
from dashboard.web.request.column_keys import Keys, keys_in
from dashboard.words import labels
from dashboard.words.i18n import Translator

Part = Literal[
    "day", "language", "slice", "order", "argument", "page", "column", "operator", "address"
]

MOST = 10_000_000
"""Most rows that can be requested or skipped."""
EXAMPLES = {"BOOLEAN": "true", "DATE": "2026-01-01", "VARCHAR": "2030"}
"""Example values for parameters of macros that take no key, by type."""
KEYS: dict[str, Keys] = {
    "country": options.country_codes,
    "about_kind": options.compared_kinds,
    "area": partial(options.keys_of, "focus_areas"),
    "developing_as": options.group_keys,
}
"""The keys that parameters of macros can take."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of an address.

    Attributes:
        name: Its name in the address.
        part: The part of the answer that it controls.
        type: Its type in DuckDB; of a list, that of its items.
        meaning: In the reader's language.
        many: Whether it may be given several times, for any of the values.
        needed: Whether it is required.
        codes: The codes that it can take; empty where any value will do.
        keys: Gives the keys of the data that it can take.
        example: A valid value.
    """

    name: str
    part: Part
    type: str
    meaning: str
    many: bool = False
    needed: bool = False
    codes: tuple[str, ...] = ()
    keys: Keys | None = None
    example: str = ""


def parameters(relation: Relation, t: Translator) -> dict[str, Parameter]:
    """Return the parameters of a relation by name; of two with one name the first counts."""
    found: dict[str, Parameter] = {}
    for parameter in _all(relation, t):
        found.setdefault(parameter.name, parameter)
    return found


def language(t: Translator) -> Parameter:
    """Return the parameter that every address has."""
    meaning = t("The language: leaves out the columns of the other one, and words messages.")
    known = list(labels.languages())
    return Parameter("lang", "language", "VARCHAR", meaning, codes=tuple(known), example=known[-1])


def _all(relation: Relation, t: Translator) -> Iterator[Parameter]:
    if relation.dated or relation.name in page_names.DATED:
        yield as_of(t)
    yield language(t)
    for argument in relation.arguments:
        if argument.name not in (catalogue.DAY, catalogue.LANGUAGE):
            yield _argument(argument, t)
    yield from _of_pages(relation, t)
    for column in relation.columns:
        if not column.is_nested:
            yield of_column(relation, column, t)
    yield from _orders(relation, t)
    if row_records.key_of(relation.name):
        meaning = t(
            "Whether a column {name} has the address of the page of each row.", name=ADDRESS
        )
        yield Parameter("_address", "address", "BOOLEAN", meaning, example="true")
    for name, meaning in {
        "limit": t("At most so many rows."),
        "offset": t("Leaves out so many rows first."),
    }.items():
        yield Parameter(name, "slice", "BIGINT", meaning, example="100")


def as_of(t: Translator) -> Parameter:
    """Return the parameter of everything that depends on the day."""
    meaning = t(
        "The day for which it is true, from {first} to {last}; today without it.",
        first=first_day().isoformat(),
        last=LAST_DAY.isoformat(),
    )
    return Parameter("as_of", "day", "DATE", meaning, example="2026-01-01")


def _argument(argument: Argument, t: Translator) -> Parameter:
    known = KEYS.get(argument.name)
    example = sample(known()) if known else EXAMPLES.get(argument.type, "")
    if argument.name == "area":
        argument = replace(argument, default=database.settings().root_area)
    needed = argument.default is None
    given = t("Must be given.") if needed else t("Without it: {it}.", it=str(argument.default))
    if argument.default == "":
        given = t("Without it, all of them.")
    return Parameter(
        argument.name,
        "argument",
        argument.type,
        f"{_words(argument.name, t)} {given}",
        needed=needed,
        keys=known,
        example=example,
    )


def _words(name: str, t: Translator) -> str:
    return {
        "country": t("The country, by its code (ISO 3166-1 alpha-3)."),
        "area": t("The focus area, by its key, with those inside it."),
        "about_id": t("The record that changes concern, by its key."),
        "about_kind": t("What kind of record it is."),
        "record_kind": t("What kind of record it is."),
        "record_id": t("The record, by its key."),
        "from_day": t("The day from which on changes are looked for."),
        "to_day": t("The day up to which changes are looked for."),
        "q": t("What is searched for, as somebody types it."),
        "developing_as": t("Which group of countries stands for the developing countries."),
        "include_derived": t("Also what follows from membership in something else."),
        "include_former": t("Also who left."),
    }.get(name, name)


def _of_pages(relation: Relation, t: Translator) -> Iterator[Parameter]:
    for name, each in declared.FILTERS.get(relation.name, {}).items():
        if not each.meaning:
            continue  # it is a column, and described as such
        yield Parameter(
            name,
            "page",
            each.type,
            t(each.meaning),
            many=each.many,
            keys=each.keys,
            example=each.example or (sample(each.keys()) if each.keys else "true"),
        )
    for (of, name), (argument, meaning) in page_names.PARAMETERS.items():
        if of == relation.name:
            [known] = [each for each in relation.arguments if each.name == argument]
            described = t(meaning, name=argument)
            yield replace(_argument(known, t), name=name, meaning=described)


def sample(keys: Collection[str] | None) -> str:
    """Return one of the keys as an example: of those that the tracker names first, if it can be."""
    own = database.settings()
    named = (*own.first_texts, *own.first_bodies, own.root_area, *own.developing_countries_as)
    known = keys or ()
    return next((key for key in named if key in known), min(known, default=""))


def of_column(relation: Relation, column: Column, t: Translator) -> Parameter:
    """Return the parameter that filters by a column."""
    return Parameter(
        column.name,
        "column",
        column.type.removesuffix("[]"),
        column.meaning[t.language],
        many=True,
        codes=column.codes,
        keys=keys_in(relation, column),
    )


def _orders(relation: Relation, t: Translator) -> Iterator[Parameter]:
    columns = tuple(column.name for column in relation.columns if not column.is_nested)
    for name, meaning in {
        "_sort": t("The column to sort by; empty cells come last."),
        "_sort_desc": t("The column to sort by, downwards; empty cells come last."),
    }.items():
        yield Parameter(name, "order", "VARCHAR", meaning, codes=columns, example=columns[0])
