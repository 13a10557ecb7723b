"""One row of a table as its file has it, and where it stood there."""

import polars as pl

from dashboard.source import database
from dashboard.source.queries import dictionary


def row(relation: str, key: str) -> pl.DataFrame:
    """The row with this key as its file has it: without the days that dates can mean.

    The parts of a compound key are separated by blanks. No rows where there is none.

    Raises:
        KeyError: The dictionary has no such table.
    """
    described = dictionary().filter(relation=relation, kind="table")
    if described.is_empty():
        raise KeyError(relation)
    columns = described.drop_nulls("column_name").sort("position")
    keys = columns.filter("key")["column_name"]
    found = database.run(
        f"FROM \"{relation}\" WHERE concat_ws(' ', {', '.join(keys)}) = $key", key=key
    )
    spans = [f"{name}_{end}" for name in found.columns for end in ("earliest", "latest")]
    return found.drop(spans, strict=False)


def line(relation: str, key: str) -> int | None:
    """The line of its file on which a row stood when the edition was built, if that is known."""
    found = database.run(
        "FROM row_lines WHERE relation = $relation AND row_id = $key", relation=relation, key=key
    )
    return next(iter(found["line"]), None)
