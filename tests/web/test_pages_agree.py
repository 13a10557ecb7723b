"""An address keeps the rows that the page with the same filters shows."""

import re
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.commitments.listing import SIZE
from tests.helpers.pages import open_page
from tests.helpers.web_client import web_client

DAY = "2026-11-21"

STATES = [
    ("commitments", "commitments_on", "id", {}),
    ("commitments", "commitments_on", "id", {"q": "pacte numérique dialogue"}),
    ("commitments", "commitments_on", "id", {"status": ["limited", "complete"]}),
    ("commitments", "commitments_on", "id", {"due_state": "overdue", "modality": "requests"}),
    ("commitments", "commitments_on", "id", {"focus_area": "safety-risk"}),
    ("commitments", "commitments_on", "id", {"instrument": ["gdc", "coe-ai-convention"]}),
    ("commitments", "commitments_on", "id", {"actor": "un-sg", "verification": "read"}),
    ("commitments", "commitments_on", "id", {"beneficiary": "african-countries"}),
    ("commitments", "commitments_on", "id", {"country": "KEN", "q": "data"}),
    ("commitments", "commitments_on", "id", {"part": "gdc-objective-3"}),
    ("commitments", "proposals_on", "id", {"standing": "proposed"}),
    ("timeline", "timeline_on", "id", {}),
    ("timeline", "timeline_on", "id", {"q": "sommet ia", "when": "past"}),
    ("timeline", "timeline_on", "id", {"when": "ahead", "kind": ["deadline", "meeting"]}),
    ("timeline", "timeline_on", "id", {"body": ["un", "itu"], "from": "2024", "to": "2025"}),
    ("timeline", "timeline_on", "id", {"as_of": "2024-12-31", "later": "1"}),
    ("members", "members_on", "row_id", {"body": "dco"}),
    ("members", "members_on", "row_id", {"body": "oecd-ai-principles", "derived": "1"}),
    ("members", "members_on", "row_id", {"body": "un", "left": "1"}),
    ("members", "members_on", "row_id", {"body": "oecd", "as_of": "2020-01-01"}),
    ("data", "sources_used", "source_id", {"part": "sources", "q": "unesco", "read_as": "excerpt"}),
    (
        "data",
        "discrepancies",
        "id",
        {"part": "discrepancies", "q": "conseil uit", "table": "actors"},
    ),
    ("data", "dictionary", "column_name", {"part": "dictionary", "q": "echeance", "kind": "macro"}),
]
"""Page, relation, the column that tells its rows apart, and what is asked of both."""


@pytest.mark.slow
@pytest.mark.parametrize(("page", "relation", "key", "query"), STATES)
def test_the_page_and_the_address_keep_the_same_rows(
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    relation: str,
    key: str,
    query: dict[str, str | list[str]],
) -> None:
    """It cannot say something else than the page."""
    client = web_client(database, monkeypatch)
    query = {"as_of": DAY, **query}
    shown = shown_in(open_page(page, **query), page, key)

    dated = relation.endswith(("_on", "profile", "timeline"))
    place = {"part"} if page == "data" else set()  # elsewhere it is a filter
    own = {name: value for name, value in query.items() if name not in place}
    own = own if dated else {name: value for name, value in own.items() if name != "as_of"}
    answer = client.get(f"/data/{relation}.json", params=own)
    given = [row[key] for row in answer.json()] if answer.status_code == 200 else answer.text

    assert agree(page, list(map(str, shown)), list(map(str, given)))
    assert shown


@pytest.mark.parametrize(
    ("page", "key", "query"),
    [
        ("commitments", "id", {"status": ["limited", "complete"], "q": "capacity", "lang": "fr"}),
        ("commitments", "id", {"standing": "proposed"}),
        ("timeline", "id", {"body": ["un", "itu"], "when": "past", "every": "1"}),
        ("members", "row_id", {"body": "oecd-ai-principles", "derived": "1", "left": "1"}),
    ],
)
def test_the_address_below_a_table_gives_its_rows(
    database: Path,
    monkeypatch: pytest.MonkeyPatch,
    page: str,
    key: str,
    query: dict[str, str | list[str]],
) -> None:
    """It leads to what is on the screen, however it was filtered."""
    client = web_client(database, monkeypatch)
    app = open_page(page, **{"as_of": DAY, **query})
    shown = shown_in(app, page, key)
    [address] = [code.value for code in app.code if "data/" in code.value]
    answer = client.get(address[address.index("/data/" if "/data/" in address else "data/") :])

    given = pl.read_csv(answer.content, infer_schema=False)[key].to_list()
    assert agree(page, shown, given)


def agree(page: str, shown: list[str], given: list[str]) -> bool:
    """Whether a page shows the rows that an address gives; of a list in pages, the first of it."""
    if page == "commitments":
        return set(shown) <= set(given) and len(shown) == min(SIZE, len(given))
    return sorted(shown) == sorted(given)


def shown_in(app: AppTest, page: str, key: str) -> list[str]:
    """Return the keys in the list of links of commitments, or in the last table that has them.

    The page of a country lists commitments too, above the table of its own rows.
    """
    dense = [
        part.proto.body
        for part in app.get("html")
        if re.search(r"<table[^>]* dense", part.proto.body)
    ]
    if page == "commitments" and dense:
        found = re.findall(r'class="first"[^>]*><a [^>]*href="[^"]*[?&;]id=([^"&]*)', dense[0])
        return [str(each) for each in found]
    tables = [pl.from_pandas(each.value) for each in app.dataframe]
    return [table for table in tables if key in table.columns][-1][key].to_list()
