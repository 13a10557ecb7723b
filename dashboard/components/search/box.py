"""The search box that stands on every page; ``search_box.js`` asks and shows what it finds."""

import html
import json
from pathlib import Path

import streamlit as st

from dashboard.components.search import words
from dashboard.navigation import PAGES
from dashboard.state import scripts
from dashboard.state.address import query_values
from dashboard.state.days import LONGEST
from dashboard.words.i18n import Translator

STYLE = Path(__file__).with_name("search.css")
LISTING = ("commitments", "texts", "organizations", "countries", "timeline")
"""Pages that are offered where nothing was found, of those that there are."""
BOX = """\
<div class="site-search" role="search" data-lang="{lang}" data-words="{words}">
<label class="unseen" for="site-search">{label}</label>
<input id="site-search" type="search" autocomplete="off" spellcheck="false" maxlength="{longest}"
 placeholder="{hint}" value="{value}" aria-describedby="search-status">
<div class="found" hidden><p role="status" id="search-status"></p><ul class="hits"></ul></div>
</div>"""


def show(page: str, t: Translator) -> None:
    """Show the box; on the page of the search it has the words that are searched for."""
    value = next(iter(query_values("q")), "")[:LONGEST] if page == "search" else ""
    texts = {
        "kinds": words.kinds(t),
        "plurals": words.plurals(t),
        "all": t("All results"),
        "offers": t("Did you mean"),
        "lists": [{"page": page, "title": title} for page, title in listing(t).items()],
    }
    box = BOX.format(
        lang=t.language,
        words=html.escape(json.dumps(texts, ensure_ascii=False)),
        label=html.escape(t("Search everything")),
        longest=LONGEST,
        hint=html.escape(t("Search: a name, a symbol, a paragraph, a question ( / )")),
        value=html.escape(value),
    )
    st.html(STYLE)
    st.html(box + scripts.script(scripts.SEARCH_BOX), unsafe_allow_javascript=True)


def listing(t: Translator) -> dict[str, str]:
    """Return the pages that are offered where nothing was found, with their titles."""
    return {name: t(PAGES[name].title) for name in LISTING if name in PAGES}
