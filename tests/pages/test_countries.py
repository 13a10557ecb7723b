"""The Countries page as a reader meets it, on the real database."""

import re
from collections.abc import Callable
from typing import Any

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.helpers.charts_on_page import shown_charts
from tests.helpers.country_page import html_of, strip_of, words
from tests.helpers.sentences import numbers, row

PAGE = "countries"


@pytest.mark.parametrize("language", ["en", pytest.param("fr", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "asked", [{}, {"country": "KEN"}, {"country": "USA", "with": "FRA"}, {"country": "zanzibar"}]
)
def test_it_opens_in_both_languages(
    opened: Callable[..., AppTest], language: str, asked: dict[Any, Any] | dict[str, str]
) -> None:
    """It shows no error, and nothing that nobody translated."""
    app = opened(lang=language, **asked)

    assert not app.exception
    assert "[en]" not in words(app)


def test_its_long_lists_and_all_its_rows_have_addresses(opened: Callable[..., AppTest]) -> None:
    """It links each list that is cut, and files of all rows with who stands for developing ones."""
    app = opened(country="KEN", developing="least-developed-countries")
    shown = "".join(part.proto.body for part in app.get("html"))

    for name in ("commitments", "not_in", "programmes", "sources"):
        assert f"country=KEN&amp;section={name}" in shown
    [file] = re.findall(r'href="(data/country_profile\.csv[^"]*)"', shown)
    assert "country=KEN" in file
    assert "developing=least-developed-countries" in file


def test_its_numbers_are_the_databases(
    opened: Callable[..., AppTest], counted: Callable[[str], int]
) -> None:
    """It counts what a question in SQL answers."""
    shown = strip_of(opened(country="RWA"))

    assert shown["Commitments"] == str(
        counted("""
            FROM commitments_on(DATE '2026-11-21') WHERE id IN (
                SELECT commitment_id FROM country_commitments('RWA', DATE '2026-11-21')
                WHERE way <> 'pending'
            )
        """)
    )
    assert shown["Programmes that reach it"] == str(
        counted("FROM country_profile('RWA', DATE '2026-11-21') WHERE section = 'initiative'")
    )


@pytest.mark.parametrize("country", ["KEN", "USA"])
def test_each_number_of_the_sentence_is_the_databases(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection, country: str
) -> None:
    """It says in words what the row of totals has."""
    totals = row(connection, f"country_totals('{country}', DATE '2026-11-21')")

    sentence = re.sub(r"<[^<>]*>", "", html_of(opened(country=country), 'class="summary"'))

    said = [totals["commitments"], totals["overdue_commitments"], totals["own_commitments"]]
    said += [totals["texts"], totals["bodies"], totals["listed_bodies"], totals["possible"]]
    assert numbers(sentence)[: 2 + len(said)] == [21, 2026, *filter(None, said)]


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("Overdue", "overdue_commitments"),
        ("Due within 90 days", "due_soon"),
        ("Memberships", "memberships"),
        ("Acts towards texts", "acts"),
    ],
)
def test_each_card_has_the_number_of_the_database(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection, label: str, column: str
) -> None:
    """It shows what the row of totals has."""
    totals = row(connection, "country_totals('USA', DATE '2026-11-21')")

    assert strip_of(opened(country="USA"))[label] == str(totals[column])


def test_a_number_opens_its_rows(opened: Callable[..., AppTest]) -> None:
    """It links the list of commitments that commit the country."""
    strip = html_of(opened(country="RWA"), 'class="strip"')

    assert 'href="commitments?as_of=2026-11-21&amp;country=RWA"' in strip
    assert 'href="#memberships"' in strip


@pytest.mark.parametrize("name", ["Turkey", "Turquie", "TUR"])
def test_a_country_is_found_under_all_its_names(opened: Callable[..., AppTest], name: str) -> None:
    """It offers a label that holds both languages, the code and further names."""
    labels = opened().selectbox[0].options

    assert [label for label in labels if "Türkiye" in label and name in label]


def test_a_day_before_joining_knows_no_membership(opened: Callable[..., AppTest]) -> None:
    """It does not list the DCO for Ghana in 2022."""
    assert "Digital Cooperation Organization** " in words(opened(country="GHA"))
    assert "Digital Cooperation Organization** " not in words(
        opened(country="GHA", as_of="2022-01-01")
    )


def test_a_signed_treaty_is_not_counted_as_binding(opened: Callable[..., AppTest]) -> None:
    """It says so beneath what commits the country."""
    app = opened(country="USA")

    assert "does not bind it yet" in words(app)
    shown = "".join(part.proto.body for part in app.get("html"))
    [target] = re.findall(r'href="(commitments\?[^"]*)"[^>]*>[^<]*CoE AI Convention', shown)
    assert "country=" not in target


def test_what_is_derived_stands_apart(opened: Callable[..., AppTest]) -> None:
    """It lists under a title of its own what follows from something else."""
    titles = [part.value for part in opened(country="USA").header]

    assert "Derived from something else, and not counted" in titles


def test_a_former_state_shows_its_past(opened: Callable[..., AppTest]) -> None:
    """It says since when it is no more, draws what it was in, and links its last day."""
    app = opened(country="czechoslovakia")

    assert "no longer existed" in app.info[0].value
    assert shown_charts(app)
    assert "as_of=1992-12-31" in html_of(app, "See its last day")


def test_a_former_state_is_a_member_on_its_last_day(opened: Callable[..., AppTest]) -> None:
    """It is in the United Nations on 31 December 1992."""
    app = opened(country="czechoslovakia", as_of="1992-12-31")

    assert not app.info
    assert "**United Nations**" in words(app)


def test_an_unknown_code_is_said_to_be_unknown(opened: Callable[..., AppTest]) -> None:
    """It names the code that no country has, above the list of all."""
    app = opened(country="XXX")

    assert "no country with the code XXX" in app.info[0].value
    assert app.dataframe


def test_a_former_name_in_the_address_offers_the_country(opened: Callable[..., AppTest]) -> None:
    """It links the country that is called so no longer."""
    app = opened(country="Ivory Coast")

    assert any("country=CIV" in each.proto.body for each in app.get("html"))


@pytest.mark.parametrize(
    ("country", "others"), [("COG", ["COD"]), ("NER", ["NGA"]), ("IRL", []), ("KEN", [])]
)
def test_a_country_links_those_with_a_similar_name(
    opened: Callable[..., AppTest], country: str, others: list[str]
) -> None:
    """Whoever meant the other Congo sees it; one word among many does not make a name similar."""
    shown = "".join(part.proto.body for part in opened(country=country).get("html"))
    said = re.findall(r"Not to be confused with: (.*?)\.<?", shown)

    assert [re.findall(r"country=(\w+)", each) for each in said] == ([others] if others else [])
