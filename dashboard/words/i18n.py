"""Translate into the reader's language: messages, dates and labels of codes.

The texts in the code are English. Each other language has a folder in ``locales/`` with
catalogues of messages, one file per page or part; a test fails on every text that a language
lacks which the tracker calls complete.
"""

import gettext
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel.dates import format_skeleton

from dashboard.words.formats import Formats
from dashboard.words.messages import columns, texts
from transforms.edtf.text import parse
from transforms.languages import typeset
from transforms.settings import SOURCE, marked

Labels = Mapping[str, Mapping[str, str]]
"""Labels of codes: vocabulary, then code, then what a reader sees."""


def message(text: str) -> str:
    """Mark ``text`` for translation; it is translated where it is shown.

    >>> message("Overview")
    'Overview'
    """
    return text


def translator(code: str, first: str = SOURCE) -> "Translator":
    """Return the translator of a language, which falls back on ``first``."""
    return Translator(code, texts(code, first))


@dataclass(frozen=True)
class Translator(Formats):
    """Texts of one language.

    >>> translator("fr")("Members")
    'Membres'
    >>> Translator()("Due {day}", day=date(2026, 11, 21))
    'Due 21 November 2026'
    """

    texts: gettext.NullTranslations = field(
        default_factory=gettext.NullTranslations, repr=False, compare=False
    )
    labels: Labels = field(default_factory=dict, repr=False)

    def __call__(self, message: str, **values: object) -> str:
        """Return ``message`` with ``values`` filled in, numbers and dates as readers write them.

        A year is passed as text, since a number would get a separator. What nobody translated
        is marked with its language, so that it is never taken for a translation.
        """
        return self._filled(self.texts.gettext(message), values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return ``one`` or ``many`` as the language counts; ``{n}`` is filled in.

        >>> Translator().plural("{n} commitment", "{n} commitments", 0)
        '0 commitments'
        >>> translator("fr").plural("{n} text", "{n} texts", 0)
        '0 texte'
        """
        return self._filled(self.texts.ngettext(one, many, n), {"n": n, **values})

    def and_more(self, n: int) -> str:
        """Return how many more there are than were listed; nothing for none.

        >>> Translator().and_more(3), Translator().and_more(0)
        ('and 3 more', '')
        """
        return self.plural("and {n} more", "and {n} more", n) if n > 0 else ""

    def within(self, context: str, message: str, **values: object) -> str:
        """Return the translation of ``message`` in a ``context``, where it may differ.

        >>> translator("fr").within("one day of a period", "{day}", day="2 mai")
        'le 2 mai'
        """
        return self._filled(self.texts.pgettext(context, message), values)

    def partial_date(self, text: str | None) -> str:
        r"""Return an EDTF date in words, as precise as it is; nothing for none.

        >>> Translator().partial_date("2025-08"), Translator("fr").partial_date("2025-08")
        ('August 2025', 'août 2025')
        >>> Translator().partial_date("[..2025]"), translator("fr").partial_date("[..2025-09-02]")
        ('by 2025', 'au plus tard le 2\xa0septembre 2025')
        >>> translator("fr").partial_date("[..2025]")
        'au plus tard en 2025'
        """
        if not text:
            return ""
        dated = parse(text)
        if dated.is_span:
            return self._between(dated.first, dated.last)
        if dated.is_day:
            return self.date(dated.latest)
        if dated.earliest and len(text) > len("2025"):
            return format_skeleton("yMMMM", dated.earliest, locale=self.language_info.locale)
        return text

    @property
    def separator(self) -> str:
        r"""What stands between the parts of a list that is no sentence.

        >>> Translator().separator, translator("fr").separator
        ('; ', '\xa0; ')
        """
        return self.within("between the parts of a list", "; ")

    def quoted(self, text: str) -> str:
        r"""Return ``text`` in quotation marks.

        >>> Translator().quoted("gdc"), translator("fr").quoted("gdc")
        ("'gdc'", '«\xa0gdc\xa0»')
        """
        return self.within("in quotation marks", "'{text}'", text=text)

    def label(self, vocabulary: str, code: str | None) -> str:
        """Return what readers see for ``code``; nothing for none."""
        return self.labels[vocabulary][code] if code else ""

    def localized(self, row: Mapping[str, Any], name: str) -> Any:
        """Return ``row["name_en"]``, ``row["name_fr"]`` or its like, as a page shows it.

        A list stays one.

        >>> Translator("fr").localized({"name_en": "France", "name_fr": "la France"}, "name")
        'la France'
        """
        value = row[f"{name}_{self.language}"]
        if isinstance(value, list):
            return [typeset(each, self.language) for each in value]
        return typeset(value, self.language) if isinstance(value, str) else value

    def translation(self, texts: Mapping[str, str]) -> str:
        """Return what was noted in several languages, in that of the reader; nothing for none.

        Where it was not noted in that one, the first stands in, marked with its language.

        >>> translator("fr").translation({"en": "Pact", "fr": "Pacte"})
        'Pacte'
        >>> translator("fr").translation({"es": "Pacto"})
        'Pacto [es]'
        """
        if self.language in texts:
            return typeset(texts[self.language], self.language)
        return next((marked(text, code) for code, text in texts.items()), "")

    def column(self, name: str, lists: Iterable[str] = ()) -> str | None:
        """Return the label of a column, or None if it has none.

        Columns of one name may be called otherwise by the closed ``lists`` of their codes.
        """
        keys = (f"{name}.{each}" for each in lists)
        base, named = self._column(next((key for key in keys if key in columns()), name))
        return self.within(f"column {base}", named.label) if named else None

    def explanation(self, name: str) -> str | None:
        """Return what a column means that a page works out itself."""
        base, named = self._column(name)
        known = named.help if named else ""
        return self.within(f"meaning of column {base}", known) if known else None

    def _column(self, name: str) -> tuple[str, Any]:
        """Return under which name a column is known, and how it is called in English."""
        base = name if name in columns() else name.removesuffix(f"_{self.language}")
        return base, columns().get(base)

    def _part_of_span(self, text: str) -> str:
        words = self.partial_date(text)
        if text.count("-") == 2:
            return self.within("one day of a period", "{day}", day=words)
        return words

    def _between(self, first_on: str, last_on: str) -> str:
        first, last = map(self._part_of_span, (first_on, last_on))
        if first:
            return self("between {first} and {last}", first=first, last=last)
        if parse(last_on).is_day:
            return self("by {last}", last=last)
        return self.within("a month or a year", "by {last}", last=last)

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        return text.format(**{name: self._formatted(value) for name, value in values.items()})

    def _formatted(self, value: object) -> object:
        if isinstance(value, date):
            return self.date(value)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return self.number(value) if is_number else value  # type: ignore[arg-type]  # is_number
