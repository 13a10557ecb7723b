"""Text that is not what it looks like: hidden characters, and the start of HTML."""

from collections.abc import Callable, Iterator

import dataframely as dy
import polars as pl

from transforms.clean import dated
from transforms.quality.cells import written
from transforms.quality.findings import Check
from transforms.reading.hidden import HIDDEN, place

_TAG = r"<[A-Za-z/!]"
_ENTITY = r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});"
"""How HTML begins a tag, and writes a character by its name or number."""


def hidden_characters(schema: type[dy.Schema]) -> Iterator[Check]:
    """Yield the checks for characters that nobody sees, in columns of every type."""
    for name, column in schema.columns().items():
        text = pl.col(name if isinstance(column, dy.String) else written(name))
        before = text.str.extract(f"(?s)^(.*?(?:{HIDDEN}))", 1)
        values = (
            before.str.len_chars().alias("position"),
            before.str.tail(1).alias("character"),
        )
        yield Check(text.str.contains(HIDDEN), name, _hidden(name), values)


def html(schema: type[dy.Schema]) -> Iterator[Check]:
    """Yield the checks for text that was copied out of a web page with its code."""
    dates = dated(schema)
    for name, column in schema.columns().items():
        if isinstance(column, dy.String) and not column.regex and name not in dates:
            text = pl.col(name)
            for pattern, what in ((_TAG, "the start of an HTML tag"), (_ENTITY, "an HTML entity")):
                found = text.str.extract(f"({pattern})", 1)
                yield Check(text.str.contains(pattern), name, _html(name, what), (found,))


def _hidden(name: str) -> Callable[[int, str], str]:
    return lambda position, character: (
        f"{name} holds {place(position, character)}, which nobody sees: delete it"
    )


def _html(name: str, what: str) -> Callable[[str], str]:
    return lambda found: f"{name} holds {found!r}, {what}: write what a reader should see"
