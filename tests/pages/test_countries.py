"""The Countries page as a reader meets it, on the real database."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.countries import facts
from dashboard.kinds import COUNTRY
from dashboard.source import records
from tests.helpers.pages import opener
from tests.helpers.sentences import numbers, row


@pytest.fixture
def opened(database: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """``opened(country="KEN")`` opens the page with that in its address."""
    return opener("countries", database, monkeypatch)


@pytest.fixture
def counted(connection: duckdb.DuckDBPyConnection) -> Callable[[str], int]:
    """``counted("FROM …")`` counts rows."""
    return lambda sql: int(connection.sql(f"SELECT count(*) {sql}").fetchall()[0][0])


def words(app: AppTest) -> str:
    """Return everything that the page says, names of records without their addresses."""
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.warning, *app.info]
    return re.sub(r"\[([^\]]*)\]\([a-z]+\?[^)]*\)", r"\1", " ".join(part.value for part in parts))


def figures(app: AppTest) -> dict[str, str]:
    """Return the numbers of the page by their label."""
    return {figure.label: figure.value for figure in app.metric}


@pytest.mark.parametrize("language", ["en", "fr"])
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


def test_its_lists_in_full_and_all_rows_have_addresses(opened: Callable[..., AppTest]) -> None:
    """It links each list whole, and the rows of all of them as files of the day."""
    shown = "".join(part.proto.body for part in opened(country="KEN").get("html"))

    for section in COUNTRY.sections:
        assert f"country=KEN&amp;section={section.name}" in shown
    assert "data/country_profile.csv?as_of=2026-11-21&amp;country=KEN" in shown


def test_its_numbers_are_the_databases(
    opened: Callable[..., AppTest], counted: Callable[[str], int]
) -> None:
    """It counts what a question in SQL answers."""
    shown = figures(opened(country="RWA"))

    assert shown["commitments"] == str(
        counted("""
            FROM commitments_on(DATE '2026-11-21') WHERE id IN (
                SELECT commitment_id FROM country_commitments('RWA', DATE '2026-11-21')
                WHERE way <> 'pending'
            )
        """)
    )
    assert shown["initiatives"] == str(
        counted("FROM country_profile('RWA', DATE '2026-11-21') WHERE section = 'initiative'")
    )


@pytest.mark.parametrize("country", ["KEN", "USA"])
def test_each_number_of_the_sentence_is_the_databases(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection, country: str
) -> None:
    """It says in words what the row of totals has."""
    totals = row(connection, f"country_totals('{country}', DATE '2026-11-21')")

    sentence = opened(country=country).markdown[0].value

    said = [totals["bodies"], totals["listed_bodies"], totals["texts"], totals["commitments"]]
    said += [totals["overdue_commitments"]] if totals["overdue_commitments"] else []
    said += [totals["own_commitments"], *([totals["possible"]] if totals["possible"] else [])]
    assert numbers(sentence) == [21, 2026, *said]


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("overdue", "overdue_commitments"),
        ("due within 90 days", "due_soon"),
        ("memberships", "memberships"),
        ("acts towards texts", "acts"),
    ],
)
def test_each_card_has_the_number_of_the_database(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection, label: str, column: str
) -> None:
    """It shows what the row of totals has."""
    totals = row(connection, "country_totals('USA', DATE '2026-11-21')")

    assert figures(opened(country="USA"))[label] == str(totals[column])


def test_a_number_opens_its_rows(opened: Callable[..., AppTest]) -> None:
    """It links the list of commitments that commit the country."""
    queries = [link.proto.query_string for link in opened(country="RWA").page_link]

    assert "as_of=2026-11-21&country=RWA" in queries


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
    assert app.get("plotly_chart")
    assert any("as_of=1992-12-31" in link.proto.query_string for link in app.page_link)


def test_a_former_state_is_a_member_on_its_last_day(opened: Callable[..., AppTest]) -> None:
    """It is in the United Nations on 31 December 1992."""
    app = opened(country="czechoslovakia", as_of="1992-12-31")

    assert not app.info
    assert "**United Nations**" in words(app)


def html_of(app: AppTest, mark: str) -> str:
    """Return the HTML of the page that has a mark."""
    return next(str(part.proto.body) for part in app.get("html") if mark in part.proto.body)


def test_countries_stand_side_by_side(opened: Callable[..., AppTest]) -> None:
    """It tells not in from not recorded, differences first, and says how many they share."""
    app = opened(country="KEN", **{"with": ["FRA", "USA", "FRA"]})
    tables = html_of(app, "beside")
    differing = int(re.findall(r"Where they differ: (\d+)", tables)[0])
    of_oecd = re.findall(r'data-head="([^"]*)">([^<]*)<', re.split(r"id=oecd[\"&]", tables)[1])[:3]
    [said] = [text.value for text in app.markdown if text.value.startswith("They share")]

    assert [name for name, _ in of_oecd] == ["Kenya", "France", "United States of America"]
    assert of_oecd[0][1] == "not in"
    assert "1961" in of_oecd[1][1]
    assert tables.partition("<details>")[0].count('class="first"') == differing
    assert tables.count('class="first"') == numbers(said)[1]


def test_what_commits_only_some_states_is_listed(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It lists what names the country or rests on what it joined, and nothing that binds all."""
    own = connection.sql("""
        SELECT DISTINCT commitment_id FROM country_commitments('KEN', DATE '2026-11-21')
        WHERE NOT universal AND way <> 'pending'
    """).fetchall()

    table = html_of(opened(country="KEN"), "dense")
    listed = re.findall(r'class="first"[^>]*><a [^>]*[?&;]id=([^"&]*)', table)

    assert sorted(listed) == sorted(key for (key,) in own)


def test_neighbours_can_be_set_beside(opened: Callable[..., AppTest]) -> None:
    """It links the comparison with a country of the same subregion."""
    assert "with=RWA" in html_of(opened(country="KEN"), "only there")


def test_votes_say_what_a_source_names(opened: Callable[..., AppTest]) -> None:
    """It says how a country voted, and in how many votes no source names its choice."""
    app = opened(country="USA")

    assert "**against**" in words(app)
    assert any("no source names its choice" in part.label for part in app.expander)


def test_without_a_country_every_one_is_listed(
    opened: Callable[..., AppTest], counted: Callable[[str], int]
) -> None:
    """It has a row for each country that is in something."""
    rows = opened().dataframe[0].value

    assert rows.shape[0] == counted("""
        FROM (
            SELECT DISTINCT member_id FROM members_on(DATE '2026-11-21')
            WHERE member_kind IN ('state', 'territory', 'former_state')
        )
    """)


def test_an_unknown_code_is_said_to_be_unknown(opened: Callable[..., AppTest]) -> None:
    """It names the code that no country has, above the list of all."""
    app = opened(country="XXX")

    assert "no country with the code XXX" in app.info[0].value
    assert app.dataframe


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


def test_a_country_has_a_calendar(opened: Callable[..., AppTest]) -> None:
    """It offers the address of its deadlines, in the language of the page."""
    addresses = [code.value for code in opened(country="KEN", lang="fr").code]

    assert "deadlines.ics?country=KEN&lang=fr" in addresses
    assert "deadlines.ics?country=KEN&lang=fr&periods=all" in addresses


def test_what_is_due_has_an_address(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It offers programs the rows of the table, and no other commitment."""
    waiting = connection.sql("""
        SELECT DISTINCT due_state
        FROM country_commitments('KEN', DATE '2026-01-01') AS concerned
        JOIN commitments_on(DATE '2026-01-01') AS made ON made.id = concerned.commitment_id
        WHERE due_state NOT IN ('met', 'none') AND way <> 'pending'
    """).fetchall()

    addresses = [code.value for code in opened(country="KEN", as_of="2026-01-01").code]

    (rows,) = [text for text in addresses if text.startswith("data/commitments_on.csv?")]
    asked = parse_qsl(rows.partition("?")[2])
    assert ("as_of", "2026-01-01") in asked
    assert ("country", "KEN") in asked
    assert {value for name, value in asked if name == "due_state"} == {
        state for (state,) in waiting
    }


def test_a_group_is_on_a_list_and_not_joined(opened: Callable[..., AppTest]) -> None:
    """It does not let the day of a list read as an accession."""
    assert "African countries** · on the list of 31 December 2019" in words(opened(country="KEN"))


def test_records_behind_a_list_are_found_at_once(
    opened: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It asks the database list by list, not fact by fact."""
    queries: list[int] = []
    named = records.named

    def counted(tables: Any, keys: Any) -> pl.DataFrame:
        queries.append(len(keys))
        return named(tables, keys)

    monkeypatch.setattr(records, "named", counted)
    opened(country="KEN")

    assert sum(queries) > 2 * len(queries)
    assert len(queries) <= 20


def test_a_long_list_is_cut(
    opened: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It shows the first entries, and says how many more there are."""
    monkeypatch.setattr(facts, "MOST", 2)
    said = words(opened(country="KEN"))

    assert re.search(r"\d+ more are in the full lists at the end of the page\.", said)
