"""Read the name of a comparison, ``column__operator``, and say which ones a column has."""

import json
from collections.abc import Sequence
from dataclasses import replace

from dashboard.filtering import operators
from dashboard.filtering.catalogue import Column, Relation
from dashboard.filtering.operators import MARK, OPERATORS
from dashboard.web.http.query import RequestError, did_you_mean, shortened
from dashboard.web.request.hints import with_suggestions
from dashboard.web.request.parameters import Parameter, of_column
from dashboard.words.i18n import Translator


def read(name: str, relation: Relation, t: Translator) -> Parameter | None:
    """Return the comparison that a name stands for; none if it has not the form of one.

    Raises:
        RequestError: The relation has no such column, or the column no such comparison.
    """
    parts = operators.split(name)
    if parts is None:
        return None
    column = _column(parts[0], relation, t)
    fitting = operators.of_column(column)
    if parts[1] not in fitting:
        raise RequestError(400, _refused(column, parts[1], fitting, t))
    return _comparison(relation, column, parts[1], t)


def each_value(parameter: Parameter, texts: Sequence[str]) -> list[str]:
    """Return the values of a comparison, of which one text may hold several.

    They stand between commas, or in a list in JSON where one of them has a comma in it.
    """
    parts = operators.split(parameter.name) if parameter.part == "operator" else None
    if not parts or OPERATORS[parts[1]].takes != "values":
        return list(texts)
    return [value for text in texts for value in _listed(text)]


def _listed(text: str) -> list[str]:
    """Return what a list holds.

    >>> _listed("a,b"), _listed('["a, b", 1]')
    (['a', 'b'], ['a, b', '1'])
    """
    if text.startswith("["):
        try:
            return [
                value if isinstance(value, str) else json.dumps(value) for value in json.loads(text)
            ]
        except ValueError:
            pass
    return text.split(",")


def _column(name: str, relation: Relation, t: Translator) -> Column:
    known = {column.name: column for column in relation.columns if not column.is_nested}
    if name not in known:
        sentence = t(
            "{relation} has no column {value}", relation=relation.name, value=shortened(name, t)
        )
        raise RequestError(400, did_you_mean(sentence, name, known, t))
    return known[name]


def _refused(column: Column, operator: str, fitting: Sequence[str], t: Translator) -> str:
    """Say that a column has no such comparison, which one may be meant, and which it has."""
    name = f"{column.name}{MARK}{operator}"
    sentence = t("{name} has no comparison {value}", name=column.name, value=shortened(operator, t))
    if operator in OPERATORS and column.is_partial_date:
        days = [f"{column.name}_{end}{MARK}{operator}" for end in ("earliest", "latest")]
        sentence = with_suggestions(sentence, [shortened(day, t) for day in days], t)
    else:
        known = () if operator in OPERATORS else [f"{column.name}{MARK}{each}" for each in fitting]
        sentence = did_you_mean(sentence, name, known, t)
    offered = ", ".join(f"{MARK}{name}" for name in fitting)
    return f"{sentence} {t('It has {names}.', names=offered)}"


def _comparison(relation: Relation, column: Column, operator: str, t: Translator) -> Parameter:
    """Return the parameter that compares a column, as its operator takes values."""
    of = OPERATORS[operator]
    own = of_column(relation, column, t)
    name = f"{column.name}{MARK}{operator}"
    meaning = t("{name}: {what}", name=column.name, what=t(of.meaning))
    open_ = Parameter(name, "operator", "VARCHAR", meaning, many=of.many or of.takes == "values")
    match of.takes:
        case "flag":
            return replace(open_, type="BOOLEAN")
        case "text":
            return open_
    if operators.has_order(column) and "among" not in of.sql:  # any value has its place in order
        return replace(open_, type=own.type)
    return replace(open_, type=own.type, codes=own.codes, keys=own.keys)
