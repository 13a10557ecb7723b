"""A picture of every page: ``python -m tools.screenshots [page ...]`` into docs/screenshots.

``members-fr.png`` is the page in French, light and 1280 pixels wide; ``-dark`` and ``-phone``
say what differs. The as-of day is that of the newest evidence, so that a picture changes only
when the data or the page does.
"""

import sys
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Literal

import duckdb
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from dashboard.navigation import PAGES
from tools import browser as app
from transforms.paths import DATABASE, DOCS

FOLDER = DOCS / "screenshots"
LANGUAGES = ("en", "fr")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = {"": 1280, "-phone": 390}
LOWEST, HIGHEST = 800, 12_000
QUERIES = {"countries": {"country": "KEN"}, "search": {"q": "panel"}}
"""Parameters without which a page shows nothing."""

CONTENT_HEIGHT = "() => document.querySelector('[data-testid=\"stMain\"]').scrollHeight"


def main(*names: str) -> None:
    """Take the pictures of the pages named, or of all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with app.serve(DATABASE) as address, app.browser() as browser:
        for name, language, scheme, width in product(
            names or PAGES, LANGUAGES, SCHEMES, WIDTHS.items()
        ):
            suffix = ("-dark" if scheme == "dark" else "") + width[0]
            file = FOLDER / f"{name}-{language}{suffix}.png"
            page = window(browser, language, scheme, width[1])
            query = {"lang": language, "as_of": newest_evidence(), **QUERIES.get(name, {})}
            app.open_page(page, address, name, **query)
            save(photograph(page), file)
            page.context.close()
            print(file.relative_to(DOCS.parent), flush=True)


def window(browser: Browser, language: str, scheme: Literal["light", "dark"], width: int) -> Page:
    """Open a window as a reader has it who prefers this language and this scheme."""
    size: ViewportSize = {"width": width, "height": LOWEST}
    context = browser.new_context(
        viewport=size, locale=language, color_scheme=scheme, reduced_motion="reduce"
    )
    return context.new_page()


def photograph(page: Page) -> bytes:
    """Make the window as high as what it scrolls, then take its picture.

    Streamlit scrolls inside the window, where a picture of the full page does not look. What
    comes into sight may grow, so that the height is asked for again.
    """
    size = page.viewport_size or {"width": WIDTHS[""], "height": LOWEST}
    for _ in range(3):
        height = min(max(page.evaluate(CONTENT_HEIGHT), LOWEST), HIGHEST)
        page.set_viewport_size({"width": size["width"], "height": height})
        app.wait_until_settled(page)
    return page.screenshot(animations="disabled")


def save(picture: bytes, file: Path) -> None:
    """Write a picture with 256 colours, a third of the size and the same to the eye.

    The method keeps the colours of small marks apart, which the usual one merges.
    """
    method, dither = Image.Quantize.MAXCOVERAGE, Image.Dither.NONE
    with Image.open(BytesIO(picture)) as image:
        image.convert("RGB").quantize(256, method, dither=dither).save(file, optimize=True)


def newest_evidence() -> str:
    """The day of the newest evidence in the database, as the URL writes it."""
    with duckdb.connect(DATABASE.resolve(), read_only=True) as connection:
        rows = connection.sql("SELECT newest_evidence::VARCHAR FROM edition").fetchall()
    return str(rows[0][0])


if __name__ == "__main__":
    main(*sys.argv[1:])
