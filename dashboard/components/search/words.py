"""What the search says in words: how much it found, and what kinds are called."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard.kinds import KINDS
from dashboard.words.i18n import Translator, message
from transforms.languages import typeset

LIST = "list"
"""The kind of a page with its filters."""
LISTS = message("Lists")


def kinds(t: Translator) -> dict[str, str]:
    """Return what one of each kind is called, by its code."""
    return {**t.labels["record_kind"], **t.labels["search_kind"]}


def plurals(t: Translator) -> dict[str, str]:
    """Return what several of each kind are called, by its code."""
    return {**{name: t(kind.title) for name, kind in KINDS.items()}, LIST: t(LISTS)}


def missing(hits: Iterable[str | None]) -> list[str]:
    """Return the words that every hit lacks, of those that each lacks.

    >>> missing(["creation 2020", "creation"]), missing(["creation", None]), missing([])
    (['creation'], [], [])
    """
    lacking = [(each or "").split() for each in hits]
    return [word for word in lacking[0] if all(word in each for each in lacking)] if lacking else []


def label(hit: Mapping[str, Any], t: Translator) -> str:
    r"""Return the title of a hit as pages show it, with its day; that of a list with its rows.

    >>> words = {"title": "L'UE : suivi", "language": "fr", "as_of": None, "rows": 12}
    >>> label(words, Translator("fr"))
    'L’UE\xa0: suivi (12)'
    """
    title = typeset(hit["title"], hit["language"])
    if day := hit["as_of"]:
        title = t("{title}, on {day}", title=title, day=day)
    return title if hit["rows"] is None else f"{title} ({t.number(hit['rows'])})"


def reason(hit: Mapping[str, Any], everywhere: Iterable[str], t: Translator) -> str:
    """Say why a hit is there, and which words it lacks beside those that all lack.

    Nothing where it is called so, or has the words as what it is, and lacks none.
    """
    why, matched = hit["why"], hit["matched"]
    if why and matched and matched not in hit["title"]:
        why = t("{why}: {matched}", why=why, matched=typeset(matched, t.language))
    lacking = [word for word in (hit["missing"] or "").split() if word not in everywhere]
    without = t("without: {words}", words=", ".join(lacking)) if lacking else ""
    parts = [why if hit["why"] != kinds(t)[hit["kind"]] else "", without]
    return typeset(" · ".join(filter(None, parts)), t.language)


def summary(counts: Mapping[str, int], lacking: Sequence[str], t: Translator) -> str:
    """Say how much was found, of which kinds, and which words none of it has."""
    if not counts:
        return t("Nothing was found.")
    names = plurals(t)
    parts = [f"{names[kind]} {t.number(n)}" for kind, n in counts.items()]
    found = t.plural("{n} result", "{n} results", sum(counts.values()))
    said = t("{found}: {parts}", found=found, parts=" · ".join(parts))
    if not lacking:
        return said
    without = t("Nothing has all of these words; left out: {words}.", words=", ".join(lacking))
    return f"{without} {said}"
