"""What files say in each language, with days and numbers as its readers write them."""

from datetime import date
from functools import cache, partial
from gettext import NullTranslations

from babel.dates import format_date
from babel.numbers import format_decimal

from transforms.catalogues import catalogue, chain, compiled, translations
from transforms.languages import LOCALES, language, typeset
from transforms.settings import SOURCE


def translate(message: str, code: str, first: str = SOURCE, **values: object) -> str:
    r"""Return ``message`` in a language; what it lacks is shown in the ``first``, and marked.

    >>> translate("{publisher}: {name}", "fr", publisher="L'ONU", name="Suivi")
    "L'ONU\xa0: Suivi"
    """
    return _texts(code, first).gettext(message).format(**values)


def day_in_words(day: date, code: str) -> str:
    """Return a day in words.

    >>> day_in_words(date(2026, 11, 1), "en"), day_in_words(date(2026, 11, 1), "fr")
    ('1 November 2026', '1er novembre 2026')
    """
    formats = language(code)
    pattern = formats.first_of_month if day.day == 1 else None
    return format_date(day, pattern or "long", locale=formats.locale)


def in_digits(number: int, code: str) -> str:
    r"""Return a whole number, its thousands apart.

    >>> in_digits(7044, "en"), in_digits(7044, "fr")
    ('7,044', '7\u202f044')
    """
    return format_decimal(number, locale=language(code).locale)


@cache
def _texts(code: str, first: str) -> NullTranslations:
    return chain(code, first, _own)


def _own(code: str) -> NullTranslations:
    return NullTranslations() if code == SOURCE else translations(_compiled(code))


@cache
def _compiled(code: str) -> bytes:
    return compiled(catalogue(LOCALES, code, partial(typeset, code=code)))
