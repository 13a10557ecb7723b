"""With a finger, on 390 pixels: the menu opens and closes, charts scroll, rows are cards."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import HANG
from tools import browser as app

CHARTED: dict[str, dict[str, str]] = {
    "overview": {},
    "members": {},
    "capacity": {},
    "commitments": {},
    "countries": {"country": "KEN"},
}
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
BEYOND = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return main.scrollWidth - main.clientWidth;
}"""
"""How much of the page lies beyond its right edge."""
CHARTS = ".js-plotly-plot:visible"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A phone: narrow, with a finger and no mouse."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    context.set_default_timeout(HANG)
    yield context.new_page()
    context.close()


def swipe(page: Page, x: float, y: float, down: int) -> None:
    """Move a finger over the window, from a place in it."""
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    send("touchStart", (x, y))
    for step in range(1, 11):
        send("touchMove", (x, y + down * step / 10))
        page.wait_for_timeout(20)
    send("touchEnd")


@pytest.mark.parametrize("name", CHARTED)
def test_a_finger_over_a_chart_scrolls_the_page(phone: Page, server: str, name: str) -> None:
    """It moves the page under a swipe that begins on any of its charts."""
    app.open_page(phone, server, name, as_of="2026-11-21", **CHARTED[name])
    charts = phone.locator(CHARTS)
    assert charts.count()
    for number in range(charts.count()):
        charts.nth(number).evaluate("chart => chart.scrollIntoView({block: 'center'})")
        box = charts.nth(number).bounding_box()
        assert box
        before = phone.evaluate(SCROLLED)

        swipe(phone, box["x"] + 150, max(box["y"], 100) + 60, 200 if before > 300 else -200)

        phone.wait_for_function(f"before => Math.abs(({SCROLLED})() - before) > 100", arg=before)


def test_a_tap_on_a_mark_leads_to_its_rows_and_a_second_one_shows_a_whole_card(
    phone: Page, server: str
) -> None:
    """It has a ring that no card hides, and says in sight of it how many rows are below."""
    app.open_page(phone, server, "capacity", lang="fr", as_of="2026-11-21")
    mark = phone.locator(".st-key-figure-gaps .points path").nth(3)
    mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
    mark.tap(force=True)

    card = phone.locator(".st-key-figure-gaps .hovertext path")
    link = phone.get_by_role("link", name=re.compile("lignes? ci-dessous"))
    expect(link).to_be_in_viewport()
    expect(phone.locator(".st-key-figure-gaps .ring")).to_be_in_viewport()
    expect(card).to_have_count(0)

    mark.tap(force=True)

    expect(link).to_have_count(0)
    box = card.bounding_box()
    assert box
    assert (box["x"] >= 0, box["x"] + box["width"] <= 390) == (True, True)


def test_a_record_is_shared_with_the_sheet_of_the_phone(phone: Page, server: str) -> None:
    """It hands over title and address; where there is no sheet, there is no button."""
    app.open_page(phone, server, "texts", id="gdc")
    expect(phone.locator("button.share")).to_be_hidden()
    phone.add_init_script("navigator.share = async what => { window.shared = what }")
    app.open_page(phone, server, "texts", id="gdc", lang="fr")
    phone.get_by_role("button", name="Partager").tap()

    title, url = phone.evaluate("[window.shared.title, window.shared.url]")
    assert title.startswith("Pacte numérique mondial")
    assert url == phone.url


def test_the_menu_is_closed_opens_and_closes_after_a_choice(phone: Page, server: str) -> None:
    """It starts out of the way, has a word on its button, and leaves when a page is chosen."""
    app.open_page(phone, server, "overview", lang="fr")
    menu = phone.get_by_test_id("stSidebar")
    expect(menu.get_by_role("link", name="Membres")).to_be_hidden()
    button = phone.get_by_test_id("stExpandSidebarButton")
    assert button.evaluate("it => getComputedStyle(it, '::after').content") == '"Menu"'

    button.tap()
    menu.get_by_role("link", name="Membres").tap()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Membres")
    expect(menu.get_by_role("link", name="Membres")).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_name_of_the_menu_button_has_the_word_on_it(
    phone: Page, server: str, language: str
) -> None:
    """Who speaks to the phone says what is to be seen (WCAG 2, 2.5.3)."""
    app.open_page(phone, server, "search", lang=language)
    button = phone.get_by_test_id("stExpandSidebarButton")

    expect(button).to_have_attribute("aria-label", re.compile("menu"))


def test_rows_are_cards(phone: Page, server: str) -> None:
    """It shows each commitment with its status and text, as a link that opens it."""
    app.open_page(phone, server, "commitments", as_of="2026-11-21", status="complete")
    card = phone.locator("table.dense tbody tr").first
    expect(card).to_contain_text("complete")

    promise = card.get_by_role("link").first
    text = promise.inner_text()
    promise.tap()

    expect(phone.locator("p.lead")).to_contain_text(text)
    assert phone.evaluate(BEYOND) == 0


def test_numbers_open_under_a_finger(phone: Page, server: str) -> None:
    """It gives the link below each number of a country 24 pixels, which only a browser knows."""
    app.open_page(phone, server, "countries", country="KEN", as_of="2026-11-21")
    links = phone.locator(".strip a")
    expect(links.first).to_be_visible()

    heights = links.evaluate_all("links => links.map(each => each.getBoundingClientRect().height)")
    assert min(heights) >= 24


def test_the_timeline_is_an_agenda(phone: Page, server: str) -> None:
    """It lists what comes next instead of drawing it, and each entry opens its record."""
    app.open_page(phone, server, "timeline", as_of="2026-11-21")
    expect(phone.locator(CHARTS)).to_have_count(0)
    agenda = phone.get_by_role("region", name="Agenda")
    expect(agenda.get_by_role("heading", name="The next twelve months")).to_be_visible()
    entry = agenda.get_by_role("link").first
    record = str(entry.get_attribute("href"))

    entry.tap()

    phone.wait_for_url(f"**/{record}")
    expect(phone.get_by_role("heading", level=1)).not_to_have_text("Timeline")


@pytest.mark.parametrize("name", ["overview", "sql", "texts"])
def test_the_keyboard_stops_nowhere_out_of_sight(
    page: Page, open_page: Callable[..., None], name: str
) -> None:
    """It shows where it is at each of the first stops, with a narrow page and a closed menu."""
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, name)
    for _ in range(15):
        page.keyboard.press("Tab")
        left, right = page.evaluate(
            # A cell of a table is drawn by the canvas that it is in.
            "() => { const at = document.activeElement;"
            " const box = (at.closest('canvas') ?? at).getBoundingClientRect();"
            " return [box.left, box.right] }"
        )
        assert right > 0, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        assert left < 390
