"""What a ``tracker.toml`` can say: each setting with its kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from transforms.languages import typeset
from transforms.settings.codes import marked
from transforms.settings.documents import DocumentSeries

SOURCE = "en"
"""The language in which the code and its messages are written."""
MAPS = ("world", "none")
UNMARKED = ("publisher", "licence_url")
"""Texts that stand in for those of another language without its mark."""

Texts = Mapping[str, str]
"""One text in some of the languages."""
Counts = Mapping[str, int]
"""Numbers of rows, by table."""


def _setting(meaning: str, default: object = "") -> Any:
    """Declare a setting: what it means is the comment of its column in the database too."""
    return field(default=default, metadata={"meaning": meaning})


def _texts(meaning: str) -> Any:
    return field(default_factory=dict, metadata={"meaning": meaning})


@dataclass(frozen=True)
class Settings:
    """What a tracker is called, whose it is, and which rows of its data stand out.

    A word that is not given is empty, and so is a list; ``text`` is the file as it is written.
    """

    languages: tuple[str, ...] = _setting(
        "Languages of the tracker; the first stands in for a text that is missing in another.",
        (SOURCE,),
    )
    complete: tuple[str, ...] = _setting("Languages in which nothing may be missing.", ())
    name: Texts = _texts("What the tracker is called.")
    slug: str = _setting("What programs call it; it never changes.")
    subtitle: Texts = _texts("What it is about, in a sentence.")
    publisher: Texts = _texts("Who is named as the author where the data is cited.")
    contact: str = _setting(
        "Where to write about a mistake: an e-mail address or the address of a form."
    )
    file_url: str = _setting(
        "Where a file of the folder can be read; `{file}` stands for its name, `{line}` for the"
        " line of a row."
    )
    licence: Texts = _texts("Licence of the data.")
    licence_id: str = _setting("The same as SPDX identifies it.")
    licence_url: Texts = _texts("Where the licence can be read.")
    licence_terms: Texts = _texts("What the licence allows and asks for, in a sentence.")
    first_bodies: tuple[str, ...] = _setting(
        "Organizations, groups or texts that the Members page shows at first.", ()
    )
    first_texts: tuple[str, ...] = _setting(
        "Texts that stand before the others where texts are listed.", ()
    )
    all_countries: str = _setting("Group in which every state is.")
    developing_countries: str = _setting("Group of which no list of members is agreed.")
    developing_countries_as: tuple[str, ...] = _setting("Groups whose members stand for it.", ())
    developing_countries_choices: tuple[str, ...] = _setting(
        "Groups that a reader can choose to stand for it.", ()
    )
    universal_organization: str = _setting("Organization of nearly all states.")
    universal_members: str = _setting("Group of its members, as texts address it.")
    root_area: str = _setting("Focus area that contains those of the page on capacity building.")
    map: str = _setting("Map on which members are drawn, or none.", MAPS[0])
    map_regions: tuple[str, ...] = _setting(
        "Groups of countries to which the map can be zoomed.", ()
    )
    first_day: date = _setting("No page shows an earlier day.", date.min)
    documents: tuple[DocumentSeries, ...] = _setting(
        "Documents whose address is made from their symbol in the reader's language: the"
        " address, the languages it has (the first stands in for others), and what symbols look"
        " like.",
        (),
    )
    without_locator: Counts | None = _setting(
        "How many rows of each table need not say their place in the source; empty where no row"
        " must.",
        None,
    )
    text: str | None = None

    def localized(self, name: str, language: str) -> str:
        """Return a text as a page of a language shows it, else in the first language that has it.

        It is empty where none has it.

        What stands in is marked with its language, except what is cited or followed as it is: the
        name of the publisher, and an address.

        >>> own = Settings(("en", "fr"), name={"en": "Tracker"}, publisher={"en": "Us"})
        >>> own.localized("name", "fr"), own.localized("publisher", "fr")
        ('Tracker [en]', 'Us')
        >>> own.localized("licence", "fr")
        ''
        """
        texts: Texts = getattr(self, name)
        if found := texts.get(language):
            return found if name.endswith("_url") else typeset(found, language)
        code, found = next(((code, text) for code, text in texts.items() if text), ("", ""))
        return found if name in UNMARKED else marked(found, code)

    def document_url(self, language: str, url: str | None, symbol: str | None = None) -> str | None:
        """Return the address of a document in the reader's language, or what the data has."""
        for series in self.documents:
            if found := series.of(symbol, url, language):
                return found
        return url


KINDS: dict[object, str] = {str: "word", tuple[str, ...]: "words", Texts: "texts", date: "day"}
KINDS |= {tuple[DocumentSeries, ...]: "documents", Counts | None: "counts"}
DECLARED = [each for each in fields(Settings) if each.name != "text"]
SETTINGS = {each.name: KINDS[each.type] for each in DECLARED}
"""Every key of the file, and what it holds: a word, words, texts, a day, documents or counts."""
MEANINGS: dict[str, str] = {each.name: each.metadata["meaning"] for each in DECLARED}

REFERENCES: dict[str, tuple[str, ...]] = {
    "first_bodies": ("actors", "instruments"),
    "first_texts": ("instruments",),
    "all_countries": ("actors",),
    "developing_countries": ("actors",),
    "developing_countries_as": ("actors",),
    "developing_countries_choices": ("actors",),
    "universal_organization": ("actors",),
    "universal_members": ("actors",),
    "root_area": ("focus_areas",),
    "map_regions": ("actors",),
}
"""The settings that hold keys of rows, and in which of which tables."""
