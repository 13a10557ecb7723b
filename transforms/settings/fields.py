"""What a ``tracker.toml`` can say: each setting with its kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

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


@dataclass(frozen=True)
class Settings:
    """What a tracker is called, whose it is, and which rows of its data stand out.

    A word that is not given is empty, and so is a list.

    Attributes:
        languages: Codes of ISO 639; a text that is missing in one is shown in the first.
        complete: The languages in which nothing may be missing.
        name: What the tracker is called.
        slug: What programs call it; it never changes, as calendars know their entries by it.
        subtitle: What it is about, in a sentence.
        publisher: Who is named as the author where the data is cited.
        contact: Where to write about a mistake: an e-mail address or the address of a form.
        file_url: Where a file of the folder can be read, by ``{file}`` and ``{line}``.
        licence: Of the data, by its short name.
        licence_id: The same as SPDX identifies it.
        licence_url: Where it can be read.
        licence_terms: What it allows and asks for, in a sentence.
        first_bodies: What the Members page shows before a reader chooses.
        first_texts: Texts that stand before the others where texts are listed.
        all_countries: The group in which every state is.
        developing_countries: The group of which no list of members is agreed.
        developing_countries_as: The groups whose members stand for it; none if nobody does.
        developing_countries_choices: The groups that a reader can choose to stand for it.
        universal_organization: The organization of nearly all states.
        universal_members: The group of its members, as texts address it.
        root_area: The focus area that contains those of the page on capacity building.
        map: The map on which members are drawn, or none.
        map_regions: The groups of countries to which the map can be zoomed.
        first_day: No page shows an earlier day.
        documents: Documents whose address is made from their symbol, in the reader's language.
        without_locator: How many rows of each table need not say their place in the source; any
            further row must. None of any table must where this is not given.
        text: The file as it is written; none if there is none.
    """

    languages: tuple[str, ...] = (SOURCE,)
    complete: tuple[str, ...] = ()
    name: Texts = field(default_factory=dict)
    slug: str = ""
    subtitle: Texts = field(default_factory=dict)
    publisher: Texts = field(default_factory=dict)
    contact: str = ""
    file_url: str = ""
    licence: Texts = field(default_factory=dict)
    licence_id: str = ""
    licence_url: Texts = field(default_factory=dict)
    licence_terms: Texts = field(default_factory=dict)
    first_bodies: tuple[str, ...] = ()
    first_texts: tuple[str, ...] = ()
    all_countries: str = ""
    developing_countries: str = ""
    developing_countries_as: tuple[str, ...] = ()
    developing_countries_choices: tuple[str, ...] = ()
    universal_organization: str = ""
    universal_members: str = ""
    root_area: str = ""
    map: str = MAPS[0]
    map_regions: tuple[str, ...] = ()
    first_day: date = date.min
    documents: tuple[DocumentSeries, ...] = ()
    without_locator: Counts | None = None
    text: str | None = None

    def localized(self, name: str, language: str) -> str:
        """Return a text in a language, else in the first that has it; empty for none.

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
            return found
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
SETTINGS = {f.name: KINDS[f.type] for f in fields(Settings) if f.name != "text"}
"""Every key of the file, and what it holds: a word, words, texts, a day, documents or counts."""

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
