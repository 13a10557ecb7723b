"""axe-core finds nothing on any record, whatever its ground and width.

Nothing is left out: what it found in Streamlit's own parts, ``static/page.css`` mends. What it
finds on the other pages, ``test_every_page.py`` looks at on its way.
"""

import duckdb
import pytest
from playwright.sync_api import Page

from dashboard.kinds import KINDS
from tests.helpers.axe import NARROW, WIDE, findings
from tools import browser as app
from transforms.paths import DATA
from transforms.settings import read

LANGUAGES = read(DATA)[0].languages
RICH = {"commitment": "gdc-para-56-a", "text": "gdc", "organization": "dco", "country": "KEN"}
"""Records that have all that a record of their kind can have; of other kinds any will do."""


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_record(
    window: Page, server: str, connection: duckdb.DuckDBPyConnection, kind: str
) -> None:
    """It finds no fault, wide and narrow, light and dark, in one language after the other.

    Each combination takes seconds: of two properties every pair is met, on some record.
    """
    ((first,),) = connection.sql(
        "SELECT min(id) FROM records WHERE kind = $kind", params={"kind": kind}
    ).fetchall()
    declared, number = KINDS[kind], list(KINDS).index(kind)
    query = {declared.parameter: RICH.get(kind, first), "as_of": "2026-11-21"}
    app.follow(window, server, declared.page, lang=LANGUAGES[number % len(LANGUAGES)], **query)

    light, dark = (WIDE, NARROW) if number % 2 else (NARROW, WIDE)
    assert findings(window, light, "light") + findings(window, dark, "dark") == []
