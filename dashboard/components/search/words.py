"""What the search says in words: how much it found, and what kinds are called."""

from collections.abc import Mapping

from dashboard.kinds import KINDS
from dashboard.words.i18n import Translator, message

LIST = "list"
"""The kind of a page with its filters."""
LISTS = message("Lists")


def kinds(t: Translator) -> dict[str, str]:
    """Return what one of each kind is called, by its code."""
    return {**t.labels["record_kind"], **t.labels["search_kind"]}


def plurals(t: Translator) -> dict[str, str]:
    """Return what several of each kind are called, by its code."""
    return {**{name: t(kind.title) for name, kind in KINDS.items()}, LIST: t(LISTS)}


def because(why: str, matched: str, t: Translator) -> str:
    """Say which text of a thing was found, and what it says."""
    return t("{why}: {matched}", why=why, matched=matched)


def summary(counts: Mapping[str, int], t: Translator) -> str:
    """Say in one sentence how much was found, of which kinds."""
    if not counts:
        return t("Nothing was found.")
    names = plurals(t)
    parts = [f"{names[kind]} {t.number(n)}" for kind, n in counts.items()]
    found = t.plural("{n} result", "{n} results", sum(counts.values()))
    return t("{found}: {parts}", found=found, parts=" · ".join(parts))
