"""Find, order and count commitments, and say which belong together."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from transforms.settings import LETTERS

KEYBOARD = str.maketrans("‐‑‒–—−’‘ʼ", "------'''")  # noqa: RUF001 (that is what it is about)
"""Hyphens, dashes and apostrophes as a keyboard has them; see the macro ``search_text``."""
UNSEEN = ("Mn", "Cf")
"""Accents, and what nobody sees: marks of direction, soft hyphens, spaces without width."""


def fold(text: str) -> str:
    """Return ``text`` as the column ``folded`` has it.

    That is in lower case, without accents, with plain hyphens and apostrophes.

    >>> fold("Cœur d’État")
    "coeur d'etat"
    """
    return unaccented(text.lower())


def unaccented(text: str) -> str:
    """Return ``text`` as it is typed in haste: no accents, plain hyphens and apostrophes.

    >>> unaccented("Œuvre d’État")
    "OEuvre d'Etat"
    """
    plain = text.replace("œ", "oe").replace("Œ", "OE").translate(KEYBOARD)
    signs = unicodedata.normalize("NFD", plain)
    return "".join(c for c in signs if unicodedata.category(c) not in UNSEEN)


def in_order(
    rows: pl.DataFrame, *, by_deadline: bool, by_urgency: Sequence[str] = ()
) -> pl.DataFrame:
    """Return the newest text first and its paragraphs as they stand; or the nearest deadline first.

    With ``by_urgency``, the states of a deadline from the most urgent on, those come first in that
    order, of each the soonest first.

    >>> rows = pl.DataFrame({"made_on_latest": [None] * 3, "instrument_id": ["a"] * 3,
    ...     "paragraph_en": ["para. 10", "para. 9 (b)", "para. 9 (a)"], "id": ["x", "y", "z"]})
    >>> in_order(rows, by_deadline=False)["id"].to_list()
    ['z', 'y', 'x']
    """
    # Numbers are made equally long, so that 9 comes before 10.
    longer = pl.col(_paragraph(rows)).str.replace_all(r"(\d+)", "000$1")
    paragraph = longer.str.replace_all(r"0*(\d{4})", "$1").alias("paragraph_order")
    keys = ["made_on_latest", "instrument_id", "paragraph_order", "id"]
    downwards = [True, False, False, False]
    if by_urgency:
        places = {state: place for place, state in enumerate(by_urgency)}
        urgency = pl.col("due_state").replace_strict(places, return_dtype=pl.Int64)
        rows = rows.with_columns(urgency.alias("urgency"))
        keys, downwards = ["urgency", "due_on_latest", *keys], [False, False, *downwards]
    elif by_deadline:
        keys, downwards = ["due_on_latest", *keys], [False, *downwards]
    ordered = rows.with_columns(paragraph).sort(keys, descending=downwards, nulls_last=True)
    return ordered.drop("paragraph_order", *(["urgency"] if by_urgency else []))


def siblings(rows: pl.DataFrame, row: Mapping[str, Any]) -> pl.DataFrame:
    """Return the other commitments of the same paragraph of the same text.

    >>> rows = pl.DataFrame({"id": ["a", "b", "c"], "instrument_id": ["t"] * 3,
    ...     "paragraph_en": ["para. 5 (a)", "para. 5 (b)", "para. 55"]})
    >>> siblings(rows, rows.row(0, named=True))["id"].to_list()
    ['b']
    """
    paragraph = _paragraph(rows)
    stem = re.match(r"\D*\d+", row[paragraph])
    if stem is None:
        return rows.clear()
    same = pl.col(paragraph).str.contains(rf"^{re.escape(stem[0])}(\D|$)")
    text = pl.col("instrument_id") == row["instrument_id"]
    return rows.filter(text & same & (pl.col("id") != row["id"]))


def _paragraph(rows: pl.DataFrame) -> str:
    """Return the column of paragraphs, in whichever language is the first."""
    return next(name for name in rows.columns if re.fullmatch(f"paragraph_{LETTERS}", name))
