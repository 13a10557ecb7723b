"""How a language writes numbers, days, lists and the names of languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from transforms.languages import Language, language, typeset
from transforms.settings import SOURCE


@dataclass(frozen=True)
class Formats:
    """The formats of one language, from CLDR."""

    language: str = SOURCE

    @property
    def language_info(self) -> Language:
        """How the language is written."""
        return language(self.language)

    def number(self, value: float, digits: int = 1) -> str:
        r"""Return a number with at most ``digits`` decimals.

        >>> Formats().number(1234.5), Formats("fr").number(1234.5)
        ('1,234.5', '1\u202f234,5')
        """
        return _number(value, digits, self.language)

    def percent(self, value: float) -> str:
        r"""Return a part of one as a percentage.

        >>> Formats().percent(0.451), Formats("fr").percent(0.451)
        ('45%', '45\xa0%')
        """
        return format_percent(value, locale=self.language_info.locale)

    def date(self, day: date) -> str:
        r"""Return a day in words.

        >>> Formats().date(date(2026, 11, 1)), Formats("fr").date(date(2026, 11, 1))
        ('1 November 2026', '1er\xa0novembre 2026')
        """
        return _date(day, self.language)

    def join(self, items: Iterable[str]) -> str:
        """Return ``items`` as a list in a sentence.

        >>> Formats().join(["a", "b", "c"]), Formats("fr").join(["a", "b"])
        ('a, b and c', 'a et b')
        """
        return format_list(list(items), locale=self.language_info.locale)

    def language_name(self, code: str) -> str:
        """Return what a language is called in this one; the code where CLDR has no name.

        >>> Formats().language_name("fr"), Formats("fr").language_name("en")
        ('French', 'anglais')
        """
        return str(self.language_info.locale.languages.get(code, code))


@lru_cache(maxsize=8192, typed=True)
def _number(value: float, digits: int, code: str) -> str:
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    return format_decimal(value, format=pattern, locale=language(code).locale)


@lru_cache(maxsize=8192)
def _date(day: date, code: str) -> str:
    first = language(code).first_of_month if day.day == 1 else None
    words = format_date(day, first or "long", locale=language(code).locale)
    return typeset(words, code)
