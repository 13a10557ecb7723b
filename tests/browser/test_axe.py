"""axe-core finds nothing on any page, whatever its language, ground and width.

Nothing is left out: what it found in Streamlit's own parts, ``static/page.css`` mends.
"""

import tomllib
from collections.abc import Callable, Iterator
from typing import Any, Literal

import duckdb
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from dashboard.kinds import KINDS
from dashboard.navigation import PAGES
from tests.browser.conftest import HANG
from tests.helpers.contrast import contrast
from tools import browser as app
from transforms.paths import DASHBOARD, DATA
from transforms.settings import read

THEME = tomllib.loads((DASHBOARD / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
LANGUAGES = read(DATA)[0].languages
WIDTHS = (1280, 390)
EVERYTHING: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}
"""Every rule, and the one of WCAG 2.2 that axe leaves to be asked for."""
COLOURS: dict[str, Any] = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules by which a dark page can differ from a light one."""
GROUNDS: tuple[tuple[Literal["light", "dark"], dict[str, Any]], ...] = (
    ("light", EVERYTHING),
    ("dark", COLOURS),
)
SAID = {"countries": {"country": "KEN"}, "search": {"q": "panel"}}
"""What a page has to be told before it shows anything."""
RICH = {"commitment": "gdc-para-56-a", "text": "gdc", "organization": "dco", "country": "KEN"}
"""Records that have all that a record of their kind can have; of other kinds any will do."""
CHARTED = ("timeline", "members", "capacity", "commitments", "countries")
CHART_TEXTS = """() => [...document.querySelectorAll('.js-plotly-plot text:not(.bartext-inside)')]
  .filter(text => text.textContent.trim())
  .map(text => getComputedStyle(text).fill.match(/\\d+/g).map(Number))"""
"""Colours of the texts in charts that stand on the page's own ground: axe does not look at them."""
HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"

axe = Axe()


@pytest.fixture(scope="module", params=LANGUAGES)
def visit(request: Any, browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """``visit("texts", id="gdc")`` goes there in one window for all pages of a language."""
    context = browser.new_context(reduced_motion="reduce", locale="en-GB")
    context.set_default_timeout(HANG)
    page = context.new_page()
    app.open_page(page, server, "search", lang=request.param)

    def visit(path: str, **params: str) -> Page:
        app.follow(page, server, path, lang=request.param, as_of="2026-11-21", **params)
        return page

    yield visit
    context.close()


def findings(page: Page) -> list[str]:
    """What axe finds, wide and narrow, light and dark; all of the page is in sight."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        app.wait_until_settled(page)
        page.set_viewport_size({"width": width, "height": page.evaluate(HEIGHT)})
        for ground, rules in GROUNDS:
            page.emulate_media(color_scheme=ground)
            app.wait_until_settled(page)
            result = axe.run(page, options={"resultTypes": ["violations"], **rules}).response
            found += [
                f"{width} {ground} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
                for rule in result["violations"]
                for node in rule["nodes"]
            ]
    return found


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_a_page(visit: Callable[..., Page], name: str) -> None:
    """It finds no fault on the page, as a link opens it."""
    assert findings(visit(name, **SAID.get(name, {}))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_record(
    visit: Callable[..., Page], connection: duckdb.DuckDBPyConnection, kind: str
) -> None:
    """It finds no fault on the page of one record of each kind."""
    ((first,),) = connection.sql(
        "SELECT min(id) FROM records WHERE kind = $kind", params={"kind": kind}
    ).fetchall()
    declared = KINDS[kind]

    assert findings(visit(declared.page, **{declared.parameter: RICH.get(kind, first)})) == []


@pytest.mark.parametrize("visit", LANGUAGES[:1], indirect=True)
@pytest.mark.parametrize("name", CHARTED)
def test_text_of_charts_is_legible(visit: Callable[..., Page], name: str) -> None:
    """It has 4.5 to 1 with the ground of the page, light and dark."""
    page = visit(name, **SAID.get(name, {}))
    for ground, _ in GROUNDS:
        page.emulate_media(color_scheme=ground)
        app.wait_until_settled(page)
        colours = {"#" + bytes(rgb[:3]).hex() for rgb in page.evaluate(CHART_TEXTS)}
        behind = THEME[ground]["backgroundColor"]
        assert [colour for colour in colours if contrast(colour, behind) < 4.5] == []
