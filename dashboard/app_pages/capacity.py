"""Capacity building: what is lacking, what is promised, what is offered, and to whom."""

import streamlit as st

from dashboard import components
from dashboard.components.capacity import lists, matrix, money, topics
from dashboard.components.changes import between
from dashboard.components.common import developing
from dashboard.source import database, totals
from dashboard.state import filters

state = filters.page_state()
t, day = state.t, state.day
matrix.follow_old_address()
gaps = database.rows_on("gap_totals_on", day, developing_as=developing.chosen())

components.heading(t("Capacity building"))
if gaps["needs"].sum() == 0:
    components.empty(t("No text that was read had stated a need by {day}.", day=day))
narrowed = matrix.is_narrowed(gaps)
if not narrowed:
    components.summary(matrix.sentence(totals.capacity(day, developing.chosen()), day))
developing.choose()
if not narrowed:
    if root := database.settings().root_area:
        between.show("topic", root)
    st.header(t("Topics, the worst off first"), anchor="topics")
    topics.ranked(developing.chosen())

st.header(t("Needs and offers, by topic and group of countries"), anchor="gaps")
filters.toggle(
    "stated",
    t("Only where a need is stated"),
    default=True,
    help=t("Otherwise also where an offer reaches a group without a need that is stated."),
)
shown = matrix.narrow(gaps)
matrix.matrix()

lists.needs(day, shown)
if narrowed:
    topics.further(shown)
    st.stop()
lists.unanswered(day)
matrix.areas(day)
lists.initiatives(day)
money.money(day)
lists.figures(day)
