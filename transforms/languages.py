"""What is particular to a language: its name, its locale and how its lines may break.

The data is in ``locales/<language>/language.toml``; CLDR, by Babel, has the rest.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import combining, normalize

from babel import Locale, UnknownLocaleError

APOSTROPHE = re.compile(r"(?<=\w)'(?=[\w{*«\"])|(?<=\b[dl])'(?=\))")
"""One within a word, before a name that is filled in, set in bold or quoted, or before a bracket:
``Iran (République islamique d')``."""
LOCALES = Path(__file__).with_name("locales")


@dataclass(frozen=True)
class Language:
    """How one language is written.

    Attributes:
        code: Of ISO 639.
        locale: Its locale in CLDR.
        first_of_month: Pattern of CLDR for the first day of a month, where it differs.
        unbreakable: The spaces at which no line may break.
        apostrophe: The sign that replaces the straight one within a word, if any.
        wordy: Whether its texts take clearly more room than English ones.
        function_words: Words that carry no meaning in a search, each as it is written and without
            accents.
        endings: Of words, as regular expressions, longest first: the search ignores them.
        synonyms: Words that people type, with what texts have for them: ``paragraph``, ``para``.
        years: What people type instead of a year ("next year"), as regular expressions, with how
            many years from now that is.
        months: What it calls months, in small letters, each also without accents, with its number.
        flags: What its spreadsheets write for true and false.
    """

    code: str
    locale: Locale
    first_of_month: str | None = None
    unbreakable: re.Pattern[str] | None = None
    apostrophe: str | None = None
    wordy: bool = False
    function_words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    synonyms: tuple[tuple[str, str], ...] = ()
    years: tuple[tuple[str, int], ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    flags: tuple[tuple[str, bool], ...] = ()

    @property
    def name(self) -> str:
        """What it calls itself, as a heading.

        >>> language("fr").name
        'Français'
        """
        name = self.locale.get_language_name() or self.code
        return name[:1].upper() + name[1:]

    @property
    def direction(self) -> str:
        """Where its lines run: ``ltr`` or ``rtl``."""
        return str(self.locale.text_direction)


@cache
def language(code: str) -> Language:
    """Return what is known of a language; what its folder does not say is as CLDR has it."""
    path = LOCALES / code / "language.toml"
    known = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    locale = _locale(known.get("locale", code))
    months = "|".join(map(re.escape, locale.months["format"]["wide"].values()))
    spaces = [rule.replace("{months}", months) for rule in known.get("no_break", ())]
    unbreakable = re.compile("|".join(spaces)) if spaces else None
    search = known.get("search", {})
    return Language(
        code,
        locale,
        known.get("first_of_month"),
        unbreakable,
        known.get("apostrophe"),
        known.get("wordy", False),
        _with_folded(search.get("function_words", "").split()),
        tuple(search.get("endings", "").split()),
        _pairs(search.get("synonyms", {})),
        tuple(search.get("years", {}).items()),
        _months(locale),
        tuple(known.get("flags", {}).items()),
    )


@cache
def flags() -> dict[str, bool]:
    """Return what spreadsheets write for true and false in any language, in lower case."""
    known = {"1": True, "0": False}
    for path in LOCALES.iterdir():
        known |= {word.lower(): flag for word, flag in language(path.name).flags}
    return known


@lru_cache(maxsize=20_000)
def typeset(text: str, code: str) -> str:
    r"""Return ``text`` as a page shows it: no line begins with a sign, apostrophes are curly.

    What comes out of the database goes through here on its way to a page, and to no file of data.

    >>> typeset("Membres : 3", "fr"), typeset("le 1er mai, 3 s", "fr"), typeset("a : b", "en")
    ('Membres\xa0: 3', 'le 1er\xa0mai, 3\xa0s', 'a : b')
    >>> typeset("l'IA, par. 56 a)", "fr"), typeset("`DATE '2026-01-01'`", "fr")
    ('l’IA, par.\xa056 a)', "`DATE '2026-01-01'`")
    """
    rules = language(code)
    if rules.apostrophe:
        text = APOSTROPHE.sub(rules.apostrophe, text)
    return rules.unbreakable.sub("\u00a0", text) if rules.unbreakable else text


def _with_folded(words: list[str]) -> tuple[str, ...]:
    """Return words with those that they are without accents, each once.

    >>> _with_folded(["où", "et"])
    ('et', 'ou', 'où')
    """
    marked = (normalize("NFD", word) for word in words)
    plain = {"".join(sign for sign in word if not combining(sign)) for word in marked}
    return tuple(sorted(plain.union(words)))


def _months(locale: Locale) -> tuple[tuple[str, int], ...]:
    """Return the names of months, whole and short, the longer first.

    >>> [name for name, number in _months(Locale("fr")) if number == 2]
    ['fevrier', 'février', 'fevr', 'févr']
    """
    names = {
        (folded, number)
        for here in (locale, Locale(locale.language))
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in here.months[context][width].items()
        for folded in _with_folded([name.lower().rstrip(".")])
    }
    return tuple(sorted(names, key=lambda name: (-len(name[0]), name)))


def _pairs(synonyms: dict[str, str | list[str]]) -> tuple[tuple[str, str], ...]:
    """Return each word with each of its synonyms.

    >>> _pairs({"paragraph": "para", "money": ["finance", "funding"]})
    (('paragraph', 'para'), ('money', 'finance'), ('money', 'funding'))
    """
    return tuple(
        (word, synonym)
        for word, known in synonyms.items()
        for synonym in ([known] if isinstance(known, str) else known)
    )


def _locale(name: str) -> Locale:
    try:
        return Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return Locale("root")
