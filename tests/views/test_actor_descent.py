"""What became of a body: `actor_descent`, on drawn tables."""

from tests.helpers.drawn import given


def test_a_succession_is_told_from_both_sides() -> None:
    """It leads from an office to what took over, and back."""
    database = given(
        actor_relations="""
            from_id | to_id  | relation     | on_date
            envoy   | office | succeeded_by | 2025-01
        """,
    )

    rows = database.sql("""
        SELECT actor_id, direction, relation, other_id, on_date_latest::VARCHAR FROM actor_descent
    """).fetchall()

    assert rows == [
        ("envoy", "forward", "succeeded_by", "office", "2025-01-31"),
        ("office", "backward", "succeeded_by", "envoy", "2025-01-31"),
    ]
