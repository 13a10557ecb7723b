"""Whether what was read has the shape of a type, and its texts the form that readers rely on."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from transforms.database.editions import IDENTIFIER
from transforms.edtf.text import YEARS, parse

LARGEST = 2**31 - 1
"""Of numbers: what an INTEGER of a calendar can be (RFC 5545, section 3.3.8)."""


def check(value: object, shape: Any) -> None:
    """Look at everything in a value that was read from JSON.

    Args:
        value: Of any kind.
        shape: ``str``, ``int`` for a count, a record (dataclass or TypedDict), lists, mappings,
            or nothing of these; ``Annotated`` with what raises ValueError for a wrong one.

    Raises:
        ValueError: It has another shape.
    """
    parts = get_args(shape)
    match get_origin(shape):
        case origin if origin is Annotated:
            check(value, parts[0])
            parts[1](value)
        case origin if origin in (Union, UnionType):
            if value is not None:
                check(value, parts[0])
        case origin if origin in (list, tuple):
            for each in _a(list, value):
                check(each, parts[0])
        case origin if origin in (dict, Mapping):
            for name, each in _a(dict, value).items():
                check(name, parts[0])
                check(each, parts[1])
        case _:
            _check_one(value, shape)


def _check_one(value: object, shape: Any) -> None:
    if shape is str:
        _a(str, value).encode()  # half of a character cannot be written again
    elif shape is int:
        if not 0 <= _a(int, value) <= LARGEST:
            raise ValueError("a number is too small or too large")
    else:
        hints = _hints(shape)
        if _a(dict, value).keys() != hints.keys():
            raise ValueError(f"a {shape.__name__} is not whole")
        for name, hint in hints.items():
            check(value[name], hint)  # type: ignore[index]  # it is a dict


def _a(kind: type, value: Any) -> Any:
    """Return a value that is of this very kind: true is no number."""
    if type(value) is not kind:
        raise ValueError(f"there is {type(value).__name__} where {kind.__name__} should be")
    return value


@lru_cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape, include_extras=True)


def _matches(text: str, pattern: str) -> None:
    if not re.fullmatch(pattern, text):
        raise ValueError(f"{text[:40]!r} is not as it should be")


def _identifier(text: str) -> None:
    _matches(text, IDENTIFIER)


def _origin(text: str) -> None:
    _matches(text, "commitment|milestone")


def _day(text: str) -> None:
    _matches(text, r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
    date.fromisoformat(text)


def _moment(text: str) -> None:
    _matches(text, r"[-0-9]{10}T[:0-9]{8}(\.[0-9]{6})?\+00:00")
    datetime.fromisoformat(text)


def _edtf(text: str) -> None:
    dated = parse(text)
    for day in filter(None, (dated.earliest, dated.latest)):
        if not YEARS[0] <= day.year <= YEARS[1]:
            raise ValueError(f"no date is in the year {day.year}")


Identifier = Annotated[str, _identifier]
"""What an edition is named after."""
Origin = Annotated[str, _origin]
"""The kind of thing that is due, as in the views."""
Day = Annotated[str, _day]
"""ISO 8601."""
Moment = Annotated[str, _moment]
"""UTC, ISO 8601."""
Edtf = Annotated[str, _edtf]
"""A day or a longer time, as in the data."""
Uuid = Annotated[str, UUID]
"""Of the journal."""
