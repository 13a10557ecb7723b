"""Each list that the search offers is a page with filters that the page has."""

from urllib.parse import parse_qsl, urlsplit

import duckdb

from dashboard.components.records import listing, sections
from dashboard.filtering.declared import FILTERS
from dashboard.kinds import BY_PAGE
from dashboard.navigation import PAGES

RELATIONS = {
    "commitments": "commitments_on",
    "members": "members_on",
    "capacity": "capacity_gaps",
    "timeline": "timeline_on",
}
"""Whose filters the page of lists has."""


def known(page: str) -> set[str]:
    """Return what the address of a page can say, beside the language and the day."""
    if page in RELATIONS:
        return {*FILTERS[RELATIONS[page]], "standing"}
    if page == "data":
        return {"part"}
    if page not in BY_PAGE:
        return set()
    return {BY_PAGE[page].parameter, sections.ALONE, listing.EVERY, "with"}


def test_every_list_and_filter_is_one_of_its_page(connection: duckdb.DuckDBPyConnection) -> None:
    """It has no address that a page would pass over."""
    lists = connection.sql("SELECT id FROM search_lists").fetchall()
    filters = connection.sql(
        "SELECT page, parameter, CASE WHEN NOT is_listed THEN second END FROM search_list_filters"
    ).fetchall()
    asked = [urlsplit(address)[2:4] for (address,) in lists]
    names = [(page, name) for page, query in asked for name, _ in parse_qsl(query)]
    names += [(page, name) for page, *both in filters for name in both if name]
    names = [(urlsplit(page).path, name) for page, name in names]

    assert {page for page, _ in asked} <= set(PAGES)
    assert [(page, name) for page, name in names if name not in known(page)] == []


def test_every_section_of_a_list_is_declared(connection: duckdb.DuckDBPyConnection) -> None:
    """It opens a section that the kind of the page has."""
    for (address,) in connection.sql("SELECT id FROM search_lists").fetchall():
        page, query = urlsplit(address)[2:4]
        for name, value in parse_qsl(query):
            if name == sections.ALONE:
                assert value in {section.name for section in BY_PAGE[page].sections}
