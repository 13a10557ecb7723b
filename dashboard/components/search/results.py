"""The page of the search: all that was found, best first, and what may have been meant."""

import html
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import polars as pl
import streamlit as st

from dashboard.components.common import following, links
from dashboard.components.common.words import heading
from dashboard.components.search import box, words
from dashboard.filtering import lists
from dashboard.source import search
from dashboard.state.address import address, query_values
from dashboard.state.filters import choices, page_state
from dashboard.words.i18n import Translator


def show() -> None:
    """Show the results for the words in the address."""
    t = page_state().t
    heading(t("Search"))
    query = next(iter(query_values("q")), "").strip()
    if not query:
        st.markdown(t("Type a name, a symbol, a paragraph or a question into the box above."))
        return
    found = lists.with_rows(search.search(query, t.language), page_state().day)
    counts = dict(found.select("kind", "of_kind").unique(maintain_order=True).iter_rows())
    missing = words.missing(found["missing"])
    st.html(f'<p role="status">{html.escape(words.summary(counts, missing, t))}</p>')
    if not counts:
        _nothing(query, t)
        return
    plurals = words.plurals(t)
    labels = {kind: f"{plurals[kind]} ({t.number(n)})" for kind, n in counts.items()}
    chosen = choices("kind", t("Kinds"), list(counts), labels.__getitem__)
    shown = found.filter(pl.col("kind").is_in(chosen)) if chosen else found
    _list(shown, missing, t)
    if found.height < sum(counts.values()):
        st.caption(t("These are the best {n}; more words find fewer.", n=found.height))
    if words.LIST in counts and not lists.are_counted():
        st.caption(t("Among so many commitments, the rows of a list are counted on its page only."))
    following.of_search(query)


def _nothing(query: str, t: Translator) -> None:
    """Offer things with similar names, and the lists."""
    offers = search.search_offers(query, t.language)
    if offers.height:
        st.markdown(f"**{t('Did you mean')}**")
        nothing = dict.fromkeys(("why", "missing", "rows", "as_of"), pl.lit(None))
        _list(offers.with_columns(matched="name", **nothing), [], t)
    st.markdown(t("Everything that there is stands in these lists:"))
    items = "".join(
        f'<li><a class="in" href="{html.escape(address(page))}">{html.escape(title)}</a></li>'
        for page, title in box.listing(t).items()
    )
    st.html(f'<ul class="results">{items}</ul>')


def _list(rows: pl.DataFrame, missing: Sequence[str], t: Translator) -> None:
    items = "".join(_item(row, missing, t) for row in rows.iter_rows(named=True))
    st.html(f'<ul class="results">{items}</ul>')


def _item(row: Mapping[str, Any], missing: Sequence[str], t: Translator) -> str:
    page, query, heading = urlsplit(row["url"])[2:]
    language = row["language"] if row["language"] != t.language else None
    target = address(page, **dict(parse_qsl(query))) + (heading and f"#{heading}")
    link = links.inside(target, words.label(row, t), language)
    kind, reason = words.kinds(t)[row["kind"]], words.reason(row, missing, t)
    why = f'<span class="why">{html.escape(reason)}</span>' if reason else ""
    return f'<li><span class="kind">{html.escape(kind)}</span>{link}{why}</li>'
