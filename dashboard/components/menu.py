"""The menu of pages, and the ways to the lists of records: one piece of HTML.

Each element of Streamlit's is gone through anew with every change of a page.
"""

import html

from dashboard.components.common import links
from dashboard.navigation import MENU, PAGES
from dashboard.state.address import address
from dashboard.words.i18n import Translator


def menu(current: str, t: Translator) -> str:
    """Return the links to all pages, with the reader's language and day."""
    entries = "".join(_entry(name, t, is_current=name == current) for name in MENU)
    lists = [links.page(name, t(PAGES[name].title)) for name in PAGES if name not in MENU]
    return (
        f'<nav class="menu" aria-label="{html.escape(t("Menu"))}">{entries}</nav>'
        f'<nav class="others" aria-label="{html.escape(t("Lists"))}">{" · ".join(lists)}</nav>'
    )


def _entry(name: str, t: Translator, *, is_current: bool) -> str:
    place = PAGES[name]
    icon = place.icon.removeprefix(":material/").removesuffix(":")
    current = ' aria-current="page"' if is_current else ""
    return (
        f'<a class="{links.INSIDE}" href="{html.escape(address(name))}"{current}>'
        f'<span aria-hidden="true" translate="no">{icon}</span>{html.escape(t(place.title))}</a>'
    )
