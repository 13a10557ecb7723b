"""Documents that have one address in each language, made from their symbol."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

KEYS = ("address", "languages", "symbol")
NEEDED = KEYS[:2]


@dataclass(frozen=True)
class DocumentSeries:
    """How the documents of one publisher are addressed.

    Attributes:
        address: With ``{language}`` and ``{symbol}`` in it.
        languages: Codes of ISO 639 that it has; the first stands in for any other.
        symbol: Regular expression of the symbols that the address can be made from, at the
            beginning of what bears one; empty where only addresses tell them.
    """

    address: str
    languages: tuple[str, ...]
    symbol: str = ""

    def of(self, symbol: str | None, url: str | None, language: str) -> str | None:
        r"""Return the address of a document in a language; none if it is not of this series.

        >>> series = DocumentSeries("https://a.example/{language}/{symbol}", ("en", "fr"), r"T/\d")
        >>> series.of("T/1, annex", None, "fr"), series.of(None, "https://a.example/fr/T/1", "de")
        ('https://a.example/fr/T/1', 'https://a.example/en/T/1')
        >>> series.of("U/1", "https://b.example/fr/T/1", "fr")
        """
        found = self._symbol(symbol, url)
        if found is None:
            return None
        code = language if language in self.languages else self.languages[0]
        place = quote(found, safe="/().:,_-")
        return self.address.replace("{language}", code).replace("{symbol}", place)

    def _symbol(self, symbol: str | None, url: str | None) -> str | None:
        if self.symbol and symbol and (begun := re.match(self.symbol, symbol)):
            return begun[0]
        pattern = re.escape(self.address)
        pattern = pattern.replace(r"\{language\}", f"(?:{'|'.join(self.languages)})")
        addressed = re.fullmatch(pattern.replace(r"\{symbol\}", "(.+)"), url or "")
        return unquote(addressed[1]) if addressed else None


def series(given: Iterable[Mapping[str, Any]]) -> tuple[DocumentSeries, ...]:
    """Return the series that the file, or the row of the database, declares."""
    return tuple(
        DocumentSeries(one["address"], tuple(one["languages"]), one.get("symbol") or "")
        for one in given
    )


def fault(value: object) -> str:
    """Return what is wrong with the declaration in the file, or an empty text.

    >>> fault([{"address": "https://a.example/{symbol}", "languages": ["en"]}])
    'must have an address with {language} and {symbol} in it'
    """
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        return "must be tables: [[documents]]"
    for one in value:
        if strange := [key for key in one if key not in KEYS]:
            return f"has {strange[0]!r}, which is none of {', '.join(KEYS)}"
        if missing := [key for key in NEEDED if not one.get(key)]:
            return f"lacks {missing[0]}"
        if wrong := _fault(one):
            return wrong
    return ""


def _fault(one: Mapping[str, Any]) -> str:
    address, languages, symbol = one["address"], one["languages"], one.get("symbol", "")
    if not isinstance(address, str) or not re.fullmatch(r"https?://\S+", address):
        return "must have an address that begins with https://"
    if "{language}" not in address or address.count("{symbol}") != 1:
        return "must have an address with {language} and {symbol} in it"
    if not isinstance(languages, list) or not all(isinstance(code, str) for code in languages):
        return 'must have a list of languages: ["en", "fr"]'
    try:
        re.compile(symbol)
    except (re.error, TypeError) as error:
        return f"has a symbol that is no regular expression: {error}"
    return ""
