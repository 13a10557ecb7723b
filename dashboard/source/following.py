"""Which rows belong to a record or a search that somebody follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.source import database
from dashboard.source.row_records import references

Key = tuple[str, str]
"""Table and key of a row."""


@dataclass(frozen=True)
class FollowedRows:
    """What is followed: the rows of the tables, and those of them that belong to it themselves."""

    rows: frozenset[Key]
    own: frozenset[Key]

    def __or__(self, other: "FollowedRows") -> "FollowedRows":
        """Return what is followed here or there."""
        return FollowedRows(self.rows | other.rows, self.own | other.own)

    def concern(self, table: str, key: str, refers_to: Mapping[str, str | None]) -> bool:
        """Return whether a row is among them; one that is gone is judged by what it referred to."""
        if (table, key) in self.rows:
            return True
        if "table_name" in refers_to:
            return (refers_to["table_name"], refers_to.get("row_id")) in self.rows
        known = references(table)
        return any(
            (other, held) in self.own
            for column, held in refers_to.items()
            for other in known.get(column, ())
        )


NOTHING = FollowedRows(frozenset(), frozenset())


def record(kind: str, key: str, day: date) -> FollowedRows:
    """Return what belongs to a record on a day."""
    sql = "FROM record_rows($kind, $key, $day)"
    return _rows(database.run(sql, kind=kind, key=key, day=day).iter_rows())


def search(words: str, language: str) -> FollowedRows:
    """Return what words find, in a language, and what names it."""
    rows = database.run_uncached("FROM search_rows($q, $lang)", q=words, lang=language)
    return _rows(rows.iter_rows())


def _rows(rows: Iterable[tuple[str, str, bool]]) -> FollowedRows:
    found = list(rows)
    return FollowedRows(
        frozenset((table, key) for table, key, _ in found),
        frozenset((table, key) for table, key, belongs in found if belongs),
    )
