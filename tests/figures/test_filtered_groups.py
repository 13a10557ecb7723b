"""Commitments that filters leave, group by group: the same numbers as the views give for all."""

from datetime import date

import duckdb
import pytest

from dashboard.figures.filtered_groups import SIZES, TOTALS
from dashboard.figures.status_groups import OTHERS, SHOWN

DAY = date(2026, 11, 21)
EVERY = "SELECT id, status FROM commitments_on($day)"


def rows(connection: duckdb.DuckDBPyConnection, sql: str, **values: object) -> object:
    """Return the rows of a query for the day, in some order that is always the same."""
    return connection.sql(f"{sql} ORDER BY ALL", params={"day": DAY, **values}).fetchall()


def test_what_no_filter_leaves_out_has_the_sizes_of_all(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """It ranks the groups of each kind as the view does."""
    columns = "SELECT grouping, group_id, group_fr, place, commitments, rank FROM"

    assert rows(connection, f"{columns} ({SIZES.format(found=EVERY)})") == rows(
        connection, f"{columns} commitment_group_sizes_on($day)"
    )


@pytest.mark.parametrize("grouping", ["text", "topic", "actor"])
def test_what_no_filter_leaves_out_has_the_totals_of_all(
    grouping: str, connection: duckdb.DuckDBPyConnection
) -> None:
    """It counts what is in several of the smaller groups once, as the view does."""
    columns = (
        "SELECT group_id, group_en, place, status, commitments, size, rank, with_status, groups"
    )
    totals = TOTALS.format(found=EVERY, shown=SHOWN, others=OTHERS)
    of_all = f"commitment_group_totals_on($day, $grouping, largest := {SHOWN})"

    assert rows(connection, f"{columns} FROM ({totals})", grouping=grouping) == rows(
        connection, f"{columns} FROM {of_all}", grouping=grouping
    )
