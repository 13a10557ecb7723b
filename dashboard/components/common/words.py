"""The words of a page: its title, its sentence, its sources, and that nothing was found."""

from collections.abc import Mapping
from typing import Any, NoReturn

import streamlit as st

from dashboard.components.common import links, titles
from dashboard.source import database
from dashboard.state import address
from dashboard.state.filters import page_state
from dashboard.words import references
from dashboard.words.locators import located
from dashboard.words.markdown import escape


def heading(title: str, *, of_record: bool = False) -> None:
    """Show the title of the page, in its window too; names in it are never read as markup.

    That of the window, which is all that a bookmark has, says filters and days as well, unless the
    page shows a record.
    """
    state = page_state()
    product = database.settings().localized("name", state.t.language)
    whole = title
    if not of_record:
        query = {name: address.query_values(name) for name in st.query_params}
        whole = titles.of_page(state.page, query, state.t)
    st.set_page_config(page_title=whole if whole == product else f"{whole} · {product}")
    st.title(escape(title), anchor=False)


def summary(sentence: str, key: str = "page") -> None:
    """Show the sentence, in Markdown, that sums up the page with numbers from the same frame."""
    st.container(key=f"summary-{key}").markdown(sentence)


def empty(sentence: str, *, clear: str = "") -> NoReturn:
    """Say that nothing matches, instead of drawing an empty chart, and end the page.

    ``clear`` is the page that a link opens without its filters.
    """
    st.info(sentence, icon=":material/filter_alt_off:")
    if clear:
        st.html(f'<p class="more">{links.page(clear, page_state().t("Clear the filters"))}</p>')
    st.stop()


def source_link(row: Mapping[str, Any]) -> str:
    """Return, in Markdown, where the fact of ``row`` was read, and the place in it.

    The row has ``source_title``, ``source_language``, ``source_url`` and ``locator``, as the
    relations carry them.
    """
    t = page_state().t
    title = references.titled(row.get("source_title"), row.get("source_language"), t)
    named = escape(title or row["source_id"])
    linked = document_link(named, row.get("source_url"))
    place = located(row.get("locator"), t)
    return f"{linked}, {escape(place)}" if place else linked


def document_link(markdown: str, url: str | None) -> str:
    """Return a text as a link to a document in the reader's language, if it has an address."""
    found = database.settings().document_url(page_state().t.language, url)
    return f"[{markdown}]({found})" if found else markdown


def reading_note(unread: int, commitments: int) -> None:
    """Say that so many of the commitments were not read in the instrument's own wording."""
    t = page_state().t
    if unread:
        st.caption(
            t.plural(
                "{n} of these {all} was not read in the instrument's own wording; its row says so.",
                "{n} of these {all} were not read in the instrument's own wording; their rows"
                " say so.",
                unread,
                all=commitments,
            )
        )
