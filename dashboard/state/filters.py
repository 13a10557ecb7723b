"""Filters whose values the address has: a function for each kind; days are in ``day_filters``."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import streamlit as st

from dashboard.state import unused
from dashboard.state.address import bind_widget, query_values, save, used_values
from dashboard.state.days import LONGEST
from dashboard.state.spoken import language
from dashboard.words.i18n import Translator
from dashboard.words.markdown import escape
from transforms.languages import typeset

FEW = 6
"""Up to so many options are shown side by side; more go into a list."""
TYPED: Literal["contains"] = "contains"
"""What is typed into a list must stand in an option, letter by letter."""

Words = Callable[[str], str]
Codes = tuple[str, ...]


@dataclass(frozen=True)
class PageState:
    """Who reads which page, in which language, for which day.

    Attributes:
        page: Name of the page.
        t: The language.
        day: The as-of day.
        other: The day with which that one is compared, if any.
    """

    page: str
    t: Translator
    day: date
    other: date | None = None


def page_state() -> PageState:
    """Return what the frame settled before the page ran."""
    state: PageState = st.session_state["page_state"]
    return state


def choice(
    name: str,
    label: str,
    options: Sequence[str],
    words: Words = str,
    *,
    default: str,
    help: str | None = None,
    as_list: bool = False,
) -> str:
    """Let the reader pick one code; few stand side by side, unless they are long (``as_list``)."""
    unused.say(name, label, options, words)
    key = bind_widget(name, _first(name, options, default), _one(default), worded=True)
    if len(options) <= FEW and not as_list:
        chosen = st.segmented_control(
            label,
            options,
            format_func=_plain(_set(words)),
            key=key,
            required=True,
            help=help,
            on_change=save,
        )
        return chosen or default
    return st.selectbox(
        label,
        options,
        index=options.index(default),
        format_func=_set(words),
        key=key,
        help=help,
        on_change=save,
        filter_mode=TYPED,
    )


def any_choice(
    name: str,
    label: str,
    options: Sequence[str],
    words: Words = str,
    *,
    placeholder: str,
    help: str | None = None,
) -> str | None:
    """Let the reader pick one code or none."""
    unused.say(name, label, options, words)
    return st.selectbox(
        label,
        options,
        index=None,
        format_func=_set(words),
        placeholder=placeholder,
        key=bind_widget(name, _first(name, options, None), _one(None), worded=True),
        help=help,
        on_change=save,
        filter_mode=TYPED,
    )


def choices(
    name: str,
    label: str,
    options: Sequence[str],
    words: Words = str,
    *,
    placeholder: str = "",
    help: str | None = None,
) -> Codes:
    """Let the reader pick any number of codes; none means all, and an empty list says so."""
    unused.say(name, label, options, words)
    key = bind_widget(name, used_values(name), list, worded=True)
    if len(options) <= FEW:
        return tuple(
            st.pills(
                label,
                options,
                selection_mode="multi",
                format_func=_plain(_set(words)),
                key=key,
                help=help,
                on_change=save,
            )
        )
    return tuple(
        st.multiselect(
            label,
            options,
            format_func=_set(words),
            placeholder=placeholder or page_state().t("All"),
            key=key,
            help=help,
            on_change=save,
            filter_mode=TYPED,
        )
    )


def text(name: str, label: str, *, placeholder: str) -> str:
    """Let the reader type words."""
    key = bind_widget(name, next(iter(query_values(name)), "")[:LONGEST], _one(""))
    typed = st.text_input(
        label, max_chars=LONGEST, placeholder=placeholder, key=key, on_change=save
    )
    return typed.strip()


def toggle(name: str, label: str, *, default: bool = False, help: str | None = None) -> bool:
    """Let the reader switch something on or off; the address holds 1 or 0."""
    unused.say(name, label, ("0", "1"))
    value = _first(name, ("0", "1"), str(int(default))) == "1"
    key = bind_widget(name, value, lambda on: [] if on == default else [str(int(on))])
    return st.toggle(label, key=key, help=help, on_change=save)


def _set(words: Words) -> Words:
    """Return the words of options as a page in the reader's language shows them."""
    code = language()
    return lambda option: typeset(words(option), code)


def _plain(words: Words) -> Words:
    """Buttons read Markdown, lists do not: the words of an option are shown as they are."""
    return lambda code: escape(words(code))


def _first(name: str, options: Sequence[str], default: str | None) -> str | None:
    """The first value in the address that is one of the options, once it is said which are not."""
    return next((value for value in used_values(name) if value in options), default)


def _one(default: str | None) -> Callable[[str | None], list[str]]:
    return lambda value: [value] if value and value != default else []
