"""What a dated thing belongs to, in a word or two, where its own title does not say so."""

import re
from collections.abc import Mapping, Sequence

import polars as pl

KINDS = ("acronym", "short", "official")
"""Kinds of name that a title can begin with, the one that readers know best first."""
LONGEST = 40
"""Characters that a title has room for."""

Names = Mapping[str, Sequence[str]]


def preferred_names(names: pl.DataFrame, language: str) -> Names:
    """Return the names of each actor or text in one language, the best for a title first.

    >>> kinds = {"kind": ["official", "acronym"], "name": ["United Nations", "UN"]}
    >>> preferred_names(pl.DataFrame({"id": ["un"] * 2, "language": ["en"] * 2, **kinds}), "en")
    {'un': ['UN', 'United Nations']}
    """
    own = names.filter(pl.col("kind").is_in(KINDS), pl.col("language") == language)
    order = pl.col("kind").replace_strict({kind: place for place, kind in enumerate(KINDS)})
    found: dict[str, list[str]] = {}
    for key, name in own.sort("id", order, "name").select("id", "name").iter_rows():
        found.setdefault(key, []).append(name)
    return found


def title_prefix(title: str, names: Sequence[str]) -> str | None:
    """Return the name to put before a title; nothing where the title has one of them in it.

    >>> title_prefix("PP-26 closes", ["ITU"]), title_prefix("ITU: PP-26 closes", ["ITU"])
    ('ITU', None)
    """
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.IGNORECASE) for name in names):
        return None
    return next((name for name in names if len(name) <= LONGEST), None)
