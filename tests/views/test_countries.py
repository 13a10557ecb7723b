"""All of one country: `country_profile` and `groupings_on`, on drawn tables."""

from typing import Any

from tests.helpers.drawn import given

WORLD = """
    id            | kind          | parent_id
    all-countries | country_group |
    developing    | country_group | all-countries
    ldc           | country_group | developing
    ETH           | state         |
    gov-ethiopia  | government    | ETH
"""
IN_LDC = """
    id | member_id | organization_id | joined_on
    a  | ETH       | ldc             | 1971-11-18
"""


def profile(
    database: Any, columns: Any, section: Any, day: Any = "2026-01-01", country: Any = "ETH"
) -> Any:
    """Return some columns of one section of a profile."""
    return database.sql(f"""
        SELECT {columns} FROM country_profile('{country}', DATE '{day}')
        WHERE section = '{section}'
    """).fetchall()


def test_who_stands_for_the_developing_countries_is_among_them() -> None:
    """It gives the group without a list the members of those that the settings name."""
    database = given(
        actors="""
            id                   | kind
            developing-countries | country_group
            poor                 | country_group
            KEN                  | state
            USA                  | state
        """,
        memberships="""
            id | member_id | organization_id | joined_on
            a  | KEN       | poor            | 2014-07-01
        """,
    )
    found = """
        SELECT member_id, derivation FROM groupings_on(DATE '2026-01-01')
        WHERE group_id = 'developing-countries'
    """
    assert database.sql(found).fetchall() == []

    database.execute("UPDATE tracker SET developing_countries_as = ['poor']")

    assert database.sql(found).fetchall() == [("KEN", "derived")]


def test_a_group_that_is_given_stands_for_the_developing_countries() -> None:
    """It takes the members of that group and of those inside it, and of no other."""
    database = given(
        actors="""
            id                   | kind          | parent_id
            developing-countries | country_group |
            ldc                  | country_group | developing-countries
            poor                 | country_group |
            poorest              | country_group | poor
            KEN                  | state         |
            ETH                  | state         |
            NPL                  | state         |
        """,
        memberships="""
            id | member_id | organization_id | joined_on
            a  | KEN       | poor            | 2014-07-01
            b  | ETH       | poorest         | 2014-07-01
            c  | NPL       | ldc             | 2014-07-01
        """,
    )
    members = """
        SELECT member_id FROM groupings_on(DATE '2026-01-01', developing_as := $chosen)
        WHERE group_id = 'developing-countries'
        ORDER BY member_id
    """

    def found(chosen: str | None) -> list[tuple[str]]:
        return database.execute(members, {"chosen": chosen}).fetchall()

    assert found("poor") == [("ETH",), ("KEN",)]
    assert found("ldc") == [("NPL",)]
    assert found(None) == [("NPL",)]


def test_a_country_is_in_the_groups_that_contain_its_own() -> None:
    """It says which it was declared in, and which follow."""
    database = given(actors=WORLD, memberships=IN_LDC)

    assert profile(database, "subject_id, derivation", "group") == [
        ("ldc", "declared"),
        ("all-countries", "derived"),
        ("developing", "derived"),
    ]


def test_a_need_of_its_group_is_a_need_of_the_country() -> None:
    """It names the group, and marks the need as derived."""
    database = given(
        actors=WORLD,
        memberships=IN_LDC,
        needs="""
            id | actor_id   | focus_area_id | stated_on | statement_en
            n  | developing | skills        | 2024      | Teachers.
            o  | ETH        | skills        | 2025      | Schools.
        """,
    )

    assert profile(database, "id, derivation, note_en", "need") == [
        ("n", "derived", "developing: Teachers."),
        ("o", "declared", "Schools."),
    ]


def test_an_initiative_reaches_a_country_by_name_by_group_or_through_its_government() -> None:
    """It is one row for each initiative, however it reaches the country."""
    database = given(
        actors=WORLD,
        memberships=IN_LDC,
        initiatives="""
            id      | lead_id      | started_on | ended_on   | status
            general | itu          | 2025-01-01 |            | active
            led     | gov-ethiopia | 2025-01-02 |            | announced
            named   | itu          | 2025-01-03 |            | active
            over    | itu          | 2020-01-01 | 2026-01-01 | completed
            other   | itu          | 2020-01-01 |            | active
        """,
        initiative_reach="""
            initiative_id | actor_id
            general       | all-countries
            general       | developing
            named         | ETH
            named         | all-countries
            over          | ETH
            other         | KEN
        """,
    )

    assert profile(database, "id, detail, derivation", "initiative") == [
        ("general", "active", "derived"),
        ("led", "announced", "declared"),
        ("named", "active", "declared"),
    ]


def test_every_role_is_shown_with_its_certainty() -> None:
    """It shows observers and presidents too, and those only on their days."""
    database = given(
        actors="id | kind\ndco | organization\nMAR | state",
        memberships="""
            id | member_id | organization_id | role      | joined_on  | left_on
            a  | MAR       | dco             | member    | 2022-04    |
            b  | MAR       | dco             | president | 2023-01-01 | 2024-01-01
        """,
    )

    spring = profile(database, "detail, certainty", "membership", "2022-04-15", "MAR")
    later = profile(database, "detail, certainty", "membership", "2023-06-01", "MAR")

    assert spring == [("member", "possible")]
    assert later == [("member", "certain"), ("president", "certain")]


def test_votes_statements_seats_and_meetings_are_listed() -> None:
    """It names the person where the source does, and what was planned is only possible."""
    database = given(
        actors="id | kind\nETH | state\nun | organization",
        positions="""
            id | actor_id | position  | instrument_id | on_date
            v  | ETH      | voted_for | act           | 2026-02-12
        """,
        appointments="""
            id | person_name | organization_id | country_id | started_on | ended_on
            s  | Ada Tiny    | panel           | ETH        | 2026-02-12 | 2029-02-12
        """,
        milestones="""
            id | host_id | actor_id | happened_on | status
            m  | ETH     | un       | 2026-07-01  | planned
            n  | ETH     | un       | 2026-03-01  | held
        """,
        countries="id\nETH",
    )
    day = "2026-08-01"

    assert profile(database, "subject_id, detail", "position", day) == [("act", "voted_for")]
    assert profile(database, "subject_id, note_en", "appointment", day) == [("panel", "Ada Tiny")]
    assert profile(database, "id, certainty", "hosting", day) == [
        ("n", "certain"),
        ("m", "possible"),
    ]


def test_nothing_of_later_days_is_known() -> None:
    """It does not look into the future of the day."""
    database = given(
        actors=WORLD,
        positions="""
            id | actor_id | instrument_id | on_date
            v  | ETH      | act           | 2026-02-12
        """,
        adherences="""
            id | actor_id | instrument_id | act    | on_date
            a  | ETH      | treaty        | signed | 2026-03-01
        """,
    )

    rows = database.sql("FROM country_profile('ETH', DATE '2026-01-01') WHERE section <> 'group'")

    assert rows.fetchall() == []
