"""The first sheet of a workbook, which describes the rows on the second."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from transforms.settings import Settings


@dataclass(frozen=True)
class Cover:
    """The texts of the first sheet, and how the second one shows its columns."""

    sheets: tuple[str, str] = ("about", "data")
    """Names of both sheets."""
    facts: Sequence[tuple[str, ...]] = ()
    """The facts, one a line: a label, then its values."""
    columns: Sequence[tuple[str, ...]] = ()
    """The meaning of each column; the first line is the header."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What readers see above a column, by its name."""
    shares: frozenset[str] = frozenset()
    """Columns that hold parts of one, shown as percentages."""
    links: frozenset[str] = frozenset()
    """Columns that hold addresses on the web, to be followed."""
    dates: frozenset[str] = frozenset()
    """Columns of texts that are dates as precise as their source: whole days become days."""


DAYS = ("day", "as_of")
"""Names of the parameter that holds the as-of day."""


@dataclass(frozen=True)
class About:
    """What a relation is, in every language of the tracker.

    Attributes:
        relation: Its name.
        meaning: What a row of it is, by language.
        edition: The edition that the rows are of.
        settings: Whose data it is.
        parameters: The values of its parameters.
        columns: Name and meaning by language of each column.
        language: That of its readers; None for all languages.
    """

    relation: str
    meaning: Mapping[str, str]
    edition: str
    settings: Settings
    parameters: Mapping[str, object] = field(default_factory=dict)
    columns: Sequence[tuple[str, Mapping[str, str]]] = ()
    language: str | None = None

    def cover(self, rows: int) -> Cover:
        """Return the first sheet for so many rows, for readers of its language, or of any."""
        from transforms.files.citation import cited
        from transforms.files.words import translate

        first = self.settings.languages[0]
        languages = [self.language] if self.language else list(self.settings.languages)

        def called(name: str) -> str:
            return " · ".join(dict.fromkeys(translate(name, code, first) for code in languages))

        day = next((self.parameters[name] for name in DAYS if name in self.parameters), None)
        dated = day if isinstance(day, date) else None
        facts = [
            (called("relation"), self.relation),
            (called("meaning"), *(self.meaning.get(code, "") for code in languages)),
            (called("edition"), self.edition),
            *((name, str(value)) for name, value in self.parameters.items()),
            (called("rows"), str(rows)),
            *([(called("licence"), licence)] if (licence := self._licence()) else []),
            (
                called("cite as"),
                *(cited(self.settings, code, self.edition, dated) for code in languages),
            ),
        ]
        head = (called("column"), *(translate("meaning", code, first) for code in languages))
        explained = [
            (name, *(meaning.get(code, "") for code in languages)) for name, meaning in self.columns
        ]
        sheets = (translate("about", languages[0], first), translate("data", languages[0], first))
        return Cover(sheets, facts, [head, *explained])

    def _licence(self) -> str:
        """Return the licence of the data with its address."""
        code = self.language or self.settings.languages[0]
        named = (self.settings.localized(key, code) for key in ("licence", "licence_url"))
        return ": ".join(filter(None, named))
