"""The query of a request, and the language of its answer."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl

from starlette.requests import Request
from werkzeug.datastructures import MultiDict

from dashboard.web.http.negotiation import preferred_translator, translator_for
from dashboard.words.i18n import Translator
from dashboard.words.labels import languages
from transforms.problems import nearest

LONGEST, MOST = 8_000, 200
"""Longest query in characters, and most parameters."""
WRITTEN = "q"
"""The parameter in which a reader types words or SQL."""
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class RequestError(Exception):
    """A request for something that is not there (404) or is malformed (400), in a sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        """Keep the HTTP ``status`` and the message for the client."""
        super().__init__(sentence)
        self.status = status


def query_items(request: Request) -> list[tuple[str, str]]:
    """Return the names and values of the query, in order.

    Bytes that are not escaped are taken for UTF-8, as browsers and terminals send them.

    Raises:
        RequestError: It is too long, not UTF-8, or has control characters in it.
    """
    query: bytes = request.scope["query_string"]
    t = preferred_translator(request)
    if len(query) > LONGEST:
        long = t("A query can be {most} characters long, not {n}.", most=LONGEST, n=len(query))
        raise RequestError(400, long)
    try:
        pairs = parse_qsl(
            query.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST
        )
    except UnicodeError:
        raise RequestError(400, t("The query is not in UTF-8.")) from None
    except ValueError:
        raise RequestError(400, t("A query can ask for {n} things, not more.", n=MOST)) from None
    if any(CONTROL.search(part) for pair in pairs for part in (pair[0], _in_one_line(*pair))):
        raise RequestError(400, t("A query has no control characters, such as NUL."))
    return pairs


def by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the values of a query by name, in order.

    >>> by_name([("body", "dco"), ("body", "itu")])
    {'body': ['dco', 'itu']}
    """
    return MultiDict(pairs).to_dict(flat=False)


def _in_one_line(name: str, value: str) -> str:
    """Return a value as it is, but for SQL, which has lines."""
    return re.sub(r"[\t\r\n]", " ", value) if name == WRITTEN else value


def allow_only(request: Request, *names: str) -> None:
    """Refuse parameters other than ``names``, and an unknown language.

    Raises:
        RequestError: There is another parameter, or no such language.
    """
    for name, _ in query_items(request):
        if name not in names:
            t = message_translator(request)
            sentence = t("There is no parameter {value} here.", value=shortened(name, t))
            raise RequestError(400, sentence)
    translator(request)


def translator(request: Request) -> Translator:
    """Return the language in the parameter ``lang``, or the first one without it.

    Raises:
        RequestError: There is no such language.
    """
    offered = list(languages())
    language = dict(query_items(request)).get("lang", offered[0])
    if language not in offered:
        t = preferred_translator(request)
        known, shown = ", ".join(offered), shortened(language, t)
        sentence = t("{name} can be {codes}, not {value}", name="lang", codes=known, value=shown)
        raise RequestError(400, did_you_mean(sentence, language, offered, t))
    return translator_for(language)


def page_translator(request: Request) -> Translator:
    """Return the language of a page: that in the address, else the one the browser prefers.

    Raises:
        RequestError: There is no such language.
    """
    return (
        translator(request)
        if "lang" in dict(query_items(request))
        else preferred_translator(request)
    )


def message_translator(request: Request) -> Translator:
    """Return the language for a message, whatever else is wrong with the address."""
    try:
        return page_translator(request)
    except RequestError:
        return preferred_translator(request)


def shortened(text: str, t: Translator) -> str:
    """Return a user's text in quotes, shortened to fit into a sentence.

    >>> shortened("gcd", Translator()), len(shortened("x" * 1000, Translator()))
    ("'gcd'", 63)
    """
    short = text if len(text) <= 60 else f"{text[:60]}…"
    return t.quoted(repr(short)[1:-1])


def did_you_mean(sentence: str, word: str, candidates: Iterable[str], t: Translator) -> str:
    """Return ``sentence`` with the candidate that ``word`` is nearly, if there is one."""
    near = nearest(word, candidates)
    if near is None:
        return f"{sentence}."
    hint = shortened(near, t)
    return t("{sentence} (did you mean {word}?).", sentence=sentence, word=hint)
