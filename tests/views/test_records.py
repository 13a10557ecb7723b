"""Everything that has a page of its own: `records`, on drawn tables."""

from typing import Any

import pytest

from tests.helpers.drawn import given


@pytest.fixture(scope="module")
def drawn() -> Any:
    """Return a database with a record of every kind."""
    return given(
        actors="""
            id    | kind         | name_en
            KEN   | state        | Kenya
            HKG   | territory    | Hong Kong
            YUG   | former_state | Yugoslavia
            dco   | organization | Digital Cooperation Organization
        """,
        instruments="""
            id  | symbol     | short_title_en | short_title_fr | adopted_on
            gdc | A/RES/79/1 | Compact        | Pacte          | 2024-09-22
        """,
        commitments="""
            id | instrument_id | paragraph_en | paragraph_fr | summary_en
            c1 | gdc           | para. 5      | par. 5       | Connect every school
        """,
        initiatives="""
            id   | name_en
            giga | Giga
        """,
        focus_areas="""
            id     | name_en
            skills | Skills
        """,
        appointments="""
            id  | person_name | organization_id
            ada | Ada L.      | dco
        """,
        sources="""
            id | title      | publisher
            s  | The report | The publisher
        """,
        milestones="""
            id | title_en | actor_id
            m  | Launched | dco
        """,
    )


@pytest.mark.parametrize(
    ("kind", "key", "name"),
    [
        ("commitment", "c1", "Compact, para. 5"),
        ("text", "gdc", "Compact"),
        ("country", "KEN", "Kenya"),
        ("country", "HKG", "Hong Kong"),
        ("country", "YUG", "Yugoslavia"),
        ("organization", "dco", "Digital Cooperation Organization"),
        ("programme", "giga", "Giga"),
        ("topic", "skills", "Skills"),
        ("person", "ada", "Ada L."),
        ("source", "s", "The report"),
        ("milestone", "m", "Launched"),
    ],
)
def test_every_kind_of_row_is_a_record(drawn: Any, kind: str, key: str, name: str) -> None:
    """It has each row once, under its kind, with the name that its page has."""
    sql = "SELECT kind, name_en FROM records WHERE id = $key"
    assert drawn.sql(sql, params={"key": key}).fetchall() == [(kind, name)]


def test_a_commitment_is_named_in_each_language(drawn: Any) -> None:
    """It names text and paragraph in each language, and says the promise."""
    sql = "SELECT name_fr, about_en, dated_on FROM records WHERE kind = 'commitment'"
    assert drawn.sql(sql).fetchall() == [("Pacte, par. 5", "Connect every school", "2024-09-22")]
