"""Characters in texts that a page, a chart or a terminal would not show but obey."""

from collections.abc import Callable, Iterator

import dataframely as dy
import polars as pl

from transforms.clean import dated
from transforms.quality.findings import Check

_OBEYED = (
    r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\x{e0000}-\x{e007f}]"
    r"|<[A-Za-z/!]"
)
"""Control characters, those that turn the direction of writing or have no shape, and tags."""


def obeyed(schema: type[dy.Schema]) -> Iterator[Check]:
    """Yield the checks for text that charts and terminals would take for a command."""
    dates = dated(schema)
    for name, column in schema.columns().items():
        if isinstance(column, dy.String) and not column.regex and name not in dates:
            yield Check(pl.col(name).str.contains(_OBEYED), name, _say(name), (name,))


def _say(name: str) -> Callable[[str], str]:
    """Return the sentence that shows the text with its hidden characters written out."""
    return lambda value: (
        f"{name} {value!a} holds a control character, a mark of writing direction or the start of"
        " a tag, such as <b>: write what a reader should see"
    )
