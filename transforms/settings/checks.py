"""What can be wrong in a ``tracker.toml`` by itself."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from transforms.problems import did_you_mean
from transforms.settings import documents
from transforms.settings.codes import fault
from transforms.settings.fields import MAPS, SETTINGS

CONTACT = re.compile(r"|[^@\s]+@[^@\s]+|https?://\S+")
FILE_URL = re.compile(r"|https?://\S*\{file\}\S*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def faults(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield which keys are wrong, and why."""
    for key, value in given.items():
        if key not in SETTINGS:
            yield key, f"{key!r} is not a setting{did_you_mean(key, SETTINGS)}"
        elif fault := CHECKS[SETTINGS[key]](value):
            yield key, f"{key} {fault}"
    if "map" in given and given["map"] not in MAPS:
        yield "map", f"map {given['map']!r} is not a map: {' or '.join(MAPS)}"
    if isinstance(slug := given.get("slug", "a"), str) and not SLUG.fullmatch(slug):
        yield "slug", f"slug {slug!r} must be lower-case words joined by hyphens: my-tracker"
    if isinstance(contact := given.get("contact", ""), str) and not CONTACT.fullmatch(contact):
        yield "contact", f"contact {contact!r} must be an e-mail address or begin with https://"
    if isinstance(pattern := given.get("file_url", ""), str) and not FILE_URL.fullmatch(pattern):
        yield "file_url", f"file_url {pattern!r} must begin with https:// and have {{file}} in it"
    yield from _language_faults(given)


def _language_faults(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    languages, complete = given.get("languages"), given.get("complete", [])
    if languages is None or not languages:
        yield "languages", 'languages must name at least one: languages = ["en"]'
        return
    if _words(languages) or _words(complete):
        return
    for code in languages:
        if wrong := fault(code):
            yield "languages", f"languages: {wrong}"
    for code in complete:
        if code not in languages:
            hint = did_you_mean(code, languages)
            yield "complete", f"complete: {code!r} is not among the languages{hint}"
    for key in (key for key, kind in SETTINGS.items() if kind == "texts"):
        if isinstance(given.get(key), dict):
            for code in given[key]:
                if code not in languages:
                    hint = did_you_mean(code, languages)
                    yield key, f"{key}.{code}: {code!r} is not among the languages{hint}"
            for code in complete:
                if code not in given[key]:
                    yield key, f"{key}.{code} is missing, and complete names {code!r}"


def _word_fault(value: object) -> str:
    return "" if isinstance(value, str) else 'must be a text in quotation marks: "…"'


def _words(value: object) -> str:
    right = isinstance(value, list) and all(isinstance(word, str) for word in value)
    return "" if right else 'must be a list of texts: ["…", "…"]'


def _texts_fault(value: object) -> str:
    texts = value.values() if isinstance(value, dict) else [value]
    right = all(isinstance(text, str) for text in texts)
    return "" if right else 'must be a text, or one for each language: {en = "…"}'


def _day_fault(value: object) -> str:
    return "" if type(value) is date else "must be a day without quotation marks: 1945-10-24"


def _counts_fault(value: object) -> str:
    counts = value.values() if isinstance(value, dict) else [value]
    right = all(type(count) is int and count >= 0 for count in counts)
    return "" if right else "must be numbers of rows by table: {needs = 3}"


CHECKS: dict[str, Callable[[object], str]] = {
    "word": _word_fault,
    "words": _words,
    "texts": _texts_fault,
    "day": _day_fault,
    "documents": documents.fault,
    "counts": _counts_fault,
}
