"""Rows that belong to a record: a page of them, or the first rows of several parts."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from dashboard.source import row_pages
from dashboard.source.calls import call, is_list, key_of, unsorted
from dashboard.source.row_pages import Part


def page(
    relation: str,
    by: str,
    key: str,
    day: date,
    *,
    where: str,
    order: str,
    limit: int,
    offset: int,
    record: str,
    found_in: str = "",
    options: Mapping[str, object] | None = None,
) -> pl.DataFrame:
    """Return a page of the rows that belong to a record, with how many there are in all.

    Args:
        relation: A table, a view, or a macro of a day.
        by: Its column that holds the key of the record; a list holds it among others.
        key: Of the record, or of the one that it has in common with the rows.
        day: The as-of day.
        where: What else must hold, in SQL.
        order: In SQL; it leaves nothing to chance. Nothing where any row will do.
        limit: Rows of the page.
        offset: Rows before it.
        record: Key of the record.
        found_in: A relation that finds the rows, if it is not the relation: its key has theirs, and
            ``where`` and ``order`` are of it.
        options: Values of parameters that a macro can do without, by name.
    """
    more = f" AND {where}" if where else ""
    called, condition = unsorted(call(relation, options or {})), f"{_held(relation, by)}{more}"
    values = {"key": key, "day": day, "record": record, **(options or {})}
    if found_in:
        finding = unsorted(call(found_in))
        found = row_pages.found(
            finding,
            condition,
            bound(f"{finding} {condition}", values),
            order,
            limit,
            offset,
            key=key_of(found_in)[0],
        )
        return row_pages.rows_of(
            called, bound(called, values), found.rename({found.columns[0]: key_of(relation)[0]})
        )
    # What a macro of a record has may be nearly everything; what a column names is less.
    return row_pages.page(
        called,
        condition,
        bound(f"{called} {condition}", values),
        order,
        limit,
        offset,
        key=key_of(relation),
        is_long=not by,
    )


def parts(
    relation: str,
    by: str,
    key: str,
    day: date,
    wanted: Mapping[str, Part],
    *,
    record: str,
    options: Mapping[str, object],
) -> dict[str, pl.DataFrame]:
    """Return the first rows of parts of what belongs to a record, by their names.

    For the arguments see ``page``.
    """
    called, condition = unsorted(call(relation, options)), _held(relation, by)
    sql = " ".join([called, condition, *(part.where for part in wanted.values())])
    values = bound(sql, {"key": key, "day": day, "record": record, **options})
    return row_pages.parts(called, condition, values, wanted)


def _held(relation: str, by: str) -> str:
    """Return the condition that a column holds the key of a record; always met without one."""
    if not by:
        return "true"
    return f"list_contains({by}, $key)" if is_list(relation, by) else f"{by} = $key"


def bound(sql: str, values: Mapping[str, object]) -> dict[str, object]:
    """Return the values of the placeholders that a query has."""
    return {name: value for name, value in values.items() if f"${name}" in sql}
