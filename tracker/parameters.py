"""The parameters of a query or a macro on the command line: ``-p name=value`` and ``--as-of``."""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, TypeVar

import click

from transforms.errors import ReadError

NUMBER = re.compile(r"[+-]?\d{1,18}(?P<fraction>\.\d{1,18})?")
DAYS = ("_day", "_on")
"""How names of days end, besides ``day``."""

Command = TypeVar("Command", bound=Callable[..., Any])


def _given(
    context: click.Context, option: click.Parameter, values: tuple[str, ...]
) -> dict[str, str]:
    """Split ``name=value``."""
    if wrong := [value for value in values if "=" not in value]:
        raise click.BadParameter(f"{wrong[0]!r} is not name=value")
    return {name.strip(): value for name, _, value in (each.partition("=") for each in values)}


def parameter_option(help: str) -> Callable[[Command], Command]:
    """Return the option for parameters, of which there may be several."""
    return click.option("-p", "--parameter", "given", multiple=True, callback=_given, help=help)


def day_option(help: str) -> Callable[[Command], Command]:
    """Return the option for the as-of day."""
    return click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help=help)


def bound(names: Iterable[str], given: Mapping[str, str], day: date) -> dict[str, object]:
    """Return the value of each placeholder of a query, as the SQL page would bind it.

    DuckDB takes ``$Day`` for ``$day``; ``$day`` is the as-of day unless it is given.

    Raises:
        ReadError: One has no value, or no name.
    """
    known: dict[str, object] = {"day": day}
    known |= {name.lower(): _value(name.lower(), text) for name, text in given.items()}
    values = {name: known[name.lower()] for name in names if name.lower() in known}
    for name in names:
        if name.isdecimal():
            raise ReadError("? and $1 have no name: write one, such as $country")
        if name not in values:
            raise ReadError(f"there is no value for ${name}: give -p {name}=...")
    return values


def refuse_unknown(names: Iterable[str], given: Iterable[str]) -> None:
    """Refuse a parameter that no query has: a slip of spelling would select nothing.

    Raises:
        UsageError: There is one.
    """
    known = list(dict.fromkeys(name.lower() for name in names))
    if unknown := [name for name in given if name.lower() not in known]:
        has = (
            f"its parameters are {', '.join(f'${name}' for name in known)}"
            if known
            else "it has none"
        )
        raise click.UsageError(f"the query has no parameter ${unknown[0]}; {has}")


def _value(name: str, text: str) -> object:
    """Return a text as the number or the day that it is.

    >>> _value("n", "12"), _value("n", "0.5"), _value("body", "dco"), _value("n", "2026-01-01")
    (12, 0.5, 'dco', '2026-01-01')
    >>> _value("since_on", "2026-01-01"), _value("day", "soon")
    (datetime.date(2026, 1, 1), 'soon')
    """
    if name == "day" or name.endswith(DAYS):
        with suppress(ValueError):
            return date.fromisoformat(text)
    if found := NUMBER.fullmatch(text):
        return float(text) if found["fraction"] else int(text)
    return text
