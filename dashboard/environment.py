"""What whoever runs a server may set in its environment: ``docs/settings.md`` lists it."""

from collections.abc import Mapping
from dataclasses import dataclass


class SettingError(Exception):
    """A setting in the environment cannot be used; says which, and why."""


@dataclass(frozen=True)
class Connections:
    """How many connections may be open at a time."""

    most: int = 2000
    of_address: int = 200
    """Those from one address, other than the machine's own."""


def connections_from(environment: Mapping[str, str]) -> Connections:
    """Return how many connections may be open, as the environment sets it.

    Raises:
        SettingError: A number is no whole number above zero.
    """
    default = Connections()
    return Connections(
        whole_number(environment, "TRACKER_CONNECTIONS", default.most),
        whole_number(environment, "TRACKER_CONNECTIONS_PER_ADDRESS", default.of_address),
    )


def whole_number(environment: Mapping[str, str], variable: str, default: int) -> int:
    """Return the number that a variable is set to; ``default`` where it is not set, or empty.

    >>> whole_number({"TRACKER_SQL_ROWS": "20"}, "TRACKER_SQL_ROWS", 10)
    20

    Raises:
        SettingError: It is no whole number above zero.
    """
    text = environment.get(variable) or str(default)
    if text.isascii() and text.isdecimal() and int(text) > 0:
        return int(text)
    raise SettingError(f"{variable} is '{text}'; it takes a whole number above zero")
