"""Where names, sums and what is missing stand in the chart of money."""

import textwrap
from math import floor, log10
from typing import Any

import polars as pl

from dashboard.charts.text import plain
from dashboard.words.i18n import Translator

LONGEST = 47
"""Of a line of a name, in characters, so that it fits on a phone."""

Row = dict[str, Any]
Steps = list[tuple[int, list[Row]]]
"""Where each step stands, and its sums."""


def placed(
    rows: pl.DataFrame, t: Translator
) -> tuple[list[tuple[int, str]], Steps, list[tuple[int, str]], int]:
    """Return where each name, each step with its sums, and each word on what is missing stands."""
    names: list[tuple[int, str]] = []
    steps: Steps = []
    silent: list[tuple[int, str]] = []
    y = 0
    for chain in rows.partition_by("chain", maintain_order=True):
        for words in textwrap.wrap(chain["subject"][0], LONGEST):
            names.append((y, plain(words)))
            y += 1
        known = chain.drop_nulls("amount")
        for step in known.partition_by("step", maintain_order=True):
            y += step["x"].n_unique() > 1  # a line for their words
            steps.append((y, step.to_dicts()))
            y += 1
        nothing = chain.filter(pl.col("amount").is_null())["step"].to_list()
        if nothing:
            words = t.join(t.label("figure_nature", step) for step in nothing)
            silent.append((y, plain(t("{steps}: none on record", steps=words))))
            y += 1
    return names, steps, silent, y


def ends(rows: pl.DataFrame) -> tuple[int, float]:
    """Return the ends of the scale, as powers of ten."""
    amounts = [n for n in [*rows["amount"], *rows["amount_to"]] if n is not None]
    drawn = [n for n in amounts if n > 0] or [1]
    return floor(log10(min(drawn))) - (min(amounts, default=1) <= 0), log10(max(drawn)) + 0.4


def powers(amounts: pl.Series, first: int) -> pl.Series:
    """Return where sums stand, as powers of ten; nothing, which is none, is at the beginning."""
    places = [None if n is None else log10(n) if n > 0 else float(first) for n in amounts]
    return pl.Series(places, dtype=pl.Float64)
