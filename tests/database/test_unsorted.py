"""The same rows in no order: what stands in the schema `unsorted`."""

import duckdb

from transforms.database import relations

EVERY = {relation.name: relation for relation in relations.read(("en", "fr"))}
DAY = "DATE '2026-01-01'"


def test_views_read_what_is_not_sorted() -> None:
    """It sorts rows for those who read them last, and not on the way."""
    commitments = EVERY["commitments_on"]

    assert "FROM unsorted.commitment_standings_on(day)" in commitments.definition
    assert commitments.definition.endswith("ORDER BY register.id")
    assert "ORDER BY" not in (commitments.unsorted_definition or "")


def test_part_of_a_query_with_the_name_of_a_view_is_not_taken_for_it() -> None:
    """It leaves what a query calls so itself."""
    sql = "WITH names AS (\n    FROM actors\n)\n\nFROM names\nJOIN mentions ON true"

    assert relations.reading_unsorted(sql, ["names", "mentions"]) == sql.replace(
        "JOIN mentions", "JOIN unsorted.mentions"
    )


def test_the_rows_are_the_same(connection: duckdb.DuckDBPyConnection) -> None:
    """It gives the rows that the view gives, each as often."""
    one, other = (
        f"SELECT *, count(*) FROM {schema}.commitments_on({DAY}) GROUP BY ALL"
        for schema in ("main", "unsorted")
    )

    assert connection.sql(f"({one}) EXCEPT ({other})").fetchall() == []
    assert connection.sql(f"({other}) EXCEPT ({one})").fetchall() == []
