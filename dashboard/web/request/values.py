"""Parse a value of a parameter; of a wrong one, explain what is wrong and suggest another."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from dashboard.state.days import LAST_DAY, LONGEST, first_day
from dashboard.web.http.query import RequestError, did_you_mean, shortened
from dashboard.web.request.hints import with_key_suggestion
from dashboard.web.request.parameters import MOST, Parameter
from dashboard.words.i18n import Translator
from transforms.languages import typeset

Value = str | int | float | bool | date | None
"""The value of a parameter; None is an empty cell."""

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?([eE][+-]?[0-9]{1,2})?")
FLAGS = {"true": True, "1": True, "false": False, "0": False}
WHOLE = {"BIGINT": 2**63, "INTEGER": 2**31}
"""How far whole numbers go, in both directions."""


def read_each(parameter: Parameter, texts: list[str], t: Translator) -> tuple[Value, ...]:
    """Return the values of a parameter, each once.

    Raises:
        RequestError: One of them is not valid, or there are too many.
    """
    if len(texts) > 1 and not parameter.many:
        raise RequestError(400, t("{name} can be given once.", name=parameter.name))
    known = parameter.keys() if parameter.keys else None
    keys = None if known is None else frozenset(known)
    return tuple(_value(parameter, text, keys, t) for text in dict.fromkeys(texts))


def _value(parameter: Parameter, text: str, keys: frozenset[str] | None, t: Translator) -> Value:
    name = parameter.name
    if not text and parameter.part == "column":
        return None
    if parameter.part == "order" and text not in parameter.codes:
        sentence = t("{name}: there is no column {value}", name=name, value=shortened(text, t))
        raise RequestError(400, did_you_mean(sentence, text, parameter.codes, t))
    if not text:
        raise RequestError(400, t("{name} is given without a value.", name=name))
    if name == "q" and len(text) > LONGEST:
        raise RequestError(400, t("{name} can have {most} characters.", name=name, most=LONGEST))
    if parameter.codes and text not in parameter.codes:
        sentence = t(
            "{name} can be {codes}, not {value}",
            name=name,
            codes=", ".join(parameter.codes),
            value=shortened(text, t),
        )
        raise RequestError(400, did_you_mean(sentence, text, parameter.codes, t))
    if keys is not None and text not in keys:
        sentence = t("{name}: there is no {value}", name=name, value=shortened(text, t))
        sentence = with_key_suggestion(sentence, text, keys, t)
        meaning = typeset(parameter.meaning, t.language)
        raise RequestError(400, f"{sentence} {meaning}")
    try:
        return READERS.get(parameter.type, _text)(text, parameter)
    except ValueError:
        expected = _expected(parameter, t)
        sentence = t(
            "{name} is {expected}, not {value}.",
            name=name,
            expected=expected,
            value=shortened(text, t),
        )
        raise RequestError(400, sentence) from None


def _expected(parameter: Parameter, t: Translator) -> str:
    """Return in words what a valid value looks like."""
    if parameter.part == "day":
        first, last = first_day().isoformat(), LAST_DAY.isoformat()
        return t("a day from {first} to {last}, as in 2026-01-31", first=first, last=last)
    if parameter.part == "slice":
        return t("a number from 0 to {most}", most=MOST)
    return {
        "DATE": t("a day, as in 2026-01-31"),
        "BOOLEAN": t("true or false"),
        "DOUBLE": t("a number"),
        "FLOAT": t("a number"),
    }.get(parameter.type, t("a whole number"))


def _text(text: str, parameter: Parameter) -> str:
    return text


def _day(text: str, parameter: Parameter) -> date:
    found = date.fromisoformat(text) if DAY.fullmatch(text) else None
    if found is None or (parameter.part == "day" and not first_day() <= found <= LAST_DAY):
        raise ValueError(text)
    return found


def _flag(text: str, parameter: Parameter) -> bool:
    if text not in FLAGS:
        raise ValueError(text)
    return FLAGS[text]


def _integer(text: str, parameter: Parameter) -> int:
    number = int(text) if re.fullmatch(r"-?[0-9]{1,19}", text) else None
    if number is None or not -WHOLE[parameter.type] <= number < WHOLE[parameter.type]:
        raise ValueError(text)
    if parameter.part == "slice" and not 0 <= number <= MOST:
        raise ValueError(text)
    return number


def _number(text: str, parameter: Parameter) -> float:
    if not NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text)


READERS: Mapping[str, Callable[[str, Parameter], Value]] = {
    "DATE": _day,
    "BOOLEAN": _flag,
    "BIGINT": _integer,
    "INTEGER": _integer,
    "DOUBLE": _number,
    "FLOAT": _number,
}
