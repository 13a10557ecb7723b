"""What tables, views, codes and generated pages say is translated, and nothing else is."""

from collections.abc import Iterator
from inspect import unwrap

import pytest

from transforms import translations
from transforms.database import catalogue, relations
from transforms.describing.describe import documents
from transforms.paths import DATA
from transforms.settings import SOURCE, read

SETTINGS, _ = read(DATA)
COMPLETE = [language for language in SETTINGS.complete if language != SOURCE]

Wanted = set[tuple[str, tuple[str, ...]]]


@pytest.fixture(scope="module")
def wanted() -> Iterator[Wanted]:
    """Every text that is looked up for the descriptions and the views, with its contexts."""
    found: Wanted = set()
    plain = translations._found

    def noted(
        english: str, contexts: tuple[str, ...], language: str, first: str
    ) -> tuple[str, str]:
        found.add((english, contexts))
        return plain(english, contexts, language, first)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(translations, "_found", noted)
        # What other tests have parsed would not be looked up again.
        patch.setattr(relations, "_parse", unwrap(relations._parse))
        documents()
        catalogue.vocabularies(SETTINGS)
        yield found


@pytest.mark.parametrize("language", COMPLETE)
def test_every_text_is_translated(wanted: Wanted, language: str) -> None:
    """It finds each text in the catalogues of a language that is complete."""
    known = translations.catalogue(language)
    missing = [
        (english, contexts)
        for english, contexts in wanted
        if english and not any((context, english) in known for context in contexts)
    ]
    assert missing == []


@pytest.mark.parametrize("language", COMPLETE)
def test_no_translation_is_left_over(wanted: Wanted, language: str) -> None:
    """It keeps no text that nothing says any more."""
    known = {key for key in translations.catalogue(language) if key[0]}
    used = {
        next((context, english) for context in contexts if (context, english) in known)
        for english, contexts in wanted
        if any((context, english) in known for context in contexts)
    }
    assert sorted(known - used) == []
