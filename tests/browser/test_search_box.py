"""The search box: by keyboard, in the language of the page.

That a key leads to it from every page, ``test_every_page.py`` sees on its way.
"""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect


def box(page: Page) -> Locator:
    """The search box."""
    return page.get_by_role("search")


def found(page: Page) -> Locator:
    """What stands below the box."""
    return box(page).locator(".found")


def ask(page: Page, words: str) -> None:
    """Go to the box with its key, and type."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(found(page)).to_be_visible()


def test_enter_opens_the_first_hit_in_the_same_language_and_day(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It opens what was meant, keeps language and day, and leaves the box to other words."""
    open_page(page, "timeline", lang="fr", as_of="2026-11-01")
    ask(page, "Kenya vs Nigeria")
    page.keyboard.press("Enter")

    page.wait_for_url("**/countries?country=KEN&with=NGA&lang=fr&as_of=2026-11-01")
    expect(box(page).get_by_role("searchbox")).to_have_value("")


def test_enter_does_not_wait_for_the_list(page: Page, open_page: Callable[..., None]) -> None:
    """It asks by itself where Enter is quicker than the list."""
    open_page(page, "sql")
    page.keyboard.press("/")
    page.keyboard.type("gdc 63")
    page.keyboard.press("Enter")

    page.wait_for_url("**/commitments?id=gdc-para-63&*")


def test_a_hit_within_a_page_opens_at_its_heading(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It goes there however often one was opened before."""
    open_page(page, "sql")
    for words, heading in (("who paid", "money"), ("suggest a correction", "corrections")):
        page.keyboard.press("/")
        page.keyboard.type(words)
        page.keyboard.press("Enter")

        expect(page.locator(f"#{heading}")).to_be_in_viewport()


def test_arrows_walk_through_the_hits_and_escape_goes_back(
    page: Page, open_page: Callable[..., None]
) -> None:
    """It reaches every hit as a link, and closes the list."""
    open_page(page, "members")
    ask(page, "panel")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(found(page).get_by_role("link").nth(1)).to_be_focused()
    page.keyboard.press("Escape")

    expect(found(page)).to_be_hidden()
    expect(box(page).get_by_role("searchbox")).to_be_focused()


def test_what_was_found_is_announced(page: Page, open_page: Callable[..., None]) -> None:
    """It says how much was found, and what is offered where nothing was."""
    open_page(page, "overview", lang="fr")
    ask(page, "A/RES/78/256")

    expect(box(page).get_by_role("status")).to_have_text("Rien n’a été trouvé.")
    expect(found(page).get_by_role("link").first).to_contain_text("78/265")


def test_markup_in_a_question_is_text(page: Page, open_page: Callable[..., None]) -> None:
    """It runs nothing that was typed."""
    open_page(page, "search", q='<img src=x onerror="document.title=1">"><b>gdc')

    expect(box(page).get_by_role("searchbox")).to_have_value(
        '<img src=x onerror="document.title=1">"><b>gdc'
    )
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_a_slash_in_a_field_is_a_slash(page: Page, open_page: Callable[..., None]) -> None:
    """It leaves the key to whoever writes."""
    open_page(page, "commitments")
    field = page.locator(".st-key-filter-q input")
    field.click()
    page.keyboard.type("78/265")

    expect(field).to_have_value("78/265")
