"""Days and numbers as readers of each language write them."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

LOCALES = {"en": "en_GB", "fr": "fr_FR"}


def day_in_words(day: date, language: str) -> str:
    """Return a day in words.

    >>> day_in_words(date(2026, 11, 1), "en"), day_in_words(date(2026, 11, 1), "fr")
    ('1 November 2026', '1er novembre 2026')
    """
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {format_date(day, 'MMMM y', locale=LOCALES[language])}"


def in_digits(number: int, language: str) -> str:
    r"""Return a whole number, its thousands apart.

    >>> in_digits(7044, "en"), in_digits(7044, "fr")
    ('7,044', '7\u202f044')
    """
    return format_decimal(number, locale=LOCALES[language])
