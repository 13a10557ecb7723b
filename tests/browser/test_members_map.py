"""The map of members in a real browser: drawn from our own file, small states visible."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.conftest import Heard

SHAPES = "() => document.querySelectorAll('.choroplethlayer path').length"
MARKS = "() => document.querySelectorAll('.scattergeo path.point').length"


def test_the_map_draws_without_the_network(
    page: Page, open_page: Callable[..., None], heard: Heard
) -> None:
    """It fills the countries, and asks nobody but our own server."""
    open_page(page, "members", body="un", as_of="2026-11-21")
    page.locator(".choroplethlayer path").first.wait_for(state="attached")

    assert page.evaluate(SHAPES) > 180
    assert heard.hosts == {"localhost"}


def test_small_states_are_visible(page: Page, open_page: Callable[..., None]) -> None:
    """It marks each small member: Bahrain, Malta, Singapore and the islands."""
    open_page(page, "members", body="un", as_of="2026-11-21")
    page.locator(".scattergeo path.point").first.wait_for(state="attached")

    boxes = [mark.bounding_box() for mark in page.locator(".scattergeo path.point").all()]
    assert page.evaluate(MARKS) > 20
    assert all(box and box["width"] >= 4 for box in boxes)
