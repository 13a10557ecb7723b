"""Lists on the page of a country: side by side, due, and found at once."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.source import records
from tests.helpers.country_page import html_of
from tests.helpers.sentences import numbers

PAGE = "countries"


def test_countries_stand_side_by_side(opened: Callable[..., AppTest]) -> None:
    """It tells not in from not recorded, differences first, and says how many they share."""
    app = opened(country="KEN", **{"with": ["FRA", "USA", "FRA"]})
    tables = html_of(app, "Where they differ")
    differing = int(re.findall(r"Where they differ: (\d+)", tables)[0])
    of_oecd = re.findall(r'data-head="([^"]*)">([^<]*)<', re.split(r"id=oecd[\"&]", tables)[1])[:3]
    [said] = [text.value for text in app.markdown if "They share" in text.value]

    assert [name for name, _ in of_oecd] == ["Kenya", "France", "United States of America"]
    assert of_oecd[0][1] == "not in"
    assert "1961" in of_oecd[1][1]
    assert tables.partition("<details>")[0].count('class="first"') == differing
    assert tables.count('class="first"') == numbers(said.partition("They share")[2])[1]
    assert re.search(r"Kenya \d+; France \d+; United States of America \d+\.", said)


def test_what_commits_only_some_states_is_listed(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It lists what names the country or rests on what it joined, and nothing that binds all."""
    own = connection.sql("""
        SELECT DISTINCT commitment_id FROM country_commitments('KEN', DATE '2026-11-21')
        WHERE NOT universal AND way <> 'pending'
    """).fetchall()

    table = html_of(opened(country="KEN"), "<caption>What commits it, and not every State")
    listed = re.findall(r'class="first"[^>]*><a [^>]*[?&;]id=([^"&]*)', table)

    assert sorted(listed) == sorted(key for (key,) in own)


def test_a_comparison_is_called_after_all_its_countries(opened: Callable[..., AppTest]) -> None:
    """It names them in the title, and says of two what either of them is in."""
    app = opened(country="KEN", lang="fr", **{"with": "RWA"})

    assert app.title[0].value.replace("\\", "") == "Kenya (comparaison\u00a0: Rwanda)"
    assert any("au moins l’un des deux" in text.value for text in app.markdown)


def test_the_comparison_stands_in_the_list_of_what_is_on_the_page(
    opened: Callable[..., AppTest],
) -> None:
    """It lies below the facts of the first country."""
    assert 'href="#beside"' in html_of(opened(country="KEN", **{"with": "RWA"}), "On this page")
    assert 'href="#beside"' not in html_of(opened(country="KEN"), "On this page")


def test_neighbours_can_be_set_beside(opened: Callable[..., AppTest]) -> None:
    """It links the comparison with a country of the same subregion."""
    assert "with=RWA" in html_of(opened(country="KEN"), "only there")


def test_votes_say_what_a_source_names(opened: Callable[..., AppTest]) -> None:
    """It says how a country voted, and in how many votes no source names its choice."""
    app = opened(country="USA")

    assert ">against<" in html_of(app, "<caption>Votes<")
    assert "did not vote" in html_of(app, "<caption>Votes in which no source names its choice")


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
