"""What changed of one record between two days: `changes_of`."""

import pytest

from dashboard.filtering.options import compared_kinds
from tests.helpers.drawn import given

CONCERNED = [
    ("text", "gdc", {"gdc", "c"}),
    ("text", "old", set()),
    ("organization", "itu", {"c"}),
    ("topic", "skills", {"c"}),
    ("topic", "learning", {"c"}),
    ("topic", "compute", set()),
    ("country", "KEN", {"dco KEN", "c"}),
    ("organization", "dco", {"dco KEN"}),
    ("country", "RWA", set()),
]


@pytest.mark.parametrize(("kind", "key", "items"), CONCERNED)
def test_a_record_has_its_own_changes(kind: str, key: str, items: set[str]) -> None:
    """It keeps what concerns one country, text, body or topic."""
    drawn = given(
        actors="id | kind\ndco | organization\nitu | organization\nKEN | state\nRWA | state",
        instruments="id | adopted_on\ngdc | 2025-09-22\nold | 2020-01-01",
        commitments="id | instrument_id | addressee\nc | gdc | member_states",
        commitment_actors="commitment_id | actor_id\nc | itu",
        focus_areas="id | broader_id\nlearning |\nskills | learning\ncompute |",
        commitment_focus_areas="commitment_id | focus_area_id\nc | skills",
        memberships="id | organization_id | member_id | joined_on\nm | dco | KEN | 2025-03-01\n"
        "n | itu | KEN | 2020-01-01",
    )

    rows = drawn.sql(
        "SELECT DISTINCT item_id FROM changes_of($kind, $key, DATE '2025-01-01',"
        " DATE '2025-12-31')",
        params={"kind": kind, "key": key},
    ).fetchall()

    assert {item for (item,) in rows} == items


def test_changes_are_offered_for_the_kinds_that_have_them() -> None:
    """It offers to compare just those kinds for which `changes_of` finds something."""
    assert {kind for kind, _, items in CONCERNED if items} == set(compared_kinds())
