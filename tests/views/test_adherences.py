"""Who stands by a text on a day: `members_on` for instruments, on drawn tables."""

import duckdb
import pytest

from tests.helpers.drawn import given


def adherents(database: duckdb.DuckDBPyConnection, day: str) -> list[tuple[str, ...]]:
    """Return who stands by a text on a day, how, since when, and how sure that is."""
    return database.sql(
        f"SELECT member_id, role, joined_on, certainty FROM members_on(DATE '{day}')"
    ).fetchall()


def test_who_signed_and_ratified_is_one_adherent_by_the_stronger_act() -> None:
    """It counts once, as ratified, since the signature."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            a  | eu       | treaty        | signed   | 2024-09-05
            b  | eu       | treaty        | ratified | 2026-05-15
        """,
    )

    assert adherents(database, "2025-01-01") == [("eu", "signed", "2024-09-05", "certain")]
    assert adherents(database, "2026-06-01") == [("eu", "ratified", "2024-09-05", "certain")]


def test_the_source_shown_is_that_of_the_act_shown() -> None:
    """It points to the ratification once there is one."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act      | on_date    | source_id
            a  | eu       | treaty        | signed   | 2024-09-05 | signing
            b  | eu       | treaty        | ratified | 2026-05-15 | deposit
        """,
    )

    rows = "SELECT row_table, row_id, source_id FROM members_on(DATE '2026-06-01')"

    assert database.sql(rows).fetchall() == [("adherences", "b", "deposit")]


def test_a_ratification_that_may_come_later_leaves_the_signature_certain() -> None:
    """It does not make a certain adherent possible."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            a  | eu       | treaty        | signed   | 2024-09-05
            b  | eu       | treaty        | ratified | 2026
        """,
    )

    assert adherents(database, "2026-06-01") == [("eu", "signed", "2024-09-05", "certain")]


@pytest.mark.parametrize(
    ("acts", "strongest"),
    [
        (["endorsed", "signed"], "signed"),
        (["signed", "adhered"], "adhered"),
        (["adhered", "ratified"], "ratified"),
    ],
)
def test_acts_have_an_order(acts: list[str], strongest: str) -> None:
    """It names ratified before adhered, signed and endorsed."""
    database = given(
        adherences=f"""
            id | actor_id | instrument_id | act       | on_date
            a  | KEN      | treaty        | {acts[0]} | 2020-01-01
            b  | KEN      | treaty        | {acts[1]} | 2020-01-01
        """,
    )

    assert adherents(database, "2021-01-01") == [("KEN", strongest, "2020-01-01", "certain")]


def test_a_withdrawal_ends_every_act_before_it() -> None:
    """It counts nobody who withdrew, from that day on."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            a  | USA      | treaty        | signed   | 2015-01-01
            b  | USA      | treaty        | ratified | 2016-01-01
            c  | USA      | treaty        | withdrew | 2020-11-04
        """,
    )

    assert [row[0] for row in adherents(database, "2020-11-03")] == ["USA"]
    assert adherents(database, "2020-11-04") == []


def test_who_comes_back_is_in_since_coming_back() -> None:
    """It does not let a withdrawal end a later act."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            a  | USA      | treaty        | ratified | 2016-01-01
            b  | USA      | treaty        | withdrew | 2020-11-04
            c  | USA      | treaty        | adhered  | 2021-02-19
        """,
    )

    assert adherents(database, "2021-01-01") == []
    assert adherents(database, "2022-01-01") == [("USA", "adhered", "2021-02-19", "certain")]


def test_a_withdrawal_known_to_the_year_leaves_it_possible_in_that_year() -> None:
    """It is certain only before the first and out only after the last possible day."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act      | on_date
            a  | USA      | treaty        | signed   | 2015-01-01
            b  | USA      | treaty        | withdrew | 2020
        """,
    )

    assert adherents(database, "2020-06-01") == [("USA", "signed", "2015-01-01", "possible")]
    assert adherents(database, "2020-12-31") == []


def test_an_act_that_no_longer_holds_is_out() -> None:
    """It reads until_date as the first day on which it no longer holds."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act      | on_date    | until_date
            a  | KEN      | pledge        | endorsed | 2020-01-01 | 2021-01-01
        """,
    )

    assert [row[0] for row in adherents(database, "2020-12-31")] == ["KEN"]
    assert adherents(database, "2021-01-01") == []


def test_a_pledge_to_adopt_is_no_adherence() -> None:
    """It waits for the act itself."""
    database = given(
        adherences="""
            id | actor_id | instrument_id | act     | on_date
            a  | KEN      | treaty        | pledged | 2020-01-01
        """,
    )

    assert adherents(database, "2021-01-01") == []
