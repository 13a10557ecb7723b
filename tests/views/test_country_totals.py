"""The numbers of one country, on drawn tables."""

import duckdb

from tests.helpers.drawn import given
from tests.helpers.sentences import row

DAY = "DATE '2026-01-01'"
GROUPS = """
    id            | kind          | parent_id
    all-countries | country_group |
    ldc           | country_group | all-countries
    KEN           | state         |
"""


def test_every_number_of_a_country_is_counted() -> None:
    """It counts what names the country, what commits it, and what is only possible."""
    database = given(
        actors="""
            id     | kind
            club   | organization
            league | organization
            other  | organization
            KEN    | state
            NAM    | state
        """,
        memberships="""
            id | member_id | organization_id | role     | joined_on             | basis
            a  | KEN       | club            | member   | 2020-01-01            | declared
            b  | KEN       | league          | observer | [..2027-01-01]        | declared
            c  | NAM       | other           | member   | 2020-01-01            | declared
            d  | KEN       | other           | member   | 2020-01-01            | derived
            e  | NAM       | late            | member   | 2030-01-01            | declared
        """,
        instruments="""
            id   | adopted_on | status
            pact | 2020-01-01 | adopted
            plan | 2020-01-01 | adopted
        """,
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            1  | KEN      | pact          | signed   | 2020-01-01
            2  | KEN      | pact          | endorsed | 2020-01-01
            3  | KEN      | plan          | pledged  | 2020-01-01
        """,
        commitments="""
            id | instrument_id | addressee    | due_on     | verification
            p  | pact          | participants | 2024-01-01 | secondary
            q  | pact          | participants | 2026-02-01 | read
            r  | plan          | secretariat  |            | secondary
        """,
        initiatives="id | started_on\ni | 2025-01-01\nj | 2025-01-01",
        initiative_reach="initiative_id | actor_id\ni | KEN",
    )

    assert row(database, f"country_totals('KEN', {DAY})") == {
        "bodies": 1,
        "listed_bodies": 2,
        "texts": 1,
        "memberships": 2,
        "acts": 3,
        "possible": 1,
        "initiatives": 1,
        "unlisted_initiatives": 0,
        "commitments": 2,
        "own_commitments": 2,
        "overdue_commitments": 1,
        "not_judged": 0,
        "due_soon": 1,
        "not_read": 1,
    }


def test_what_a_country_is_in_is_counted_by_kind() -> None:
    """It counts bodies, texts and groups apart, and countries alone."""
    database = given(
        actors=GROUPS + "club | organization |\nalpha | organization |",
        memberships="""
            id | member_id | organization_id | joined_on
            a  | KEN       | club            | 2020-01-01
            b  | KEN       | ldc             | 2020-01-01
            c  | alpha     | club            | 2020-01-01
        """,
        adherences="id | actor_id | instrument_id | act | on_date\n1 | KEN | pact | signed | 2020",
    )

    counts = "SELECT member_id, bodies, texts, groups FROM countries_on"
    assert database.sql(f"{counts}({DAY})").fetchall() == [("KEN", 1, 1, 1)]


def test_needs_of_a_country_are_counted_by_area_with_whose_they_are(
    commitments: duckdb.DuckDBPyConnection,
) -> None:
    """It names the country's groups, the area with the most needs first."""
    commitments.execute("""
        INSERT INTO memberships BY NAME
        SELECT 'm' AS id, 'KEN' AS member_id, 'ldc' AS organization_id, 'member' AS role,
            '2020' AS joined_on, DATE '2020-01-01' AS joined_on_earliest,
            DATE '2020-12-31' AS joined_on_latest, 'declared' AS basis, 'web' AS source_id,
            'high' AS confidence
    """)
    needs = f"SELECT focus_area_id, needs, groups_en FROM country_needs_by_area('KEN', {DAY})"

    assert commitments.sql(needs).fetchall() == [
        ("trade", 2, ["all-countries", "ldc"]),
        ("school", 1, ["ldc"]),
        ("skills", 1, ["ldc"]),
    ]


def test_a_group_that_nobody_lists_is_no_group_of_a_country() -> None:
    """It tells what is for such groups, and leaves out what reaches the country otherwise."""
    database = given(
        actors=GROUPS + "poor | country_group |",
        memberships="id | member_id | organization_id | joined_on\na | KEN | ldc | 2020-01-01",
        needs="""
            id | actor_id | focus_area_id | stated_on
            n  | poor     | skills        | 2024
            m  | ldc      | skills        | 2024
            o  | poor     | skills        | 2030
        """,
        initiatives="id | started_on\ni | 2025-01-01\nj | 2025-01-01",
        initiative_reach="initiative_id | actor_id\ni | poor\ni | ldc\nj | poor",
    )
    groups = f"SELECT group_id, needs, initiative_ids FROM country_unlisted_groups('KEN', {DAY})"

    assert database.sql(groups).fetchall() == [("poor", 1, ["j"])]
    assert row(database, f"country_totals('KEN', {DAY})")["unlisted_initiatives"] == 1
