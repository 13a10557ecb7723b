"""From the first page every record is reached by links, and no link leads nowhere."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.kinds import BY_PAGE, KINDS
from dashboard.navigation import PAGES
from transforms import paths

TRIED = 2
"""Records of each kind, evenly through their list."""
LANGUAGES = ("en", "fr")
DAYS = ("2019-06-01", "2025-03-01", "2026-11-21")
LINK = re.compile(r'<a class="in" href="([^"]*)"|\]\(([a-z]+\?[^)]*)\)')

Visit = tuple[str, tuple[tuple[str, str], ...]]
"""A page and what its address says."""


@pytest.fixture
def opened(database: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Visit], AppTest]:
    """Open a page as its address says."""
    monkeypatch.setattr(paths, "DATABASE", database)

    def opened(visit: Visit) -> AppTest:
        app = AppTest.from_file(paths.DASHBOARD / "streamlit_app.py", default_timeout=600)
        for name, value in visit[1]:
            app.query_params[name] = value
        app.switch_page(f"app_pages/{visit[0]}.py")
        return app.run()

    return opened


def linked(app: AppTest) -> Iterator[Visit]:
    """Yield where the links of a page lead: those in lists, in text, and Streamlit's own."""
    bodies = [each.proto.body for each in app.get("html")]
    bodies += [each.value for each in app.markdown]
    found = [unescape("".join(each)) for body in bodies for each in LINK.findall(body)]
    found += [f"{link.proto.page}?{link.proto.query_string}" for link in app.get("page_link")]
    for address in found:
        parts = urlsplit(address)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        yield parts.path.strip("/"), tuple(sorted(query.items()))


def record_of(visit: Visit) -> tuple[str, str] | None:
    """Return kind and key of the record that an address opens; none for any other page."""
    kind = BY_PAGE.get(visit[0])
    key = dict(visit[1]).get(kind.parameter) if kind else None
    # A filter of the list has the name of the key's parameter on no page.
    return (kind.name, key) if kind and key else None


def crawl(opened: Callable[[Visit], AppTest], follow: Callable[[Visit], bool]) -> set[Visit]:
    """Return every address that is linked from the first page, or from a page that is followed."""
    start: Visit = ("overview", (("as_of", DAYS[-1]),))
    known, waiting = {start}, [start]
    while waiting:
        visit = waiting.pop()
        app = opened(visit)
        assert [each.value for each in app.exception] == [], visit
        for found in linked(app):
            if found not in known:
                known.add(found)
                if follow(found):
                    waiting.append(found)
    return known


def is_list(visit: Visit) -> bool:
    """Whether an address is a list of records by name, or the first page of anything."""
    return visit[0] in PAGES and not set(dict(visit[1])) - {"as_of", "page", "all"}


@pytest.mark.slow
def test_every_record_is_reached_and_every_link_leads_somewhere(
    opened: Callable[[Visit], AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It finds exactly the records that there are, and no page that there is not."""
    known = crawl(opened, is_list)
    reached = {record for visit in known if (record := record_of(visit))}
    there_are = set(connection.sql("SELECT kind, id FROM records").fetchall())

    assert {visit[0] for visit in known} - {*PAGES, "start", ""} == set()
    assert reached - there_are == set()
    assert there_are - reached == set()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_records_of_each_kind_open(
    opened: Callable[[Visit], AppTest],
    connection: duckdb.DuckDBPyConnection,
    kind: str,
) -> None:
    """It opens in a language without a failure on one of three days, and links only records."""
    keys = connection.sql(
        "SELECT id FROM records WHERE kind = $kind ORDER BY id", params={"kind": kind}
    ).fetchall()
    there_are = set(connection.sql("SELECT kind, id FROM records").fetchall())
    declared = KINDS[kind]
    for number, (key,) in enumerate(keys[:: max(len(keys) // TRIED, 1)]):
        language, day = LANGUAGES[number % len(LANGUAGES)], DAYS[number % len(DAYS)]
        requested = {declared.parameter: key, "lang": language, "as_of": day}
        app = opened((declared.page, tuple(requested.items())))
        assert [each.value for each in (*app.exception, *app.error)] == [], requested
        dead = {record for each in linked(app) if (record := record_of(each))} - there_are
        assert dead == set(), requested
