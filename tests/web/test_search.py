"""``/search.json`` finds everything by its names, in every language."""

from pathlib import Path
from typing import Any

import duckdb
import pytest
from starlette.testclient import TestClient

from dashboard.source import connections
from dashboard.source.search import DISABLED_OPTIMIZERS


def found(client: TestClient, words: str, language: str = "en") -> dict[str, Any]:
    """Return what the words find."""
    response = client.get("/search.json", params={"q": words, "lang": language})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def test_a_hit_says_what_it_is_and_where(client: TestClient) -> None:
    """It has kind, key, title, what matched, why, and the address of its page."""
    hit = found(client, "GDC")["hits"][0]

    assert hit == {
        "kind": "text",
        "id": "gdc",
        "title": "Global Digital Compact",
        "language": "en",
        "matched": "GDC",
        "why": "acronym",
        "missing": None,
        "rows": None,
        "url": "http://testserver/texts?id=gdc&lang=en",
        "label": "Global Digital Compact",
        "reason": "acronym: GDC",
    }


def test_a_title_says_which_language_it_is_in(client: TestClient) -> None:
    """It is that of the source itself, whatever page it is listed on."""
    hits = found(client, "AGORA corpus CSET", "fr")["hits"]
    [source] = [hit for hit in hits if hit["id"] == "agora-mirror"]

    assert source["language"] == "en"


def test_titles_and_reasons_are_in_the_language_of_the_page(client: TestClient) -> None:
    """It words them as the page does, whatever the language of the question."""
    hit = found(client, "Global Digital Compact", "fr")["hits"][0]

    assert (hit["title"], hit["language"]) == ("Pacte numérique mondial", "fr")
    assert hit["url"].endswith("texts?id=gdc&lang=fr")


def test_words_for_readers_are_typeset(client: TestClient) -> None:
    """It has the titles of the data as they are, and beside them as a French page shows them."""
    hit = found(client, "l'UE ratifie la convention IA", "fr")["hits"][0]

    assert "l'" in hit["title"].lower()
    assert hit["label"] == hit["title"].replace("'", "’")
    assert "'" not in hit["reason"]


def test_words_that_were_found_keep_their_accents(client: TestClient) -> None:
    """It compares them without, and says them as the text does."""
    hits = found(client, "fonds mondial capacités", "fr")["hits"]
    [hit] = [hit for hit in hits if hit["id"] == "gdc-para-63"]

    assert hit["matched"] == "fonds mondial capacités"


def test_a_wrong_name_is_called_so(client: TestClient) -> None:
    """It finds what is meant, and says that the name is wrong."""
    hit = found(client, "resolution 78/240")["hits"][0]

    assert (hit["id"], hit["why"]) == ("res-78-265", "wrong name in use")


def test_a_proposal_is_called_proposed(client: TestClient) -> None:
    """It says so beside each of its promises."""
    hits = found(client, "CWG AI terms of reference 1")["hits"]

    own = [hit for hit in hits if hit["id"].startswith("itu-cwg-ai-proposal-")]
    assert own
    assert all("proposed" in hit["why"] for hit in own)


def test_a_draft_says_what_became_of_it(client: TestClient) -> None:
    """It stands beside its resolution."""
    hits = {hit["id"]: hit["why"] for hit in found(client, "A/78/L.49")["hits"]}

    assert hits["a-78-l49"] == "symbol · became First AI resolution (78/265)"
    assert hits["res-78-265"] == "draft of it"


def test_a_list_of_a_year_is_that_of_its_last_day(client: TestClient) -> None:
    """It names the page with its filters, and opens it on a day of that year."""
    hit = found(client, "members of the DCO in 2022")["hits"][0]

    assert (hit["kind"], hit["id"]) == ("list", "members?body=dco&as_of=2022")
    assert hit["url"] == "http://testserver/members?body=dco&as_of=2022-12-31&lang=en"


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [
        ("DCO 1 March 2023", "en", "on 1 March 2023"),
        ("DCO March 1st, 2023", "en", "on 1 March 2023"),
        ("dco 2023-03-01", "en", "on 1 March 2023"),
        ("la DCO au 1er mars 2023", "fr", "au 1er\u00a0mars 2023"),
        ("DCO 1/3/2023", "fr", "au 1er\u00a0mars 2023"),
        ("DCO « au 1er\u00a0mars\u202f2023 »", "fr", "au 1er\u00a0mars 2023"),
        ("DCO “1 March 2023”", "en", "on 1 March 2023"),
    ],
)
def test_a_thing_is_shown_on_the_day_that_was_typed(
    client: TestClient, words: str, language: str, day: str
) -> None:
    """It opens the page as of that day, and says so."""
    hit = found(client, words, language)["hits"][0]

    assert "organizations?id=dco&as_of=2023-03-01" in hit["url"]
    assert hit["label"].endswith(day)


@pytest.mark.parametrize("words", ["A/RES/79/325", "GDC 56", "A/RES/79/1/2023"])
def test_no_symbol_is_a_day(client: TestClient, words: str) -> None:
    """It takes numbers within a symbol for what they are."""
    urls = [hit["url"] for hit in found(client, words)["hits"]]

    assert not any("as_of" in url for url in urls)


@pytest.mark.parametrize(
    ("words", "language", "missing"),
    [("DCO zeppelin 2020", "en", "zeppelin"), ("DCO Zeppelin 2020", "fr", "zeppelin")],
)
def test_a_word_that_nothing_has_is_said(
    client: TestClient, words: str, language: str, missing: str
) -> None:
    """It costs rank, not the answer: what has the others comes, and the word is named."""
    answer = found(client, words, language)

    assert answer["missing"] == [missing]
    assert f": {missing}." in answer["summary"].split(";")[1]
    assert answer["hits"][0]["id"] == "dco"


def test_a_part_of_a_page_is_opened_at_its_heading(client: TestClient) -> None:
    """It ends the address with the heading, behind language and day."""
    hit = found(client, "argent promis", "fr")["hits"][0]

    assert hit["url"] == "http://testserver/capacity?lang=fr#money"


def test_an_empty_list_is_offered_only_first(client: TestClient) -> None:
    """It says how many rows each has; none of what was asked for first is an answer."""
    hits = found(client, "overdue DCO")["hits"]
    lists = [hit["rows"] for hit in hits if hit["kind"] == "list"]

    assert lists[0] == 0
    assert 0 not in lists[1:]


def test_an_empty_list_gives_way_to_what_is_found(client: TestClient) -> None:
    """It leaves it out where a record has the words: a question is seldom about nothing."""
    hits = found(client, "when is the next Global Dialogue")["hits"]

    assert hits
    assert [hit["id"] for hit in hits if hit["rows"] == 0] == []


def test_a_narrowed_list_opens_where_its_rows_are(client: TestClient) -> None:
    """It ends the address with the heading above them, four screens down."""
    hit = found(client, "developing countries compute")["hits"][0]

    assert "group=developing-countries" in hit["url"]
    assert hit["url"].endswith("#needs")


def test_a_list_has_its_rows_on_the_day(client: TestClient) -> None:
    """It counts those of the day that is asked for."""
    asked = {"q": "DCO members", "as_of": "2021-01-01"}
    [now, then] = [
        client.get("/search.json", params=params).json()["hits"][0]["rows"]
        for params in ({"q": "DCO members"}, asked)
    ]

    assert 0 < then < now


def test_nothing_found_offers_what_is_nearly_called_so(client: TestClient) -> None:
    """It finds nothing by a wrong number, and offers the right one."""
    answer = found(client, "A/RES/78/256")

    assert answer["hits"] == []
    assert [offer["id"] for offer in answer["did_you_mean"]] == ["res-78-265"]


@pytest.mark.parametrize("words", ["", " ", "///", "…", "%", "'", '"; DROP TABLE x', "a" * 200])
def test_signs_find_nothing_and_break_nothing(client: TestClient, words: str) -> None:
    """It takes whatever is typed for words."""
    assert found(client, words)["hits"] == []


def test_the_counts_are_of_all_that_was_found(client: TestClient) -> None:
    """It counts more of a kind than it lists."""
    answer = found(client, "digital")

    assert len(answer["hits"]) == 50
    assert sum(answer["kinds"].values()) > 50


@pytest.mark.parametrize("query", ["", "?q=a&q=b", f"?q={'a' * 201}", "?q=a&limit=1"])
def test_what_is_no_question_is_refused(client: TestClient, query: str) -> None:
    """It answers with a sentence, not with everything."""
    assert client.get(f"/search.json{query}").status_code == 400


def test_the_rows_are_those_of_the_macro(client: TestClient) -> None:
    """It gives the same to who asks the relation."""
    rows = client.get("/data/search.json", params={"q": "GDC 63", "lang": "fr"}).json()

    assert [row["id"] for row in rows] == [hit["id"] for hit in found(client, "GDC 63")["hits"]]


def test_a_search_takes_one_thread(database: Path) -> None:
    """It spends no time on handing its many short steps from thread to thread."""
    with connections.cursor(str(database), "", DISABLED_OPTIMIZERS) as cursor:
        assert cursor.execute("SELECT current_setting('threads')").fetchall() == [(1,)]


def test_a_search_in_a_large_file_takes_more(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has as many as DuckDB takes where its steps read much."""
    monkeypatch.setattr(connections, "SMALL", 0)
    monkeypatch.setattr(connections, "connect", lambda: _with_threads(3))

    with connections.cursor(str(database), "", f"{DISABLED_OPTIMIZERS},in_clause") as cursor:
        assert cursor.execute("SELECT current_setting('threads')").fetchall() == [(3,)]


def _with_threads(n: int) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": n})
