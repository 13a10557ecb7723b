"""The Commitments page as a reader meets it, on the real database."""

import re
from collections.abc import Callable
from typing import Any

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.commitments.groups import FILTERS
from dashboard.components.commitments.listing import SIZE
from tests.helpers.charts_on_page import shown_charts

PAGE = "commitments"


def body(app: AppTest, mark: str) -> str:
    """Return the HTML of the page that has a mark; nothing if there is none."""
    return next((part.proto.body for part in app.get("html") if mark in part.proto.body), "")


def keys(app: AppTest) -> list[str]:
    """Return the keys of the records that the list leads to, in its order."""
    link = r'class="first"[^>]*><a [^>]*href="[^"]*[?&;]id=([^"&]*)'
    return list(re.findall(link, body(app, "dense")))


def is_first_page(listed: list[str], expected: list[str]) -> bool:
    """Whether a page of the list has only rows that are expected, and as many as it can."""
    return set(listed) <= set(expected) and len(listed) == min(len(expected), SIZE)


def words(app: AppTest) -> str:
    """Return everything that the page says."""
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.warning, *app.info]
    return " ".join(part.value for part in parts)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("record", [{}, {"standing": "proposed"}, {"id": "gdc-para-56-a"}])
def test_it_opens_in_both_languages(
    opened: Callable[..., AppTest], language: str, record: dict[Any, Any] | dict[str, str]
) -> None:
    """It shows no error, and nothing that nobody translated."""
    app = opened(lang=language, **record)

    assert not app.exception
    assert "[en]" not in words(app)


@pytest.mark.parametrize(
    ("filters", "condition"),
    [
        ({}, "true"),
        ({"status": ["limited", "complete"]}, "status IN ('limited', 'complete')"),
        ({"due_state": "overdue"}, "overdue"),
        ({"instrument": "gdc"}, "instrument_id = 'gdc'"),
        ({"actor": "un-sg"}, "list_contains(actor_ids, 'un-sg')"),
        ({"verification": "secondary"}, "verification = 'secondary'"),
        ({"modality": "binding_shall"}, "modality = 'binding_shall'"),
        ({"due_year": "2030"}, "year(due_on_latest) = 2030"),
        ({"due_year": "soon"}, "true"),
        (
            {"beneficiary": "african-countries"},
            "list_contains(beneficiary_ids, 'african-countries')",
        ),
        (
            {"focus_area": "safety-risk"},
            """list_has_any(focus_area_ids, (
                SELECT list(focus_area_id) FROM focus_area_ancestors
                WHERE ancestor_id = 'safety-risk'
            ))""",
        ),
        (
            {"country": "USA"},
            """id IN (
                SELECT commitment_id FROM country_commitments('USA', DATE '2026-11-21')
                WHERE way <> 'pending'
            )""",
        ),
        (
            {"status": "limited", "instrument": "gdc"},
            "status = 'limited' AND instrument_id = 'gdc'",
        ),
    ],
)
def test_a_link_restores_its_filters(
    opened: Callable[..., AppTest],
    commitments_where: Callable[..., list[str]],
    filters: dict[Any, Any] | dict[str, list[str]] | dict[str, str],
    condition: str,
) -> None:
    """It lists what a question in SQL answers."""
    app, expected = opened(**filters), commitments_where(condition)

    assert is_first_page(keys(app), expected)
    assert f"**{len(expected)} commitment" in app.markdown[0].value


def test_a_value_that_is_nearly_a_choice_is_offered(opened: Callable[..., AppTest]) -> None:
    """It says which values of the address are not used, and no link of the page has them."""
    app = opened(instrument="gcd", due_year="99999", status="limited")

    offered = "commitments?as_of=2026-11-21&instrument=gdc&status=limited"
    assert app.warning[0].value.split("\n\n") == [
        "Year due: '99999' is not among the choices here and is left out.",
        "Text: 'gcd' is not among the choices here and is left out (did you mean"
        f" [Global Digital Compact]({offered})?).",
    ]
    assert not body(app, "gcd")


@pytest.mark.parametrize(
    "search", ["Cadre numerique mondial", "GDC", "Pacte numérique mondial", "mondial pacte"]
)
def test_a_text_is_found_under_all_its_names(
    opened: Callable[..., AppTest], commitments_where: Callable[..., list[str]], search: str
) -> None:
    """It needs no accents and no order, and finds the wrong name in use too."""
    expected = commitments_where("instrument_id = 'gdc'")

    assert f"**{len(expected)} commitment" in opened(q=search, instrument="gdc").markdown[0].value


def test_a_search_wants_every_word(opened: Callable[..., AppTest]) -> None:
    """It finds the one paragraph that has them all."""
    assert keys(opened(q="pacte numerique mondial 56 dialogue")) == ["gdc-para-56-b"]


def test_nothing_found_is_said(opened: Callable[..., AppTest]) -> None:
    """It shows no empty table."""
    app = opened(q="zzz")

    assert app.info[0].value == "No commitment matches these filters on 21 November 2026."
    assert any(">Clear the filters<" in each.proto.body for each in app.get("html"))
    assert not keys(app)


def test_the_sentence_has_the_numbers_of_the_list(
    opened: Callable[..., AppTest], commitments_where: Callable[..., list[str]]
) -> None:
    """It says how many match, and how many are overdue."""
    text = opened(verification="read").markdown[0].value
    made, overdue = (
        commitments_where(f"verification = 'read'{more}") for more in ("", " AND overdue")
    )

    assert f"**{len(made)} commitments**" in text
    assert f"{len(overdue)} are overdue." in text


def test_proposals_are_a_list_of_their_own(
    opened: Callable[..., AppTest], commitments_where: Callable[..., list[str]]
) -> None:
    """It never mixes what is proposed with what was made."""
    proposed = keys(opened(standing="proposed"))

    assert is_first_page(proposed, commitments_where("true", "proposals_on"))
    assert not set(proposed) & set(commitments_where("true"))


def test_the_as_of_day_decides(opened: Callable[..., AppTest]) -> None:
    """It lists no commitment of the Compact on the day before its adoption."""
    before = opened(as_of="2024-09-21", q="gdc")

    assert before.info


def test_paragraphs_stand_in_the_order_of_the_text(opened: Callable[..., AppTest]) -> None:
    """It puts paragraph 8 before paragraph 10."""
    listed = keys(opened(instrument="gdc"))

    assert listed.index("gdc-para-8-f") < listed.index("gdc-para-11-a")


def test_deadlines_asked_for_stand_nearest_first(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It puts the longest overdue on top."""
    sql = "SELECT id, due_on_latest FROM commitments_on(DATE '2026-11-21')"
    due = dict(connection.sql(sql).fetchall())
    days = [due[key] for key in keys(opened(due_state=["overdue", "later"]))]

    assert days == sorted(days)
    assert days[0] < days[-1]


def test_the_next_page_goes_on(opened: Callable[..., AppTest]) -> None:
    """It shows other rows of the same list."""
    first, second = keys(opened()), keys(opened(page="2"))

    assert len(first) == len(second) == SIZE
    assert not set(first) & set(second)


def test_a_page_that_there_is_not_is_the_first(opened: Callable[..., AppTest]) -> None:
    """A link to a page goes on working when the list has become shorter."""
    assert keys(opened(page="999")) == keys(opened())


@pytest.mark.slow
@pytest.mark.parametrize("by", FILTERS)
def test_a_group_has_the_number_of_its_filter(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection, by: str
) -> None:
    """It counts in each group what a link to the group leaves."""
    order = "ORDER BY n DESC LIMIT 1"
    where = f"grouping = '{by}' AND group_id <> 'none'"
    [(key, n)] = connection.sql(
        "SELECT group_id, count(*) AS n FROM commitments_on(DATE '2026-11-21') AS made"
        f" JOIN commitment_groups ON commitment_id = made.id WHERE {where} GROUP BY ALL {order}"
    ).fetchall()

    assert f"All {n}" in body(opened(by=by), 'class="groups"')
    assert f"**{n} commitments**" in opened(**{FILTERS[by]: key}).markdown[0].value


def test_what_is_urgent_stands_first(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It puts what is overdue before what is due, the longest first."""
    sql = "FROM commitments_on(DATE '2026-11-21') WHERE overdue"
    late = {key for (key,) in connection.sql(f"SELECT id {sql}").fetchall()}

    first = re.findall(r'class="first"[^>]*><a [^>]*[?&;]id=([^"&]*)', body(opened(), "dense"))

    assert set(first[: len(late)]) == late


def test_each_count_leads_to_its_rows(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It counts what the filters leave, and links the filter that leaves only those."""
    sql = "SELECT count(*) FROM commitments_on(DATE '2026-11-21') WHERE status = 'limited'"
    [(n,)] = connection.sql(sql).fetchall()

    [facets] = [
        each.proto.body
        for each in opened(as_of="2026-11-21").get("html")
        if 'class="facets"' in each.proto.body
    ]

    assert re.search(rf'href="[^"]*status=limited[^"]*">limited</a> <i>{n}</i>', facets)


def test_few_rows_have_no_chart(opened: Callable[..., AppTest]) -> None:
    """It draws nothing of fewer than ten."""
    assert not shown_charts(opened(as_of="2026-11-21", due_state="overdue"))
