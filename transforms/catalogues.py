"""Read gettext catalogues: the files ``<folder>/<language>/*.po`` in which texts are translated.

They are compiled in memory, so that a translator's tool is all that it takes to change a text.
"""

from collections.abc import Callable
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from transforms.settings import SOURCE
from transforms.settings.codes import marked

Tidy = Callable[[str], str]


class StandIn(NullTranslations):
    """The texts of another language, each marked with it, for those that one's own lacks.

    What it lacks itself is looked up in its own fallback.
    """

    def __init__(self, language: str, inner: NullTranslations) -> None:
        """Take the texts of ``language`` from ``inner``."""
        super().__init__()
        self.language = language
        self.inner = inner
        self.behind: NullTranslations | None = None

    def add_fallback(self, fallback: NullTranslations) -> None:
        """Look up in ``fallback`` what ``inner`` lacks."""
        self.behind = fallback

    def gettext(self, message: str) -> str:
        """Return the text, marked."""
        text = self.inner.gettext(message)
        if self.behind and text == message:
            return self.behind.gettext(message)
        return marked(text, self.language)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the text for a number, marked."""
        text = self.inner.ngettext(msgid1, msgid2, n)
        if self.behind and text in (msgid1, msgid2):
            return self.behind.ngettext(msgid1, msgid2, n)
        return marked(text, self.language)

    def pgettext(self, context: str, message: str) -> str:
        """Return the text in a context, marked."""
        text = self.inner.pgettext(context, message)
        if self.behind and text == message:
            return self.behind.pgettext(context, message)
        return marked(text, self.language)


def chain(language: str, first: str, own: Callable[[str], NullTranslations]) -> NullTranslations:
    """Return the texts of a language; behind them those of ``first``, behind those the source's.

    ``own`` gives the texts of one language by itself, as a new object at every call.
    """
    found = own(language)
    behind = [other for other in dict.fromkeys((first, SOURCE)) if other != language]
    if language != SOURCE:
        last = found
        for other in behind:
            stand_in = StandIn(other, own(other))
            last.add_fallback(stand_in)
            last = stand_in
    return found


def catalogue(folder: Path, language: str, tidy: Tidy = str) -> Catalog:
    """Return the entries of ``<folder>/<language>/*.po`` together, each translation tidied.

    Where there is no file there are none.
    """
    together = _empty(language)
    for path in sorted((folder / language).glob("*.po")):
        with path.open("rb") as file:
            read = read_po(file, locale=together.locale, abort_invalid=True)
        # As the file counts, which may be otherwise than this Babel does: 2.19 knows a third form
        # in French, for millions.
        together.mime_headers = read.mime_headers
        for entry in read:
            if entry.id:
                entry.string = _each(entry.string, tidy)
                together.add(entry.id, entry.string, flags=entry.flags, context=entry.context)
    return together


def compiled(catalog: Catalog) -> bytes:
    """Return a catalogue as ``gettext`` reads it; what is empty or fuzzy is not in it."""
    target = BytesIO()
    write_mo(target, catalog)
    return target.getvalue()


def translations(compiled: bytes) -> GNUTranslations:
    """Return what looks up the texts of a compiled catalogue."""
    return GNUTranslations(BytesIO(compiled))


def _empty(language: str) -> Catalog:
    try:
        return Catalog(locale=language, fuzzy=False)
    except (UnknownLocaleError, ValueError):
        return Catalog(fuzzy=False)


def _each(text: Any, tidy: Tidy) -> Any:
    """Return a translation tidied, or each of its plural forms."""
    return tidy(text) if isinstance(text, str) else tuple(map(tidy, text or ()))
