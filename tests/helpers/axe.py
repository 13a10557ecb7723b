"""What axe-core finds on a page that is open, and the colours of the texts that it does not see."""

from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tools import browser as app

WIDE, NARROW = 1280, 390
EVERYTHING: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}}
"""Every rule, and the one of WCAG 2.2 that axe leaves to be asked for."""
COLOURS: dict[str, Any] = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules by which a dark page can differ from a light one."""
RULES: dict[str, dict[str, Any]] = {"light": EVERYTHING, "dark": COLOURS}
HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"
CHART_TEXTS = """() => [...document.querySelectorAll('.js-plotly-plot text:not(.bartext-inside)')]
  .filter(text => text.textContent.trim())
  .map(text => getComputedStyle(text).fill.match(/\\d+/g).map(Number))"""
"""Colours of the texts in charts that stand on the page's own ground: axe does not look at them."""

Ground = Literal["light", "dark"]

axe = Axe()


def show(page: Page, width: int, ground: Ground) -> None:
    """Give the window a width and a ground, and the height at which all of the page is in sight."""
    page.emulate_media(color_scheme=ground)
    page.set_viewport_size({"width": width, "height": 900})
    app.wait_until_settled(page)
    page.set_viewport_size({"width": width, "height": page.evaluate(HEIGHT)})
    app.wait_until_settled(page)


def findings(page: Page, width: int, ground: Ground) -> list[str]:
    """Return what axe finds at a width and on a ground."""
    show(page, width, ground)
    result = axe.run(page, options={"resultTypes": ["violations"], **RULES[ground]}).response
    return [
        f"{width} {ground} {rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def chart_colours(page: Page) -> set[str]:
    """Return the colours of the texts in charts."""
    return {"#" + bytes(rgb[:3]).hex() for rgb in page.evaluate(CHART_TEXTS)}
