"""Parse the address of a relation; a parameter that is not understood is an error."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.filtering import page_names
from dashboard.filtering.catalogue import Relation
from dashboard.filtering.query import Order
from dashboard.web.http.query import RequestError, did_you_mean, shortened
from dashboard.web.request import comparisons
from dashboard.web.request.parameters import Parameter, parameters
from dashboard.web.request.values import Value, read_each
from dashboard.words.i18n import Translator

FILTERS = ("page", "column", "operator")
"""Parts of a request that filter rows."""
MEANT = {"day": "as_of", "_size": "limit", "_offset": "offset"}
"""What others call a parameter, Datasette among them, and what it is called here."""


@dataclass(frozen=True)
class RelationRequest:
    """A request for the rows of a relation.

    Attributes:
        relation: Its description.
        day: The as-of day; None where the relation does not depend on it.
        by_default: Whether that is today because the address has no day.
        language: The language whose columns are wanted; None for all.
        arguments: Parameters of the macro, without the day.
        filters: Values by parameter, in the order of the address.
        order: By which column the rows are sorted; none for the order of the relation.
        limit: At most so many rows.
        offset: So many rows are left out first.
        addressed: Whether each row has the address of its page.
    """

    relation: Relation
    day: date | None
    by_default: bool
    language: str | None
    arguments: Mapping[str, Value]
    filters: Mapping[Parameter, tuple[Value, ...]]
    order: Order | None
    limit: int | None
    offset: int
    addressed: bool = False

    def items(self) -> list[tuple[str, str]]:
        """Return all of it as text, but for the day and the language."""
        filters = {parameter.name: values for parameter, values in self.filters.items()}
        every = {name: (value,) for name, value in self.arguments.items()} | filters
        if self.order:
            every["_sort_desc" if self.order.downwards else "_sort"] = (self.order.column,)
        limit = () if self.limit is None else (self.limit,)
        every |= {"_address": ("true",)} if self.addressed else {}
        every |= {"limit": limit, "offset": (self.offset,) if self.offset else ()}
        return [
            (name, "" if value is None else str(value))
            for name, values in every.items()
            for value in values
        ]


def read(relation: Relation, pairs: Iterable[tuple[str, str]], t: Translator) -> RelationRequest:
    """Parse a request for ``relation``, given as the names and values in its address.

    Raises:
        RequestError: A parameter is unknown, wrong or missing.
    """
    known = parameters(relation, t)
    values = _values(known, pairs, relation, t)
    for parameter in known.values():
        if parameter.needed and parameter not in values:
            raise RequestError(400, _missing(relation, parameter, t))
    first = {one.name: given[0] for one, given in values.items() if one.part != "column"}
    _in_order(relation, first, t)
    dated = "as_of" in known and known["as_of"].part == "day"
    as_of_text: Any = first.get("as_of") if dated else None
    language: Any = first.get("lang")
    limit: Any = first.get("limit")
    offset: Any = first.get("offset", 0)
    return RelationRequest(
        relation,
        day=as_of_text or (date.today() if dated else None),
        by_default=dated and as_of_text is None,
        language=language,
        arguments=_arguments(relation, values, t),
        filters={one: given for one, given in values.items() if one.part in FILTERS},
        order=_order(first, t),
        limit=limit,
        offset=offset,
        addressed=bool(first.get("_address")),
    )


def _values(
    known: Mapping[str, Parameter],
    pairs: Iterable[tuple[str, str]],
    relation: Relation,
    t: Translator,
) -> dict[Parameter, tuple[Value, ...]]:
    texts: dict[Parameter, list[str]] = {}
    for name, text in pairs:
        parameter = known.get(name) or comparisons.read(name, relation, t)
        if parameter is None:
            raise RequestError(400, _unknown(name, known, relation, t))
        texts.setdefault(parameter, []).append(text)
    return {
        parameter: read_each(parameter, comparisons.each_value(parameter, given), t)
        for parameter, given in texts.items()
    }


def _arguments(
    relation: Relation, values: Mapping[Parameter, tuple[Value, ...]], t: Translator
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for parameter, given in values.items():
        if parameter.part == "argument":
            name, _ = page_names.PARAMETERS.get(
                (relation.name, parameter.name), (parameter.name, "")
            )
            if name in found:
                raise RequestError(400, t("{name} can be given once.", name=name))
            found[name] = given[0]
    return found


def _in_order(relation: Relation, values: Mapping[str, Any], t: Translator) -> None:
    """Refuse a span that ends before it begins: what lies between two years would be in it."""
    first, last = (values.get(name) for name in page_names.SPANS.get(relation.name, ("", "")))
    if first is not None and last is not None and first > last:
        years = {"first": str(first), "last": str(last)}
        raise RequestError(400, t("from is after to: {first} > {last}.", **years))


def _order(values: Mapping[str, Any], t: Translator) -> Order | None:
    if {"_sort", "_sort_desc"} <= values.keys():
        raise RequestError(400, t("Sort either upwards or downwards: _sort or _sort_desc."))
    column = values.get("_sort") or values.get("_sort_desc")
    return Order(column, downwards="_sort_desc" in values) if column else None


def _unknown(name: str, known: Mapping[str, Parameter], relation: Relation, t: Translator) -> str:
    if name == "as_of":
        return t("{relation} is the same on every day: leave out as_of.", relation=relation.name)
    sentence = t(
        "{relation} has no parameter and no column {value}",
        relation=relation.name,
        value=shortened(name, t),
    )
    if MEANT.get(name) in known:
        meant = shortened(MEANT[name], t)
        return t("{sentence} (did you mean {word}?).", sentence=sentence, word=meant)
    return did_you_mean(sentence, name, known, t)


def _missing(relation: Relation, parameter: Parameter, t: Translator) -> str:
    return t(
        "{relation} needs {name}: {meaning} Such as {example}.",
        relation=relation.name,
        name=parameter.name,
        meaning=parameter.meaning,
        example=f"?{parameter.name}={parameter.example}",
    )
