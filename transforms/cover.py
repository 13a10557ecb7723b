"""What the first sheet of a workbook says about the rows on the second."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


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

    def cover(self, rows: int) -> Cover:
        """Return the first sheet for so many rows, for readers of either language."""
        facts = [
            ("relation", self.relation),
            ("meaning · sens", self.meaning_en, self.meaning_fr),
            ("edition · édition", self.edition),
            *((name, str(value)) for name, value in self.parameters.items()),
            ("rows · lignes", str(rows)),
            ("licence", "CC BY 4.0: https://creativecommons.org/licenses/by/4.0/"),
            ("cite as · citer", f"Policy-commitment tracker, edition {self.edition}, CC BY 4.0."),
        ]
        return Cover(facts=facts, columns=[("column · colonne", "meaning", "sens"), *self.columns])
