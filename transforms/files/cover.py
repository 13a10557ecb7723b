"""What the first sheet of a workbook says about the rows on the second."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Cover:
    """The first sheet in somebody's words, and how the second one shows its columns."""

    sheets: tuple[str, str] = ("about", "data")
    """Names of both sheets."""
    facts: Sequence[tuple[str, ...]] = ()
    """What there is to say, line by line: what it is about, then what is said."""
    columns: Sequence[tuple[str, ...]] = ()
    """What to say of each column; the first line heads the others."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What readers see above a column, by its name."""
    shares: frozenset[str] = frozenset()
    """Columns that hold parts of one, shown as percentages."""
    links: frozenset[str] = frozenset()
    """Columns that hold addresses on the web, to be followed."""
    dates: frozenset[str] = frozenset()
    """Columns of texts that are dates as precise as their source: whole days become days."""


WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "about": "about",
        "data": "data",
        "relation": "relation",
        "meaning": "meaning",
        "edition": "edition",
        "rows": "rows",
        "licence": "licence",
        "cite": "cite as",
        "column": "column",
        "citation": "The contributors to the policy-commitment tracker: Policy-commitment tracker,"
        " edition {edition}. Licence CC BY 4.0.",
        "dated": "The contributors to the policy-commitment tracker: Policy-commitment tracker,"
        " edition {edition}, as of {day}. Licence CC BY 4.0.",
    },
    "fr": {
        "about": "À propos",
        "data": "Données",
        "relation": "relation",
        "meaning": "signification",
        "edition": "édition",
        "rows": "lignes",
        "licence": "licence",
        "cite": "citation",
        "column": "colonne",
        "citation": "Les contributeurs du Suivi des engagements\u00a0: Suivi des engagements,"
        " édition {edition}. Licence CC BY 4.0.",
        "dated": "Les contributeurs du Suivi des engagements\u00a0: Suivi des engagements,"
        " édition {edition}, au {day}. Licence CC BY 4.0.",
    },
}
"""What a first sheet says, by language; the sheets of a file for both have English names."""
DAYS = ("day", "as_of")
"""What the parameter is called that says for which day the rows are."""


@dataclass(frozen=True)
class About:
    """What a relation is, in English and French."""

    relation: str
    meaning_en: str
    meaning_fr: str
    edition: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    columns: Sequence[tuple[str, str, str]] = ()
    """Name and meaning in English and French of each column."""
    language: str | None = None
    """The one of its readers; none for both."""

    def cover(self, rows: int) -> Cover:
        """Return the first sheet for so many rows, for readers of its language, or of either."""
        spoken = [self.language] if self.language else list(WORDS)

        def called(name: str) -> str:
            return " · ".join(dict.fromkeys(WORDS[language][name] for language in spoken))

        meanings = {"en": self.meaning_en, "fr": self.meaning_fr}
        facts = [
            (called("relation"), self.relation),
            (called("meaning"), *(meanings[language] for language in spoken)),
            (called("edition"), self.edition),
            *((name, str(value)) for name, value in self.parameters.items()),
            (called("rows"), str(rows)),
            (called("licence"), "CC BY 4.0: https://creativecommons.org/licenses/by/4.0/"),
            (called("cite"), *map(self._cited, spoken)),
        ]
        head = (called("column"), *(WORDS[language]["meaning"] for language in spoken))
        explained = [
            (
                name,
                *(text for text, language in zip(both, WORDS, strict=True) if language in spoken),
            )
            for name, *both in self.columns
        ]
        words = WORDS[spoken[0]]
        return Cover((words["about"], words["data"]), facts, [head, *explained])

    def _cited(self, language: str) -> str:
        """Return how to cite the rows, with the day that they are for."""
        from transforms.files.words import day_in_words

        words = WORDS[language]
        for name in DAYS:
            if isinstance(day := self.parameters.get(name), date):
                said = day_in_words(day, language)
                return words["dated"].format(edition=self.edition, day=said)
        return words["citation"].format(edition=self.edition)
