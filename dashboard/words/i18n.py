"""Say it in the reader's language: messages, numbers, dates and labels, in English and French.

English text is its own key. French is in ``locales/fr/``, one file per page or part, and the
labels of columns in ``locales/columns/``; a test fails on every text that one of them lacks.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from dashboard.words.messages import columns, typeset

LANGUAGES = {"en": "English", "fr": "Français"}
"""Every language by its code, under its own name; the first is the default."""

_REGIONS = {"en": "en_GB", "fr": "fr_FR"}
_SPAN = re.compile(r"\[(?P<first>[\d-]*)\.\.(?P<last>[\d-]+)\]")

Labels = Mapping[str, Mapping[str, str]]
"""Labels of codes: vocabulary, then code, then what a reader sees."""


def message(text: str) -> str:
    """Mark ``text`` as one that a translator will be given elsewhere.

    >>> message("Overview")
    'Overview'
    """
    return text


@dataclass(frozen=True)
class Translator:
    """Speak one language.

    >>> t = Translator("fr", {"Members: {n}": "Membres : {n}"})
    >>> t("Members: {n}", n=3)
    'Membres : 3'
    >>> Translator()("Due {day}", day=date(2026, 11, 21))
    'Due 21 November 2026'
    """

    language: str = "en"
    messages: Mapping[str, str] = field(default_factory=dict, repr=False)
    labels: Labels = field(default_factory=dict, repr=False)

    def __call__(self, message: str, **values: object) -> str:
        """Return ``message`` with ``values`` filled in, numbers and dates as readers write them.

        A year is passed as text, since a number would get a separator. What nobody translated
        is marked, so that it is never taken for a translation.
        """
        known = message if self.language == "en" else self.messages.get(message, f"⟦{message}⟧")
        return known.format(**{name: self._say(value) for name, value in values.items()})

    def n(self, one: str, many: str, n: int, **values: object) -> str:
        """Return ``one`` or ``many``, as the language counts; ``{n}`` is filled in.

        >>> Translator().n("{n} commitment", "{n} commitments", 0)
        '0 commitments'
        >>> Translator("fr", {"{n} state": "{n} État"}).n("{n} state", "{n} states", 0)
        '0 État'
        """
        singular = self._locale.plural_form(n) == "one"
        return self(one if singular else many, n=n, **values)

    def number(self, value: float, digits: int = 1) -> str:
        r"""Return a number with at most ``digits`` decimals.

        >>> Translator().number(1234.5), Translator("fr").number(1234.5)
        ('1,234.5', '1\u202f234,5')
        """
        pattern = "#,##0." + "#" * digits if digits else "#,##0"
        return format_decimal(value, format=pattern, locale=self._locale)

    def share(self, value: float) -> str:
        r"""Return a part of one as a percentage.

        >>> Translator().share(0.451), Translator("fr").share(0.451)
        ('45%', '45\xa0%')
        """
        return format_percent(value, locale=self._locale)

    def date(self, day: date) -> str:
        r"""Return a day in words.

        >>> Translator().date(date(2026, 11, 1)), Translator("fr").date(date(2026, 11, 1))
        ('1 November 2026', '1er\xa0novembre 2026')
        """
        words = format_date(day, "d MMMM y", locale=self._locale)
        first_in_french = self.language == "fr" and day.day == 1
        return typeset(words.replace("1 ", "1er ", 1) if first_in_french else words, self.language)

    def partial_date(self, text: str | None) -> str:
        r"""Return an EDTF date in words, as precise as it is; nothing for none.

        >>> Translator().partial_date("2025-08"), Translator("fr").partial_date("2025-08")
        ('August 2025', 'août 2025')
        >>> Translator().partial_date("[..2025]"), Translator("fr").partial_date("[..2025-09-02]")
        ('by 2025', 'au plus tard le 2\xa0septembre 2025')
        """
        if not text:
            return ""
        if span := _SPAN.fullmatch(text):
            return self._between(*(self._with_article(part) for part in span.groups()))
        match text.count("-"):
            case 2:
                return self.date(date.fromisoformat(text))
            case 1:
                return format_date(date.fromisoformat(f"{text}-01"), "MMMM y", self._locale)
        return text

    def join(self, items: Iterable[str]) -> str:
        """Return ``items`` as a list in a sentence.

        >>> Translator().join(["a", "b", "c"]), Translator("fr").join(["a", "b"])
        ('a, b and c', 'a et b')
        """
        return format_list(list(items), locale=self._locale)

    def label(self, vocabulary: str, code: str | None) -> str:
        """Return what readers see for ``code``; nothing for none."""
        return self.labels[vocabulary][code] if code else ""

    def field(self, row: Mapping[str, Any], name: str) -> Any:
        """Return ``row["name_en"]`` or ``row["name_fr"]``, as a page shows it.

        >>> Translator("fr").field({"name_en": "France", "name_fr": "la France"}, "name")
        'la France'
        """
        value = row[f"{name}_{self.language}"]
        return typeset(value, self.language) if isinstance(value, str) else value

    def column(self, name: str) -> str | None:
        """Return the label of a column, or none if it has no label of ours."""
        labels = columns().get(name) or columns().get(name.removesuffix(f"_{self.language}"))
        return labels[self.language] if labels else None

    def explanation(self, name: str) -> str | None:
        """Return what a column means that a page works out itself."""
        known = columns().get(name) or columns().get(name.removesuffix(f"_{self.language}")) or {}
        return known.get(f"help_{self.language}")

    @property
    def _locale(self) -> Locale:
        return _locale(self.language)

    def _with_article(self, text: str) -> str:
        words = self.partial_date(text)
        return f"le {words}" if self.language == "fr" and text.count("-") == 2 else words

    def _between(self, first: str, last: str) -> str:
        if self.language == "fr":
            return f"entre {first} et {last}" if first else f"au plus tard {last}"
        return f"between {first} and {last}" if first else f"by {last}"

    def _say(self, value: object) -> object:
        if isinstance(value, date):
            return self.date(value)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return self.number(value) if is_number else value  # type: ignore[arg-type]  # is_number


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(_REGIONS[language])
