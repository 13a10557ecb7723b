"""How many are in, step by step, beside what sources report: `member_counts`, on drawn tables."""

import duckdb

from tests.helpers.drawn import given

STEPS = "SELECT day::VARCHAR, certain, possible, certain_change FROM member_counts"
REPORTS = "SELECT day::VARCHAR, reported, certain, possible, agrees, difference FROM member_counts"


def reports(database: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    """Return the rows in which a source reports a count."""
    return database.sql(f"{REPORTS} WHERE reported IS NOT NULL").fetchall()


def test_a_join_known_to_the_month_is_two_steps() -> None:
    """It raises what is possible first, what is certain later."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on
            a  | SAU       | dco             | 2020-11-26
            b  | MAR       | dco             | 2022-04
        """,
    )

    assert database.sql(STEPS).fetchall() == [
        ("2020-11-26", 1, 1, 1),
        ("2022-04-01", 1, 2, 0),
        ("2022-04-30", 2, 2, 1),
    ]


def test_a_departure_is_a_step_down() -> None:
    """It ends the count on the first day out."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on  | left_on
            a  | GBR       | eu              | 1973-01-01 | 2020-02-01
        """,
    )

    assert database.sql(STEPS).fetchall() == [("1973-01-01", 1, 1, 1), ("2020-02-01", 0, 0, -1)]


def test_a_ratification_after_a_signature_is_no_step() -> None:
    """It counts one adherent, once."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            a  | eu       | treaty        | signed   | 2024-09-05
            b  | eu       | treaty        | ratified | 2026-05-15
        """,
    )

    assert database.sql(STEPS).fetchall() == [("2024-09-05", 1, 1, 1)]


def test_derived_members_are_not_counted() -> None:
    """It counts the declared roster."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on  | basis
            a  | FRA       | gpai            | 2020-06-15 | declared
            b  | LVA       | gpai            | 2024-07-03 | derived
        """,
    )

    assert database.sql(STEPS).fetchall() == [("2020-06-15", 1, 1, 1)]


def test_a_group_of_countries_is_counted_too() -> None:
    """It tells groups from organizations."""
    database = given(
        actors="""
            id  | kind
            ldc | country_group
        """,
        memberships="""
            id | member_id | organization_id | joined_on
            a  | NPL       | ldc             | [..1971-11-18]
        """,
    )

    rows = "SELECT body_kind, day::VARCHAR, certain, possible FROM member_counts"

    assert database.sql(rows).fetchall() == [("country_group", "1971-11-18", 1, 1)]


def test_two_reports_on_one_day_are_two_rows_and_one_change() -> None:
    """It lets the changes of a body add up to its count."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on
            a  | SAU       | dco             | 2020-11-26
        """,
        reported_counts="""
            id  | actor_id | as_of      | count | what
            one | dco      | 2020-11-26 | 1     | members
            two | dco      | 2020-11-26 | 5     | members
        """,
    )

    rows = "SELECT reported, certain_change, agrees, difference FROM member_counts"

    assert database.sql(rows).fetchall() == [(1, 1, True, 0), (5, 0, False, 4)]


def test_a_report_of_a_year_agrees_with_any_day_of_it() -> None:
    """It does not take the last day of the year for the day of the report."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on
            a  | SAU       | dco             | 2020-11-26
            b  | MAR       | dco             | 2022-04-15
        """,
        reported_counts="""
            id | actor_id | as_of | count | what
            r  | dco      | 2022  | 1     | members
        """,
    )

    assert reports(database) == [("2022-12-31", 1, 2, 2, True, 0)]


def test_more_than_needs_more_and_about_allows_two_per_cent() -> None:
    """It reads the qualifier of each report."""
    members = "\n".join(f"m{i} | m{i} | club | 2020-01-01" for i in range(50))
    database = given(
        memberships=f"id | member_id | organization_id | joined_on\n{members}",
        reported_counts="""
            id | actor_id | as_of      | count | what    | qualifier
            a  | club     | 2021-01-01 | 49    | members | more_than
            b  | club     | 2021-01-01 | 50    | members | more_than
            c  | club     | 2021-01-01 | 51    | members | about
            d  | club     | 2021-01-01 | 52    | members | about
        """,
    )

    assert [row[-2] for row in reports(database)] == [True, False, True, False]


def test_plans_and_other_counts_are_no_reports_of_members() -> None:
    """It compares the roster with actual members and signatories only."""
    database = given(
        reported_counts="""
            id | actor_id | instrument_id | as_of      | count | what      | nature
            a  | dco      |               | 2021-01-01 | 60    | observers | actual
            b  | dco      |               | 2021-01-01 | 20    | members   | planned
            c  |          | gdc           | 2021-01-01 | 300   | members   | actual
        """,
    )

    assert reports(database) == []


def test_a_body_without_a_roster_has_no_count_of_its_own() -> None:
    """It does not say zero where nobody was listed."""
    database = given(
        reported_counts="""
            id | actor_id | as_of      | count | what
            a  | itu      | 2024-09-19 | 194   | members
        """,
    )

    assert reports(database) == [("2024-09-19", 194, None, None, None, None)]


def test_possible_is_never_fewer_than_certain() -> None:
    """It holds for every step, also with several unsure spells."""
    database = given(
        memberships="""
            id | member_id | organization_id | joined_on | left_on
            a  | SYR       | un              | 1945      | 1958
            b  | SYR       | un              | 1961      | [..1970]
            c  | IDN       | un              | [..1950]  | 1965-03
        """,
    )

    assert database.sql("FROM member_counts WHERE possible < certain").fetchall() == []
