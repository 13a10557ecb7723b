"""Sums of money in few words."""

from collections.abc import Sequence
from typing import Any

from babel.numbers import format_compact_currency, format_compact_decimal

from dashboard.words.i18n import Translator

Row = dict[str, Any]


def span(group: Sequence[Row], t: Translator) -> str:
    """Return the sums of a step in few words: the one, or how many from which to which."""
    low = min(group, key=lambda row: row["amount"])
    high = max(group, key=lambda row: row["amount_to"] or row["amount"])
    if len(group) > 1:
        ends = t("{low} to {high}", low=amount(low, t), high=amount(high, t, upper=True))
        return t.plural("{n} sum, {ends}", "{n} sums, {ends}", len(group), ends=ends)
    if low["amount_to"]:
        return t("{low} to {high}", low=amount(low, t), high=amount(low, t, upper=True))
    qualifier = "" if low["qualifier"] == "exactly" else t.label("qualifier", low["qualifier"])
    return f"{qualifier} {amount(low, t)}".strip()


def amount(row: Row, t: Translator, *, upper: bool = False) -> str:
    """Return a sum with its currency; of a range the lower end, or the upper one."""
    value = row["amount_to"] if upper and row["amount_to"] else row["amount"]
    return str(
        format_compact_currency(
            value, row["currency"], locale=t.language_info.locale, fraction_digits=1
        )
    )


def number(value: float, t: Translator) -> str:
    """Return a round number in words: "1 million"."""
    return str(format_compact_decimal(value, format_type="long", locale=t.language_info.locale))


def sentence(row: Row, t: Translator) -> str:
    """Return whose money a sum is, at which step, and what its source says."""
    words = t.label("figure_nature", row["step"])
    return t("{name}: {what}", name=f"{row['subject']}, {words}", what=row["amount_text"])
