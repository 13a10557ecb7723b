"""Filters by day, which the address holds in ISO 8601."""

from datetime import date
from functools import cache
from typing import Literal

import streamlit as st

from dashboard.state.address import bind_widget, query_values, save
from dashboard.state.days import read_day
from dashboard.state.spoken import language
from transforms.languages import language as spoken


def day(name: str, label: str, default: date, *, help: str | None = None) -> date:
    """Let the reader pick a day; the address holds it in ISO 8601."""
    value = _day(query_values(name)) or default
    # A link may name the default itself, which is another day tomorrow.
    named = query_values(name)
    key = bind_widget(
        name,
        value,
        lambda on: [on.isoformat()] if on and (on != default or named == [on.isoformat()]) else [],
    )
    return _input(label, "today", key, help) or default


def other_day(name: str, label: str, *, help: str | None = None) -> date | None:
    """Let the reader pick a day, or none."""
    key = bind_widget(name, _day(query_values(name)), lambda on: [on.isoformat()] if on else [])
    return _input(label, None, key, help)


def unknown_day(name: str) -> str | None:
    """Return the value in the address if it is no day that pages show, else None."""
    values = query_values(name)
    return values[0] if values and _day(values) is None else None


def _input(label: str, value: Literal["today"] | None, key: str, help: str | None) -> date | None:
    # Any day can be typed: of one that no page shows, the frame says so in the reader's language.
    return st.date_input(
        label,
        value,
        min_value=date(1, 1, 1),
        max_value=date(9999, 12, 31),
        format=_order(language()),
        key=key,
        help=help,
        on_change=save,
    )


@cache
def _order(code: str) -> str:
    """Return in which order a language writes a day, in Streamlit's words.

    >>> _order("fr"), _order("en"), _order("ja")
    ('DD/MM/YYYY', 'DD/MM/YYYY', 'YYYY/MM/DD')
    """
    pattern = spoken(code).locale.date_formats["short"].pattern.lower()
    first = next((sign for sign in pattern if sign in "ymd"), "y")
    return {"y": "YYYY/MM/DD", "m": "MM/DD/YYYY", "d": "DD/MM/YYYY"}[first]


def _day(values: list[str]) -> date | None:
    """Return the first value as a day that pages show; none where it is no such day."""
    return read_day(values[0]) if values else None
