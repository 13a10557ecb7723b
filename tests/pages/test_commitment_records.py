"""The record of one commitment as a reader meets it, on the real database."""

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from tests.helpers.pages import opener


@pytest.fixture
def opened(database: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """``opened(lang="fr", status=["limited"])`` opens a page with that in its address."""
    return opener("commitments", database, monkeypatch)


@pytest.fixture
def asked(connection: duckdb.DuckDBPyConnection) -> Callable[..., list[str]]:
    """``asked("overdue")`` returns the keys for which that is true on 21 November 2026."""

    def asked(condition: str, relation: str = "commitments_on") -> list[str]:
        sql = f"SELECT id FROM {relation}(DATE '2026-11-21') WHERE {condition} ORDER BY id"
        return [key for (key,) in connection.sql(sql).fetchall()]

    return asked


def rows(app: AppTest) -> pl.DataFrame:
    """Return the rows of the list."""
    return pl.from_pandas(app.dataframe[0].value)


def words(app: AppTest) -> str:
    """Return everything that the page says."""
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.warning, *app.info]
    return " ".join(part.value for part in parts)


def test_a_record_says_status_reason_and_source(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It shows the assessment that counts on the day, with what it rests on."""
    app = opened(id="gdc-para-56-a")
    reason = connection.sql("""
        SELECT rationale_en FROM assessment_history WHERE assessment_id = (
            SELECT assessment_id FROM commitments_on(DATE '2026-11-21') WHERE id = 'gdc-para-56-a'
        )
    """).fetchall()[0][0]

    assert app.title[0].value == "Global Digital Compact, para. 56 (a)"
    assert reason in words(app)
    assert "(https://" in app.markdown[2].value


def test_a_record_knows_nothing_of_later_evidence(opened: Callable[..., AppTest]) -> None:
    """It shows the one assessment of the day, and says that there are more."""
    app = opened(id="gdc-para-56-a", as_of="2025-12-31")

    assert rows(app).height == 1
    assert "and are not shown" in words(app)


def test_a_record_of_a_proposal_says_so(opened: Callable[..., AppTest]) -> None:
    """It warns before all else that this is not counted, and shows no status."""
    app = opened(id="itu-cwg-ai-proposal-tor-1")

    assert "It is not counted as a commitment." in app.warning[0].value
    assert "Status on" not in words(app)


def test_a_record_not_read_in_its_own_wording_says_so(
    opened: Callable[..., AppTest], asked: Callable[..., list[str]]
) -> None:
    """It warns before the text is quoted."""
    app = opened(id=asked("verification = 'secondary'")[0])

    assert "Not read in the instrument's own wording" in app.warning[0].value


def test_a_record_from_before_its_text_says_so(opened: Callable[..., AppTest]) -> None:
    """It says that on the day nobody had made or proposed it."""
    app = opened(id="gdc-para-56-a", as_of="2020-01-01")

    assert "neither made nor proposed" in app.warning[0].value


def test_an_unknown_key_is_said(opened: Callable[..., AppTest]) -> None:
    """It shows the way to the list, and no record."""
    app = opened(id="nothing")

    assert "the key nothing" in app.info[0].value
    assert any("All of them: Commitments" in each.proto.body for each in app.get("html"))


def test_the_way_back_keeps_the_filters(opened: Callable[..., AppTest]) -> None:
    """It is a link above the title to the list as it was."""
    app = opened(id="gdc-para-56-a", instrument="gdc", due_state="none")
    [above] = [each.proto.body for each in app.get("html") if 'class="kind"' in each.proto.body]
    [target] = re.findall(r'href="([^"]+)"', above)

    assert target.startswith("commitments?")
    assert "instrument=gdc&amp;due_state=none" in target
    assert "id=" not in target


def test_a_record_can_be_cited(opened: Callable[..., AppTest]) -> None:
    """It gives a link with the day, and the edition."""
    cited = opened(id="gdc-para-56-a").code[0].value

    assert "id=gdc-para-56-a" in cited
    assert "as_of=2026-11-21" in cited


def test_a_record_links_the_rest_of_its_paragraph(opened: Callable[..., AppTest]) -> None:
    """It opens the other promise of paragraph 56."""
    queries = [link.proto.query_string for link in opened(id="gdc-para-56-a").page_link]

    assert any("id=gdc-para-56-b" in query for query in queries)
