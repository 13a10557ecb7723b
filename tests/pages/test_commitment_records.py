"""The record of one commitment as a reader meets it, on the real database."""

import re
from collections.abc import Callable

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.helpers.typography import unset

PAGE = "commitments"


def words(app: AppTest) -> str:
    """Return everything that the page says."""
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.warning, *app.info]
    return " ".join(
        [*(part.value for part in parts), *(part.proto.body for part in app.get("html"))]
    )


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
    [summary] = [
        each.proto.body for each in app.get("html") if 'class="summary"' in each.proto.body
    ]
    assert "complete" in summary
    assert 'href="sources?' in summary


def test_a_record_knows_nothing_of_later_evidence(opened: Callable[..., AppTest]) -> None:
    """It shows the one assessment of the day, and says that there are more."""
    text = words(opened(id="gdc-para-56-a", as_of="2025-12-31"))

    [history] = re.findall(r"<caption>How it was judged.*?</table>", text)
    assert history.count('class="first"') == 1
    assert "and are not shown" in text


def test_a_record_of_a_proposal_says_so(opened: Callable[..., AppTest]) -> None:
    """It warns before all else that this is not counted, and shows no status."""
    app = opened(id="itu-cwg-ai-proposal-tor-1")

    assert "It is not counted as a commitment." in app.warning[0].value
    assert "Status on" not in words(app)


def test_a_record_not_read_in_its_own_wording_says_so(
    opened: Callable[..., AppTest], commitments_where: Callable[..., list[str]]
) -> None:
    """It warns before the text is quoted."""
    app = opened(id=commitments_where("verification = 'secondary'")[0])

    assert "Not read in the instrument's own wording" in app.warning[0].value


def test_a_record_from_before_its_text_says_so(opened: Callable[..., AppTest]) -> None:
    """It says that on the day nobody had made or proposed it."""
    app = opened(id="gdc-para-56-a", as_of="2020-01-01")

    assert "neither made nor proposed" in app.warning[0].value


def test_a_text_without_a_deadline_lacks_none(opened: Callable[..., AppTest]) -> None:
    """It says that there is no deadline, and not that the deadline is missing."""
    said = words(opened(id="gdc-para-56-a"))

    assert "no deadline" in said
    assert "Not on record: Due" not in said


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


def test_a_citation_is_set_as_its_language_is(opened: Callable[..., AppTest]) -> None:
    """It has a space that never breaks before the colon between place and words in French."""
    cited = opened(id="gdc-para-56-a", lang="fr").code[0].value

    assert "par.\u00a056 a)\u00a0: Créer" in cited
    assert unset([cited], "fr") == []


def test_a_record_links_the_rest_of_its_paragraph(opened: Callable[..., AppTest]) -> None:
    """It opens the other promise of paragraph 56."""
    [beside] = re.findall(
        r"<caption>In the same paragraph.*?</table>", words(opened(id="gdc-para-56-a"))
    )

    assert re.findall(r"[?&;]id=(gdc-para-[^\"&]*)", beside) == ["gdc-para-56-b"]


@pytest.mark.parametrize(
    ("condition", "text"),
    [("overdue", "overdue."), ("due_state = 'later'", "left."), ("days_to_due IS NULL", "")],
)
def test_a_record_says_how_near_its_deadline_is(
    opened: Callable[..., AppTest],
    commitments_where: Callable[..., list[str]],
    condition: str,
    text: str,
) -> None:
    """It counts the days that are over or left, and none where there is no deadline."""
    shown = words(opened(id=commitments_where(condition)[0]))

    assert re.findall(r"[\d,]+ days? (overdue\.|left\.)", shown) == ([text] if text else [])


def test_context_alone_is_not_said_to_be_nothing(
    opened: Callable[..., AppTest], commitments_where: Callable[..., list[str]]
) -> None:
    """It tells what nobody looked at from what is known only in context."""
    only = commitments_where("only_context", "commitment_profiles_on")[0]
    none = commitments_where("nobody_looked", "commitment_profiles_on")[0]

    assert "Only context is known" in words(opened(id=only))
    assert "Nobody has looked yet" in words(opened(id=none))


def test_a_record_links_each_of_its_topics(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It names every topic of the commitment among its facts, as a link."""
    key, topics = connection.sql("""
        SELECT commitment_id, list(focus_area_id ORDER BY focus_area_id)
        FROM commitment_focus_areas GROUP BY ALL ORDER BY count(*) DESC, commitment_id LIMIT 1
    """).fetchall()[0]

    [strip] = re.findall(r'<dl class="strip">.*?</dl>', words(opened(id=key)))

    assert sorted(re.findall(r'href="topics[^"]*[?&;]id=([^"&]*)', strip)) == topics
