"""What the schema, the views and the lists of codes say, in each language of a data folder.

English stands where a thing is declared. Every other language is in ``locales/<language>/*.po``,
gettext catalogues in which the context names the thing: ``commitments.summary`` for a column,
``summary`` for columns of that name in several tables, ``vocabulary:confidence.high`` for a code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from transforms import catalogues, languages
from transforms.settings import SOURCE


@dataclass(frozen=True)
class Text:
    """A text in English, and where its translations are.

    Attributes:
        english: The text; words in braces are filled in.
        contexts: The contexts of its translations in the catalogues, the closest first.
        values: What is filled in.
        of: For a column in one language, that language.
    """

    english: str
    contexts: tuple[str, ...] = field(default=(), compare=False)
    values: tuple[tuple[str, str], ...] = ()
    of: str | None = None


IN_LANGUAGE = Text("{text} (in {language})", ("generated",))
FIRST_DAY = "First day that {name} can mean; empty where the source leaves it open."
LAST_DAY = "Last day that {name} can mean."


def in_languages(text: Text, wanted: Iterable[str]) -> dict[str, str]:
    """Return a text in several languages; what one lacks is that of the first, marked."""
    known = list(wanted)
    return {language: say(text, language, known[0]) for language in known}


def say(text: Text, language: str, first: str) -> str:
    """Return a text in one language, or else in ``first``, or else in English, and then marked.

    >>> say(Text("Why.", of="fr"), "en", "en"), say(Text("Why."), "xx", "en")
    ('Why (in French).', 'Why. [en]')
    """
    found, found_in = _found(text.english, text.contexts, language, first)
    if text.values:
        found = found.format(**dict(text.values))
    if found_in != language:
        return catalogues.marked(found, found_in)
    if text.of is None:
        return found
    template = translated(IN_LANGUAGE.english, IN_LANGUAGE.contexts, language, first)
    sentence, stop = (found[:-1], ".") if found.endswith(".") else (found, "")
    return template.format(text=sentence, language=_name(text.of, language)) + stop


def translated(english: str, contexts: tuple[str, ...], language: str, first: str) -> str:
    """Return the translation of a text without anything filled in, and without a mark."""
    return _found(english, contexts, language, first)[0]


def _found(english: str, contexts: tuple[str, ...], language: str, first: str) -> tuple[str, str]:
    """Return a text in the best language that has it, and which that is."""
    for known in dict.fromkeys((language, first)):
        if known == SOURCE:
            return english, SOURCE
        for context in contexts:
            if found := catalogue(known).get((context, english)):
                return found, known
    return english, SOURCE


def catalogue(language: str) -> Mapping[tuple[str, str], str]:
    """Return the texts of a language by context and English text; none for one without files."""
    return _catalogue(languages.LOCALES, language)


@cache
def _catalogue(folder: Path, language: str) -> Mapping[tuple[str, str], str]:
    return {
        (message.context or "", str(message.id)): str(message.string)
        for message in catalogues.catalogue(folder, language)
        if message.id and message.string and not message.fuzzy
    }


def _name(language: str, shown_in: str) -> str:
    """Return what a language is called in another.

    >>> _name("fr", "en"), _name("en", "fr"), _name("xx", "fr")
    ('French', 'anglais', 'xx')
    """
    try:
        return str(Locale.parse(shown_in).languages.get(language, language))
    except (UnknownLocaleError, ValueError):
        return language
