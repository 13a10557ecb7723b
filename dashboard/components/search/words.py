"""What the search says in words: how much it found, and what kinds are called."""

from collections.abc import Iterable, Mapping, Sequence

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


def missing(hits: Iterable[str | None]) -> list[str]:
    """Return the words that every hit lacks, of those that each lacks.

    >>> missing(["creation 2020", "creation"]), missing(["creation", None]), missing([])
    (['creation'], [], [])
    """
    lacking = [(each or "").split() for each in hits]
    return [word for word in lacking[0] if all(word in each for each in lacking)] if lacking else []


def without(words: str | None, everywhere: Iterable[str], t: Translator) -> str:
    """Say which words a hit lacks, beside those that all lack; nothing where it has all."""
    own = [word for word in (words or "").split() if word not in everywhere]
    return t("without: {words}", words=", ".join(own)) if own else ""


def titled(title: str, rows: int | None, t: Translator) -> str:
    """Return the title of a hit; that of a list that was counted with the number of its rows."""
    return title if rows is None else f"{title} ({t.number(rows)})"


def summary(counts: Mapping[str, int], lacking: Sequence[str], t: Translator) -> str:
    """Say how much was found, of which kinds, and which words none of it has."""
    if not counts:
        return t("Nothing was found.")
    names = plurals(t)
    parts = [f"{names[kind]} {t.number(n)}" for kind, n in counts.items()]
    found = t.plural("{n} result", "{n} results", sum(counts.values()))
    said = t("{found}: {parts}", found=found, parts=" · ".join(parts))
    return f"{t('Not found: {words}.', words=', '.join(lacking))} {said}" if lacking else said
