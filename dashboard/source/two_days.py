"""What changed between two days, of everything or of one record: ``changes_between``."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from dashboard.source import database, row_pages
from dashboard.source.literals import literal
from dashboard.source.queries import dictionary

OF_CHANGE, OF_RECORD, FIRST_KNOWN = "of_change", "of_record", "of_first_known"
"""The columns that say how many rows there are of a kind of change, of a record within it, and of
what is dated earlier and was first known in between."""
RECORDS, PER_RECORD = 30, 12
"""How many records of each kind of change are listed, and how many rows of each record."""
PARTS = "change, record_kind, record_id"


@dataclass(frozen=True)
class Comparison:
    """Two days, and what is compared.

    Attributes:
        since: The earlier day.
        until: The later day.
        kind: Kind of the record that changes must concern; nothing for all of them.
        key: Key of that record.
        aspects: What of things may have changed; nothing for anything.
        records: Keys of the records that may have changed; nothing for any.
    """

    since: date
    until: date
    kind: str = ""
    key: str = ""
    aspects: tuple[str, ...] = ()
    records: tuple[str, ...] = ()

    @property
    def relation(self) -> str:
        """The macro that has the rows."""
        return "changes_of" if self.kind else "changes_between"

    @property
    def arguments(self) -> dict[str, str]:
        """What the macro is given, by name; an address of its rows takes the same."""
        about = {"about_kind": self.kind, "about_id": self.key} if self.kind else {}
        return {**about, "from_day": self.since.isoformat(), "to_day": self.until.isoformat()}

    @property
    def wanted(self) -> Mapping[str, tuple[str, ...]]:
        """The values that columns may have, where not all are wanted."""
        wanted = {"aspect": self.aspects, "record_id": self.records}
        return {name: values for name, values in wanted.items() if values}

    @property
    def query(self) -> dict[str, str]:
        """The query of the address of the rows."""
        return self.arguments | {
            f"{name}__in": ",".join(values) for name, values in self.wanted.items()
        }

    @property
    def sql(self) -> str:
        """The rows as a query with its values written out."""
        about = (self.kind, self.key) if self.kind else ()
        given = map(literal, (*about, self.since, self.until))
        conditions = [
            f"{name} IN ({', '.join(map(literal, values))})" for name, values in self.wanted.items()
        ]
        where = f"\nWHERE {' AND '.join(conditions)}" if conditions else ""
        return f"FROM {self.relation}({', '.join(given)}){where}"


def rows(comparison: Comparison) -> pl.DataFrame:
    """Return rows of the newest records of every kind of change, with how many there are."""
    since, until = database.turn(comparison.since), database.turn(comparison.until)
    comparison = replace(comparison, since=since, until=until)
    later = _named() if row_pages.is_large() else []
    left_out = f" EXCLUDE ({', '.join(later)})" if later else ""
    first = first_rows(f"SELECT *{left_out} FROM ({comparison.sql})")
    return _with_names(first, later) if later and first.height else first


def first_rows(changes: str, records: int = RECORDS) -> pl.DataFrame:
    """Return rows of the newest records of every kind of change, of all that a query has."""
    found = (
        f"SELECT *, count(*) OVER (PARTITION BY change) AS {OF_CHANGE},"
        f" count(*) OVER (PARTITION BY {PARTS}) AS {OF_RECORD},"
        f" count(*) FILTER (first_known) OVER () AS {FIRST_KNOWN},"
        f" max(changed_on_latest) OVER (PARTITION BY {PARTS}) AS newest FROM ({changes})"
    )
    return database.run(
        f"SELECT * EXCLUDE (newest) FROM ({found})"
        " QUALIFY row_number() OVER"
        f" (PARTITION BY {PARTS} ORDER BY changed_on_latest, item_id, aspect, row_id)"
        f" <= {PER_RECORD}"
        " AND dense_rank() OVER (PARTITION BY change"
        f" ORDER BY newest DESC NULLS LAST, record_kind, record_id) <= {records}"
        " ORDER BY code_position('change', change), changed_on_latest DESC, record_id, item_id,"
        " record_kind, aspect, row_id"
    )


def _named() -> list[str]:
    """Return the columns that say what a thing is called and whom it concerns."""
    columns = dictionary().filter(relation="tracked_items")["column_name"].drop_nulls()
    return [name for name in columns if name not in {"aspect", "item_id", *PARTS.split(", ")}]


def _with_names(first: pl.DataFrame, names: list[str]) -> pl.DataFrame:
    """Return rows with these columns, which are looked up for them alone."""
    keys = first["item_id"].unique().sort().to_list()
    named = database.run(
        f"SELECT aspect, item_id, {', '.join(names)} FROM unsorted.tracked_items"
        " WHERE item_id BETWEEN $first AND $last AND item_id IN (SELECT unnest($keys))",
        keys=keys,
        first=keys[0],
        last=keys[-1],
    )
    return first.join(named, on=["aspect", "item_id"], how="left", maintain_order="left")
