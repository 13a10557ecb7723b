"""Briefs: a country, text, organization or topic on two pages, as HTML, PDF and DOCX."""

import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import docx
import duckdb
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from httpx2 import Response

from dashboard.web.brief import pdf, word
from tests.helpers.web_client import web_client

Get = Callable[..., Response]
DAY = "2026-11-21"
RECORDS = ["country/KEN", "text/gdc", "organization/dco", "topic/inclusion"]
LANGUAGES = ["en", pytest.param("fr", marks=pytest.mark.slow)]
MEDIA = {
    "": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@pytest.fixture
def get(database: Path, monkeypatch: pytest.MonkeyPatch) -> Get:
    """``get("text/gdc.pdf", lang="fr")`` asks for a brief."""
    client = web_client(database, monkeypatch)
    return lambda file, **query: client.get(f"/brief/{file}", params={"as_of": DAY, **query})


def headings(page: str) -> list[str]:
    """Return the headings of a page."""
    return [unescape(found) for found in re.findall(r"<h[12]>(.*?)</h[12]>", page)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", RECORDS)
def test_page_and_document_have_the_same_headings(get: Get, record: str, language: str) -> None:
    """It says the same in a language, complete, as a page and as DOCX."""
    page = get(record, lang=language)
    document = docx.Document(io.BytesIO(get(f"{record}.docx", lang=language).content))

    wanted = headings(page.text)
    found = [
        each.text
        for each in document.paragraphs
        if each.style and str(each.style.name).startswith("Heading")
    ]
    assert len(wanted) >= 6
    assert found == wanted
    assert document.core_properties.language == language
    assert f'<html lang="{language}" dir="ltr">' in page.text
    others = set(re.findall(r'<span lang="(\w+)">', page.text)) - {language}
    assert others == set(), "a text stands in for one that is missing"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("record", RECORDS)
def test_the_pdf_has_two_pages_that_can_be_read_aloud(get: Get, record: str, language: str) -> None:
    """It is tagged (PDF/UA), says its language, and takes no third page."""
    content = get(f"{record}.pdf", lang=language).content

    assert content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in content
    assert b"pdfuaid:part" in content
    assert f"/Lang({language})".encode() in content
    assert 1 <= len(re.findall(rb"/Type ?/Page\b", content)) <= 2


def test_much_that_changed_is_set_smaller(get: Get) -> None:
    """It keeps to two pages where more is told than they hold in letters of the usual size."""
    content = get("text/gdc.pdf", lang="fr", since="2025-01-01").content

    assert len(re.findall(rb"/Type ?/Page\b", content)) == 2


@pytest.mark.parametrize("ending", MEDIA)
def test_each_form_has_its_type_and_a_state(get: Get, ending: str) -> None:
    """It says what the file is, of which day and edition, and that it has not changed."""
    answer = get(f"text/gdc{ending}")

    assert answer.headers["content-type"] == MEDIA[ending]
    assert answer.headers["x-as-of"] == DAY
    again = get(f"text/gdc{ending}")
    assert again.headers["etag"] == answer.headers["etag"]


def test_the_same_brief_has_the_same_bytes(get: Get) -> None:
    """It writes the same file of the same edition again."""
    assert get("country/KEN.pdf").content == get("country/KEN.pdf").content


def test_changes_are_told_since_the_day_that_is_asked_for(
    get: Get, connection: duckdb.DuckDBPyConnection
) -> None:
    """It counts what the database has between the two days."""
    page = get("text/gdc", since="2026-01-01").text

    [(n,)] = connection.sql(
        f"SELECT count(*) FROM changes_of('text', 'gdc', DATE '2026-01-01', DATE '{DAY}')"
    ).fetchall()
    assert f"<p>{n} changes: " in page
    assert "What changed between 1 January 2026 and 21 November 2026" in headings(page)


def test_changes_that_are_not_listed_are_counted(get: Get) -> None:
    """It says how many more there are than rows of the table."""
    page = get("text/gdc", as_of="2026-11-29", since="2026-08-30").text
    part = page.partition("<h2>What changed")[2].partition("<h2>")[0]

    n, listed = int(re.findall(r"(\d+) changes", part)[0]), part.count("<tr>") - 1
    assert f"and {n - listed} more" in part


def test_names_lead_to_records_of_the_same_day(get: Get) -> None:
    """It links in the document what it links on the page, whole and as of its day."""
    page = get("country/KEN").text
    document = docx.Document(io.BytesIO(get("country/KEN.docx").content))

    links = {
        each.target_ref
        for each in document.part.rels.values()
        if each.reltype == RELATIONSHIP_TYPE.HYPERLINK
    }
    own = {unescape(found) for found in re.findall(r'<td[^>]*><a href="([^"]*)"', page)}
    assert own
    assert own <= links
    assert all(f"as_of={DAY}" in each and each.startswith("http://") for each in own)


def test_a_brief_without_a_day_links_the_day_that_it_tells_of(get: Get) -> None:
    """Whoever opens a printed brief's links later finds what it says."""
    page = get("country/KEN", as_of="").text
    own = [unescape(found) for found in re.findall(r'<td[^>]*><a href="([^"]*)"', page)]

    assert own
    assert [each for each in own if not re.search(r"as_of=\d{4}-\d\d-\d\d", each)] == []


@pytest.mark.parametrize("file", ["text/nothing", "text/nothing.pdf", "source/gdc", "text/.pdf"])
def test_there_is_no_brief_of_nothing(get: Get, file: str) -> None:
    """It says so, in a sentence, of keys and kinds that have none."""
    answer = get(file)

    assert answer.status_code == 404
    assert "no brief" in answer.json()["detail"]


@pytest.mark.parametrize("query", [{"since": "soon"}, {"as_of": "3000-01-01"}, {"until": "x"}])
def test_what_is_no_day_is_refused(get: Get, query: dict[str, str]) -> None:
    """It answers no other brief than the one that was asked for."""
    assert get("text/gdc", **query).status_code == 400


def test_lists_are_cut_where_two_pages_do_not_hold_them(
    get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It lists fewer rows, and says how many more there are, where the pages are fewer."""
    usual = docx.Document(io.BytesIO(get("topic/inclusion.docx").content))
    monkeypatch.setattr(pdf, "PAGES", 1)

    cut = docx.Document(io.BytesIO(get("topic/inclusion.docx", lang="en").content))

    assert sum(len(table.rows) for table in cut.tables) < sum(
        len(table.rows) for table in usual.tables
    )


def test_columns_of_a_document_have_widths_of_their_own(get: Get) -> None:
    """It gives sentences more room than numbers, and all columns together the width of the text."""
    document = docx.Document(io.BytesIO(get("text/gdc.docx").content))
    widths = [[column.width.mm for column in table.columns] for table in document.tables[1:]]

    assert all(abs(sum(each) - word.WIDTH) < 1 for each in widths)
    assert any(max(each) > 1.5 * min(each) for each in widths)


def test_a_text_that_proposes_commitments_lacks_none(get: Get) -> None:
    """It does not say that none is on record below those that a proposal would make."""
    proposed = get("text/itu-cwg-ai-proposal").text

    assert "It would make 10 commitments" in proposed
    assert "No commitment of this text is on record." not in proposed
    assert "No commitment of this text is on record." in get("text/itu-c24-67").text


@pytest.mark.parametrize(
    ("text", "language", "labels"),
    [
        ("gdc", "en", ["Adopted by", "Adopted"]),
        ("itu-c24-67", "en", ["Issued by", "Issued"]),
        ("itu-cwg-ai-proposal", "fr", ["Proposé à"]),
    ],
)
def test_a_text_is_adopted_issued_or_proposed(
    get: Get, text: str, language: str, labels: list[str]
) -> None:
    """It says of its body and its day what it was, not that all were adopted."""
    found = re.findall(r"<dt>(.*?)</dt>", get(f"text/{text}", lang=language).text)

    assert [each for each in found if re.match("Adopt|Issued|Publi|Proposé", each)] == labels


def test_a_sentence_on_a_text_agrees_with_its_name_and_its_numbers(get: Get) -> None:
    """It is right of a « déclaration », and of one commitment."""
    french = get("text/paris-statement", lang="fr").text

    assert ": texte adopté." in french.replace("\xa0", " ").replace(" :", ":")
    assert "1 engagement y est pris. 1 a été évalué." in french.replace("\xa0", " ")
