"""The address of the page: it holds all that a reader chose, so that a link opens the same view.

A widget only shows what is in the address. When the reader changes one, every filter of the page
is written to the address in one step, as codes, and defaults are left out. That is one step of
the browser's history, so that Back undoes it. (``bind="query-params"`` of Streamlit writes the
translated label and replaces the step before, so that Back leaves the page.)
"""

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date
from typing import Any
from urllib.parse import parse_qs, quote_plus, urlencode, urlsplit

import streamlit as st

COMPARED = "compare"
"""The day with which the as-of day is compared."""
CARRIED_OVER = ("lang", "as_of", COMPARED)
"""What a reader takes along from page to page."""
MARK = "mark"
"""Which mark of which chart is open: it changes what is shown below a chart, and no rows."""

CARRIED = "carried_over"
"""Where a run caches what is carried over: a page has hundreds of links, and reading the address
from Streamlit takes a quarter of a millisecond."""

MARK_MOVED = "mark_moved"
"""Whether the open mark was one of another chart, which must be drawn without it."""

UNUSED = "unused_values"
"""By filter: values in the address that it cannot have."""

ENTRY = "entry"
"""The address with which the session began: anybody may have written that link."""

QueryValue = str | Sequence[str] | date | None
"""The value of a filter; None leaves it out."""


def query_values(name: str) -> list[str]:
    """Return the values of one filter in the address."""
    return st.query_params.get_all(name)


def chosen_values(name: str) -> list[str]:
    """Return the values of a filter as its widget has them, which ignores unknown ones.

    Without a widget on the page they are those of the address.
    """
    bound = st.session_state["filters"]["encoders"].get(name)
    if bound is None or bound[0] not in st.session_state:
        return used_values(name)
    key, encode = bound
    found: list[str] = encode(st.session_state[key])
    return found


def carried_over() -> dict[str, list[str]]:
    """Return the part of the address that goes along to another page."""
    carried: dict[str, list[str]] | None = st.session_state.get(CARRIED)
    return _carried_over() if carried is None else carried


def leave_out(name: str, options: Container[str]) -> list[str]:
    """Leave out of links what the address has of a filter beside its options; return what is new.

    Each run begins with nothing left out.
    """
    unused = st.session_state[UNUSED].setdefault(name, [])
    new = [text for text in used_values(name) if text not in options]
    unused.extend(new)
    return new


def used_values(name: str) -> list[str]:
    """Return the values of a filter in the address, each once, but for those left out."""
    unused = ("", *st.session_state.get(UNUSED, {}).get(name, ()))
    return [text for text in dict.fromkeys(query_values(name)) if text not in unused]


def filter_values(without: Sequence[str] = ()) -> dict[str, QueryValue]:
    """Return the values of every filter of the page in the address, except those named."""
    return {
        name: used_values(name)
        for name in st.query_params
        if name not in (*CARRIED_OVER, MARK, *without)
    }


def link(**filters: QueryValue) -> dict[str, list[str]]:
    """Return the query of a link: language and day as they are, and the filters given."""
    return carried_over() | {
        name: [str(value)] if isinstance(value, str | date) else [str(part) for part in value]
        for name, value in filters.items()
        if value
    }


def address(page: str, /, **filters: QueryValue) -> str:
    """Return the address of a page with these filters, for links inside tables and text."""
    query = urlencode(link(**filters), doseq=True)
    return f"{page}?{query}" if query else page


def addresses(page: str, name: str, codes: Iterable[str]) -> list[str]:
    """Return the address of a page for each code of one filter."""
    start = address(page)
    start += f"{'&' if '?' in start else '?'}{name}="
    return [start + quote_plus(code) for code in codes]


def open_record(name: str, code: str | None) -> None:
    """Open a record from a callback, or close it with none; the filters stay in the address."""
    open_records(**{name: code})


def open_mark(chart: str, mark: str | None) -> None:
    """Open a mark of a chart from a callback, or close it with none; it closes that of another."""
    before = next(iter(query_values(MARK)), f"{chart}:")
    if not before.startswith(f"{chart}:"):
        st.session_state[MARK_MOVED] = True
    open_record(MARK, f"{chart}:{mark}" if mark else None)


def open_records(**codes: str | None) -> None:
    """Set several codes of the address in one step, from a callback; none takes one away."""
    wanted = {other: query_values(other) for other in st.query_params if other not in codes}
    st.query_params.from_dict(wanted | {name: [code] for name, code in codes.items() if code})


def begin_run(page: str) -> None:
    """Begin a run: forget the filters of another page, and let the address follow a link.

    A link to the page that is open changes what Streamlit reads but not what the browser shows.
    """
    st.session_state.setdefault(ENTRY, {name: query_values(name) for name in st.query_params})
    st.session_state[CARRIED] = _carried_over()
    st.session_state[UNUSED] = {}
    st.session_state[MARK_MOVED] = False
    if st.session_state.get("filters", {}).get("page") != page:
        st.session_state["filters"] = {"page": page, "encoders": {}}
        return
    shown = parse_qs(urlsplit(st.context.url or "").query, keep_blank_values=True)
    read = {name: query_values(name) for name in st.query_params}
    if st.context.url and shown != read:
        st.query_params.from_dict(read)


def bind_widget(
    name: str, value: Any, encode: Callable[[Any], list[str]], *, worded: bool = False
) -> str:
    """Make the widget of a filter show the value in the address.

    Args:
        name: Of the filter, in the address.
        value: The value in the address, as the widget has it.
        encode: Turns the value of the widget into those of the address; none for the default.
        worded: Whether the widget shows its codes in words. The browser hands back the word, so
            that a widget which lived on in another language would take it for a code.

    Returns:
        The key that the widget must have.
    """
    key = (
        f"filter-{name}-{''.join(query_values('lang'))}".rstrip("-") if worded else f"filter-{name}"
    )
    st.session_state["filters"]["encoders"][name] = (key, encode)
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def save() -> None:
    """Write every filter that is on the page to the address, after the reader changed one.

    All of them, so that two quick changes do not undo each other while the first is on its way.
    """
    wanted = {name: query_values(name) for name in st.query_params}
    for name, (key, encode) in st.session_state["filters"]["encoders"].items():
        if key in st.session_state:
            wanted[name] = encode(st.session_state[key])
    st.query_params.from_dict({name: values for name, values in wanted.items() if values})


def _carried_over() -> dict[str, list[str]]:
    return {name: query_values(name) for name in CARRIED_OVER if name in st.query_params}
