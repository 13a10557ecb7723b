"""Groups on the page of a country: who is in them, and who stands for the developing countries."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.helpers.country_page import words

PAGE = "countries"


def test_needs_of_a_group_without_a_list_are_said_to_be_missing(
    opened: Callable[..., AppTest], counted: Callable[[str], int]
) -> None:
    """It names the groups whose members nobody lists, with how many needs they have."""
    n = counted("FROM needs_on(DATE '2026-11-21') WHERE group_id = 'conflict-affected-countries'")

    assert n
    assert f"Countries affected by conflict ({n})" in words(opened(country="KEN"))


def test_the_page_names_who_stands_for_the_developing_countries(
    opened: Callable[..., AppTest], counted: Callable[[str], int]
) -> None:
    """It shows Kenya their needs, and says by whose list it is one of them."""
    said = words(opened(country="KEN"))

    assert counted("""
        FROM country_profile('KEN', DATE '2026-11-21') AS own
        SEMI JOIN needs ON needs.id = own.id AND needs.actor_id = 'developing-countries'
    """) == counted("FROM needs_on(DATE '2026-11-21') WHERE group_id = 'developing-countries'")
    assert "No agreed list of the group “Developing countries” exists" in said
    assert "Low- and middle-income economies (World Bank)" in said
    assert "19 August 2025" in said


def test_the_reader_chooses_who_stands_for_the_developing_countries(
    opened: Callable[..., AppTest], counted: Callable[[str], int]
) -> None:
    """It shows Kenya no needs of theirs under a list that it is not on, and says so."""
    said = words(opened(country="KEN", developing="small-island-developing-states"))

    assert "It is not among them on 21 November 2026." in said
    assert not counted("""
        FROM country_profile(
            'KEN', DATE '2026-11-21', developing_as := 'small-island-developing-states'
        ) AS own
        SEMI JOIN needs ON needs.id = own.id AND needs.actor_id = 'developing-countries'
    """)


def test_a_country_that_is_not_among_them_is_told_nothing_of_them(
    opened: Callable[..., AppTest],
) -> None:
    """It has no such sentence for a high-income economy."""
    assert "No agreed list" not in words(opened(country="FRA"))


def test_bodies_are_counted_among_those_with_a_list(
    opened: Callable[..., AppTest], counted: Callable[[str], int]
) -> None:
    """It says of how many bodies members are listed at all."""
    rosters = counted("""
        FROM (
            SELECT DISTINCT organization_id FROM participations
            WHERE body_kind = 'organization' AND derivation = 'declared' AND counted
        )
    """)

    assert f"of the {rosters} bodies whose members are listed here" in words(opened(country="KEN"))


def test_a_roster_known_in_part_says_so(opened: Callable[..., AppTest]) -> None:
    """It says beside a body how many of its stated members are listed."""
    assert "listed 54 of 91" in words(opened(country="RWA"))


def test_a_group_is_on_a_list_and_not_joined(opened: Callable[..., AppTest]) -> None:
    """It does not let the day of a list read as an accession."""
    assert "African countries** · on the list of 31 December 2019" in words(opened(country="KEN"))
