"""The day with which the as-of day is compared, picked beside it."""

from datetime import date

import streamlit as st

from dashboard.filtering.options import compared_kinds
from dashboard.kinds import BY_PAGE
from dashboard.state import day_filters, days
from dashboard.state.address import COMPARED, query_values
from dashboard.words.i18n import Translator
from dashboard.words.markdown import as_typed

PAGES = frozenset({"overview", "members", "capacity"})
"""Pages that compare days, beside those of records."""


def pick(page: str, t: Translator) -> date | None:
    """Let the reader pick another day where the page compares two; return it, if any."""
    if not _compares(page):
        return None
    picked = day_filters.other_day(
        COMPARED,
        t("Compare with …"),
        help=t("Another day: the page then says what changed between the two."),
    )
    if unknown := day_filters.unknown_day(COMPARED):
        st.warning(
            t(
                "{value} is not a day from {first} to {last}: nothing is compared.",
                value=as_typed(unknown),
                first=days.first_day(),
                last=days.LAST_DAY,
            )
        )
    return picked


def _compares(page: str) -> bool:
    """Whether a page compares days: of kinds of records, only the page of one."""
    kind = BY_PAGE.get(page)
    if kind is None:
        return page in PAGES
    return kind.name in compared_kinds() and bool(query_values(kind.parameter))
