"""The stage of members in a real browser: a map from our own file, and what the slider moves."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from tests.browser.conftest import Heard

SHAPES = "() => document.querySelectorAll('.choroplethlayer path').length"
MARKS = "() => document.querySelectorAll('.scattergeo path.point').length"


def test_the_map_draws_without_the_network(
    page: Page, open_page: Callable[..., None], heard: Heard
) -> None:
    """It fills the countries, asks nobody but our own server, and its window names the filter."""
    open_page(page, "members", body="un", as_of="2026-11-21")
    page.locator(".choroplethlayer path").first.wait_for(state="attached")

    assert page.evaluate(SHAPES) > 180
    expect(page).to_have_title(re.compile("^Members: United Nations, on 21 November 2026 · "))
    assert heard.hosts == {"localhost"}


def test_small_states_are_visible(page: Page, open_page: Callable[..., None]) -> None:
    """It marks each small member: Bahrain, Malta, Singapore and the islands."""
    open_page(page, "members", body="un", as_of="2026-11-21")
    page.locator(".scattergeo path.point").first.wait_for(state="attached")

    boxes = [mark.bounding_box() for mark in page.locator(".scattergeo path.point").all()]
    assert page.evaluate(MARKS) > 20
    assert all(box and box["width"] >= 4 for box in boxes)


def test_a_mark_closes_that_of_the_other_chart(page: Page, open_page: Callable[..., None]) -> None:
    """It rings the mark clicked last, before the server hears of it, and then of all at once."""
    sent: list[Callable[[], None]] = []
    holds = False

    def through(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def send(message: str | bytes) -> None:
            if holds:
                sent.append(lambda: server.send(message))
            else:
                server.send(message)

        socket.on_message(send)

    page.route_web_socket(re.compile("/_stcore/stream"), through)
    open_page(page, "members", body="dco", map="dco", as_of="2026-11-21")
    line, world = (page.locator(f".st-key-figure-{name}") for name in ("members-dco", "member-map"))
    mark = line.locator(".points path").last
    _click_once_labelled(page, line, mark)
    page.wait_for_function("() => location.search.includes('mark=members-dco')")
    expect(line.locator(".ring, .rows-below")).to_have_count(2)
    holds = True

    for rings in (0, 1):  # the first click closes the mark, the second opens it again
        _click_once_labelled(page, line, mark)
        expect(line.locator(".ring")).to_have_count(rings)
        expect(world.locator(".ring")).to_have_count(0)

        _click_once_labelled(page, world, page.evaluate(PLACE, "BHR"))
        expect(line.locator(".ring")).to_have_count(0)
        expect(world.locator(".ring")).to_have_count(1)  # around the shape and the point on it

    holds = False
    for release in sent:
        release()
    page.wait_for_function("() => location.search.includes('mark=member-map')")
    expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
    expect(line.locator(".ring, .rows-below")).to_have_count(0)
    expect(world.locator(".rows-below")).to_have_count(1)


DOUBLE_CLICK = 350
"""Milliseconds after which Plotly no longer takes a second click for half of a double one."""


def _click_once_labelled(page: Page, figure: Locator, mark: Locator | list[float]) -> None:
    """Click a mark or a place of a chart once its label is seen: before that, Plotly hears none."""
    if isinstance(mark, list):
        page.mouse.move(*mark)
    else:
        mark.hover(force=True)
    page.wait_for_timeout(DOUBLE_CLICK)
    expect(figure.locator(".hoverlayer .hovertext")).not_to_have_count(0)
    page.mouse.down()
    page.mouse.up()


COLOURED = (
    "() => [...document.querySelectorAll('path.choroplethlocation')]"
    ".filter(path => path.style.fill === '{}').length"
)
"""How many countries have a colour."""
FILLS = (
    "() => [...document.querySelectorAll('path.choroplethlocation')].map(each => each.style.fill)"
)
PLACE = (
    "country => { const path = [...document.querySelectorAll('path.choroplethlocation')]"
    ".find(each => each.__data__.loc === country); path.scrollIntoView({block: 'center'});"
    " const {x, y, width, height} = path.getBoundingClientRect();"
    " return [x + width / 2, y + height / 2] }"
)
"""Where a country is."""


def test_the_slider_moves_lines_map_and_names(page: Page, open_page: Callable[..., None]) -> None:
    """It shows a day of the past in all three, which reopens there, and comes back by itself."""
    open_page(page, "members", body="dco", map="dco", as_of="2026-11-21")
    slider, text = page.locator(".player input"), page.locator(".played")
    today = page.evaluate(FILLS)
    expect(text.locator("h2")).to_have_text(re.compile(r"Cooperation Organization: 16 · 21 Nov"))

    slider.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")

    expect(text.locator("h2")).to_have_text(re.compile(r": 5 · 31 December 2020"))
    expect(text.locator(".in-now li")).to_have_text(
        ["Bahrain", "Jordan", "Kuwait", "Pakistan", "Saudi Arabia"]
    )
    expect(text.locator(".moved")).to_contain_text("Joined after 30 September 2020: 5")
    assert page.evaluate(COLOURED.format("rgb(234, 93, 25)")) == 5
    expect(page.locator(".played-over line")).to_have_count(1)

    assert "shown=2020-12-31" in page.url

    page.mouse.click(*page.evaluate(PLACE, "DZA"))  # never in the body: it opens nothing
    slider.focus()
    page.keyboard.press("End")
    assert (
        page.evaluate(FILLS) == today
    )  # and not those of the past, though the map was drawn again
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(COLOURED.format("rgb(234, 93, 25)")) == 5

    page.reload()

    expect(text.locator("h2")).to_have_text(re.compile(r": 5 · 31 December 2020"))
    expect(page.locator(".played-over line")).to_have_count(1)
    page.locator(".player button").click()

    expect(text.locator("h2")).to_have_text(re.compile(r": 16 · 21 November 2026"))
    expect(page.locator(".played-over")).to_have_count(0)
    page.wait_for_function("() => !location.search.includes('shown=')")
