"""Kinds of records are declared once: closed list, tables and pages agree."""

from datetime import date
from pathlib import Path
from urllib.parse import unquote_plus

import duckdb
import pytest

from dashboard.components.common import titles
from dashboard.filtering.declared import FILTERS
from dashboard.kinds import KINDS, Kind, address, holders
from dashboard.source.queries import dictionary
from dashboard.source.row_records import references
from dashboard.words import labels
from dashboard.words.i18n import translator
from tests.helpers.rows_behind import differing
from tests.helpers.served_pages import served_pages
from transforms import paths


def test_every_kind_of_the_database_is_declared(connection: duckdb.DuckDBPyConnection) -> None:
    """It declares exactly the codes of the closed list, with the table that has the rows."""
    listed = connection.sql("SELECT code FROM vocabularies WHERE vocabulary = 'record_kind'")
    found = connection.sql("SELECT DISTINCT kind, relation FROM records").fetchall()

    assert set(KINDS) == {code for (code,) in listed.fetchall()}
    assert {name: kind.tables[0] for name, kind in KINDS.items()} == dict(found)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_address_of_its_own(kind: str) -> None:
    """It names the key in the address, behind a page that no other kind has."""
    assert address(kind, "a b") == f"{KINDS[kind].page}?{KINDS[kind].parameter}=a+b"
    assert [other for other in KINDS.values() if other.page == KINDS[kind].page] == [KINDS[kind]]


def test_the_database_and_the_pages_agree_on_addresses(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """The search and files lead to the page that shows a record."""
    text = connection.sql("SELECT kind, id, record_address(kind, id) FROM records").fetchall()
    assert [row for row in text if unquote_plus(address(row[0], row[1])) != row[2]] == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_feeds_call_every_kind_otherwise(kind: Kind) -> None:
    """What a feed is narrowed to is one kind of record."""
    assert [other for other in KINDS.values() if other.followed_as == kind.followed_as] == [kind]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_names_in_every_list_of_a_record_lead_to_pages(
    kind: Kind, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The column that names the rows of a list has keys of records."""
    monkeypatch.setattr(paths, "DATABASE", database)
    linked = [each for each in kind.sections if each.link]
    dead = [each for each in linked if not holders(references(each.relation).get(each.link, ()))]
    assert dead == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_numbers_among_the_facts_open_lists_that_there_are(kind: Kind) -> None:
    """A fact leads to a section of the record, or to a page by filters that its rows have."""
    opened = [each.opens for each in kind.facts if each.opens]
    names = {f"#{section.name}" for section in kind.sections}
    dead = [place for place, *_ in opened if place.startswith("#") and place not in names]
    unknown = [
        name
        for page, *filters in opened
        for name in filters[:1] + filters[1::2]
        if name not in FILTERS[titles.RELATIONS[page]]
    ]
    assert (dead, unknown) == ([], [])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_a_record_shows_has_a_label(language: str) -> None:
    """No column of a list or strip of facts is shown by its name in the database."""
    t = translator(language)
    shown = {name for kind in KINDS.values() for each in kind.sections for name in each.columns}
    shown |= {each.column for kind in KINDS.values() for each in kind.facts if not each.label}
    assert {name for name in shown if not t.column(name) and not t.column(name[:-3])} == set()


def test_only_commitments_have_an_advance_in_french(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A status is called by its closed list: that of a programme, milestone or text is another."""
    monkeypatch.setattr(paths, "DATABASE", database)
    t = translator("fr")
    others = ("initiatives_on", "milestones_on", "text_profiles_on")

    assert labels.called("commitments_on", ["status"], t) == {"status": "Avancement"}
    assert {labels.called(name, ["status"], t)["status"] for name in others} == {"Statut"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_codes_of_a_row_have_one_label(
    database: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Where a text stands and whether it was adopted are told apart, in each language."""
    monkeypatch.setattr(paths, "DATABASE", database)
    relations = dictionary()["relation"].unique().to_list()
    shown = {
        name: labels.called(name, labels.closed_lists(name), translator(language)).values()
        for name in relations
    }

    assert [name for name, found in shown.items() if len({*found}) < len(found)] == []


@pytest.mark.parametrize(
    "kind",
    [kind for kind in KINDS.values() if any(fact.opens for fact in kind.facts)],
    ids=lambda kind: kind.name,
)
def test_every_number_among_the_facts_is_that_of_the_rows_it_opens(
    kind: Kind, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It counts on every record the rows of its section, or those of the page that it leads to.

    Of countries, each asked by itself, it looks at a few.
    """
    monkeypatch.setattr(paths, "DATABASE", database)
    linked = [fact for fact in kind.facts if fact.opens]
    counted = {
        (fact.column, day, key): differing(kind, fact, day, key)
        for fact in linked
        for day in (date(2025, 6, 1), date(2026, 11, 30))
        for key in (("KEN", "BGD", "CHN") if kind.name == "country" else ("",))
    }

    assert {found: rows for found, rows in counted.items() if rows} == {}


def test_a_list_says_what_stands_beside_the_names(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the publisher of a source, which is not what the source is."""
    bodies = [
        each.proto.body for each in served_pages(database, monkeypatch)("sources").get("html")
    ]
    assert any(">Publisher</th>" in body for body in bodies)
