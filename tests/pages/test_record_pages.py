"""Every kind of record has a page, in every language and on any day; a wrong key is said."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.kinds import KINDS
from transforms import paths

PART = re.compile(r'<li><a href="#[^"]*">([^<]*)</a>')
HREF = re.compile(r'<a class="in" href="([^"]*)"')
DAYS = ("2019-06-01", "2025-03-01", "2026-11-21")


@pytest.fixture
def opened(database: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """``opened("texts", id="gdc", lang="fr")`` opens a page with that in its address."""
    monkeypatch.setattr(paths, "DATABASE", database)

    def opened(name: str, /, **asked: str) -> AppTest:
        app = AppTest.from_file(paths.DASHBOARD / "streamlit_app.py", default_timeout=600)
        for parameter, value in ({"as_of": "2026-11-21"} | asked).items():
            app.query_params[parameter] = value
        app.switch_page(f"app_pages/{name}.py")
        return app.run()

    return opened


def links(app: AppTest) -> list[str]:
    """Return the addresses of all links of ours on a page."""
    return [unescape(found) for found in HREF.findall(bodies(app))]


def bodies(app: AppTest) -> str:
    """Return all HTML of ours on a page."""
    return "".join(each.proto.body for each in app.get("html"))


def fullest(connection: duckdb.DuckDBPyConnection, kind: str) -> str:
    """Return the record of a kind that most rows are about."""
    sql = """
        SELECT id FROM records LEFT JOIN mentions ON about_relation = records.relation
        AND about_id = id WHERE records.kind = $kind GROUP BY ALL ORDER BY count(*) DESC, id LIMIT 1
    """
    return str(connection.sql(sql, params={"kind": kind}).fetchall()[0][0])


@pytest.mark.parametrize(
    "states",
    [
        pytest.param([("en", DAYS[-1])], id="today"),
        pytest.param(
            [("en", DAYS[0]), ("en", DAYS[1]), *(("fr", day) for day in DAYS)],
            id="other days, French",
            marks=pytest.mark.slow,
        ),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_the_fullest_record_of_each_kind_opens(
    opened: Callable[..., AppTest],
    connection: duckdb.DuckDBPyConnection,
    kind: str,
    states: list[tuple[str, str]],
) -> None:
    """It opens on three days without a failure, in both languages."""
    key = fullest(connection, kind)
    for language, day in states:
        app = opened(KINDS[kind].page, **{KINDS[kind].parameter: key}, lang=language, as_of=day)
        assert [each.value for each in (*app.exception, *app.error)] == []


def test_a_page_is_named_after_its_record(opened: Callable[..., AppTest]) -> None:
    """It has the name in the reader's language as its heading."""
    assert opened("texts", id="gdc", lang="fr").title[0].value == "Pacte numérique mondial"


def test_a_name_on_a_page_is_a_link_for_the_same_day(opened: Callable[..., AppTest]) -> None:
    """It leads from a text to the body that adopted it, in the same language, on the same day."""
    found = links(opened("texts", id="gdc", lang="fr", as_of="2025-03-01"))

    assert "organizations?lang=fr&as_of=2025-03-01&id=unga" in found


def test_a_long_record_begins_with_a_list_of_its_parts(opened: Callable[..., AppTest]) -> None:
    """It links every part, in the order of the page; a short record has no such list."""
    app = opened("countries", country="KEN")
    listed = [unescape(part) for part in PART.findall(bodies(app).partition("<details>")[0])]

    assert listed == [each.value for each in app.header] != []
    assert 'class="contents"' not in bodies(opened("sources", id="aa-panel-vote"))


def test_an_unknown_key_offers_the_nearest(opened: Callable[..., AppTest]) -> None:
    """It says so in the reader's language, and links what may be meant."""
    app = opened("texts", id="gcd", lang="fr")

    assert "Rien ici n'a la clé gcd." in app.info[0].value.replace("’", "'")
    assert any(address.endswith("id=gdc") for address in links(app))


def test_an_unknown_key_that_is_like_none_offers_only_the_list(
    opened: Callable[..., AppTest],
) -> None:
    """It offers no country whose code has one letter in common with it."""
    app = opened("countries", country="XX")

    assert "XX" in app.info[0].value
    assert "Did you mean one of these?" not in [each.value for each in app.header]


def test_an_empty_key_opens_the_list(opened: Callable[..., AppTest]) -> None:
    """It is that of a form which nobody filled in; no record is missed."""
    assert [each.value for each in opened("people", id="").info] == []


def test_a_long_section_goes_on_page_by_page(opened: Callable[..., AppTest]) -> None:
    """It shows other rows on the second page of a section than on the first."""
    first, second = (
        {
            link
            for link in links(opened("texts", id="gdc", section="commitments", **page))
            if link.startswith("commitments?")
        }
        for page in ({}, {"page": "2"})
    )
    assert len(first) > 40
    assert not {link for link in first & second if "&id=" in link}


def test_the_title_of_a_source_says_in_which_language_it_is(opened: Callable[..., AppTest]) -> None:
    """A screen reader reads an English title on a French page in English."""
    bodies = [each.proto.body for each in opened("texts", id="gdc", lang="fr").get("html")]
    titles = re.findall(r'<a class="in" href="sources[^"]*"( lang="en")?>', " ".join(bodies))

    assert ' lang="en"' in titles


@pytest.mark.parametrize(
    ("page", "key"), [("texts", "res-80-57"), ("organizations", "scientific-panel-ai")]
)
def test_who_voted_how_stands_beside_the_tally(
    opened: Callable[..., AppTest], page: str, key: str
) -> None:
    """It names those whom a source names, with their choice, on the text or body voted on."""
    app = opened(page, id=key, as_of="2026-11-29")
    (shown,) = [
        each.proto.body for each in app.get("html") if "<caption>Who voted how" in each.proto.body
    ]

    assert "against" in shown
    assert 'href="countries?' in shown
    assert "12 February 2029" not in bodies(app)  # the first day after the terms of its members


def test_an_expected_end_is_said_where_members_are_listed(opened: Callable[..., AppTest]) -> None:
    """It says until when a possible member is expected to stay, in words."""
    app = opened("organizations", id="least-developed-countries", as_of="2026-11-29")
    (shown,) = [
        each.proto.body for each in app.get("html") if "<caption>Who may be in" in each.proto.body
    ]

    assert "between 24 November 2026 and 24 November 2029" in shown


@pytest.mark.parametrize(
    ("page", "key"), [("texts", {"id": "gdc"}), ("countries", {"country": "KEN"})]
)
def test_all_sources_of_a_record_have_a_page(
    opened: Callable[..., AppTest],
    connection: duckdb.DuckDBPyConnection,
    page: str,
    key: dict[str, str],
) -> None:
    """It lists every source that the record or a row about it rests on, page by page."""
    app = opened(page, **key, section="sources")
    (shown,) = [
        each.proto.body for each in app.get("html") if "<caption>Sources" in each.proto.body
    ]
    (n,) = connection.sql(
        "SELECT count(*) FROM record_sources WHERE about_id = $key",
        params={"key": next(iter(key.values()))},
    ).fetchall()[0]

    assert shown.count('class="first"') == min(n, 50)


def test_a_text_and_its_parts_open_their_commitments(opened: Callable[..., AppTest]) -> None:
    """A number leads to the list of what stands in the text or part, a part has squares too."""
    app = opened("texts", id="gdc", as_of="2026-11-21")
    (shown,) = [
        each.proto.body for each in app.get("html") if "<caption>By part" in each.proto.body
    ]
    [facts] = [each for each in app.get("html") if '<dl class="strip">' in each.proto.body]

    assert "commitments?as_of=2026-11-21&amp;instrument=gdc" in facts.proto.body
    assert "commitments?as_of=2026-11-21&amp;part=gdc-objective-1" in shown
    assert 'class="squares" role="img"' in shown


@pytest.mark.parametrize(
    ("page", "key", "link"),
    [
        ("sources", {"id": "coe-text"}, 'organizations?lang=fr&as_of=2026-11-21&id=coe" lang="en"'),
        ("countries", {"country": "KEN"}, 'id=african-countries"'),
        ("sources", {"id": "agora-mirror"}, '<span lang="en">CSET AGORA'),
    ],
)
def test_a_text_that_is_the_name_of_a_record_is_a_link(
    opened: Callable[..., AppTest], page: str, key: dict[str, str], link: str
) -> None:
    """A publisher, and a group that has a need, lead to their pages; names say their language."""
    assert link in unescape(bodies(opened(page, **key, lang="fr")))


@pytest.mark.parametrize(
    ("key", "text"), [("dco", "dco-bylaws-2023"), ("cwg-ai", "itu-cwg-ai-proposal")]
)
def test_an_organization_leads_to_texts_of_its_bodies_and_proposals_to_it(
    opened: Callable[..., AppTest], key: str, text: str
) -> None:
    """It links what its bodies adopted, and the text that would give it something to do."""
    assert f"texts?as_of=2026-11-21&id={text}" in links(opened("organizations", id=key))


def test_a_need_that_nothing_answers_says_so(opened: Callable[..., AppTest]) -> None:
    """It has the words of the chart, not an empty cell."""
    app = opened("topics", id="compute-infrastructure")
    needs = bodies(app)

    assert '<td role="cell" data-head="Answered by">nothing on record</td>' in needs
    assert '<td role="cell" data-head="Answered by"></td>' not in needs
    assert not any("narrower" in each.value for each in app.caption)  # it has none


def test_long_names_have_room(opened: Callable[..., AppTest]) -> None:
    """Of a table the column with the longest names, among the facts one of many words."""
    needs = bodies(opened("topics", id="compute-infrastructure"))
    facts = bodies(opened("milestones", id="ms-090"))

    assert '<td role="cell" class="long" data-head="Source">' in needs
    assert 'class="long" data-head="Group"' not in needs
    assert '<div class="wide"><dt>Who</dt>' in facts
    assert "<div><dt>When</dt>" in facts


@pytest.mark.parametrize(
    ("page", "key", "member"), [("organizations", "dco", "KWT"), ("texts", "bletchley", "SAU")]
)
def test_a_complete_roster_says_who_is_not_in(
    opened: Callable[..., AppTest], page: str, key: str, member: str
) -> None:
    """The page of a body or text links the States that are not in, and none that is."""
    linked = " ".join(links(opened(page, id=key, section="absent")))

    assert "country=ALB" in linked
    assert f"country={member}" not in linked
