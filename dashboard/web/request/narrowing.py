"""What a feed of changes is narrowed to, what that is called, and which page shows it."""

from collections.abc import Mapping, Sequence
from typing import cast

from starlette.requests import Request

from dashboard.kinds import KINDS
from dashboard.source import records
from dashboard.web.http import links
from dashboard.web.http.query import RequestError, by_name, did_you_mean, query_items, shortened
from dashboard.web.request import followed
from dashboard.web.request.parameters import Parameter, language
from dashboard.web.request.values import read_each
from dashboard.words.i18n import Translator

Narrowed = Mapping[str, tuple[str, ...]]
"""Values by the name of the parameter."""


def parameters(t: Translator) -> list[Parameter]:
    """Return the parameters of the feed."""
    return [language(t), *followed.parameters(t).values()]


def read(request: Request, t: Translator, besides: Sequence[str] = ()) -> Narrowed:
    """Return what a feed is narrowed to, beside other parameters; nothing for all changes.

    Raises:
        RequestError: Something is unknown or wrong.
    """
    known = followed.parameters(t)
    left = ("lang", *besides)
    texts = by_name(pair for pair in query_items(request) if pair[0] not in left)
    for name in texts:
        if name not in known:
            sentence = t("There is no parameter {value} here", value=shortened(name, t))
            raise RequestError(400, did_you_mean(sentence, name, known, t))
    followed.refuse_many(texts, t)
    followed.refuse_countries(texts.get("actor", []), t)
    return {
        name: cast("tuple[str, ...]", read_each(known[name], given, t))
        for name, given in texts.items()
    }


def name(narrowed: Narrowed, t: Translator) -> str:
    """Return what a feed is narrowed to, in words; nothing for all changes."""
    named = [
        t.localized(row, "name")
        for kind, key in _keys(narrowed)
        if (row := records.find(kind, key))
    ]
    named += [t.quoted(text) for text in narrowed.get(followed.WORDS, ())]
    return t.join(named) if named else ""


def page(narrowed: Narrowed, request: Request, t: Translator) -> str:
    """Return the page that shows what a feed is of."""
    keys = _keys(narrowed)
    if words := narrowed.get(followed.WORDS):
        return links.page_url(request, "search", t.language, q=words[0])
    if len(keys) == 1:
        return links.record_url(request, *keys[0], t.language)
    return links.page_url(request, "data", t.language, part="downloads")


def _keys(narrowed: Narrowed) -> list[tuple[str, str]]:
    """Return kind and key of the records that a feed is narrowed to."""
    return [
        (kind.name, key) for kind in KINDS.values() for key in narrowed.get(kind.followed_as, ())
    ]
