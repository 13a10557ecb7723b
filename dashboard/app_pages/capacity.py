"""Capacity building: what is lacking, what is promised, what is offered, and to whom."""

import streamlit as st

from dashboard import components, filters, queries
from dashboard.components import capacity, capacity_cell, capacity_lists
from dashboard.shaping.capacity import cells, only_needs

state = filters.page_state()
t, day = state.t, state.day
gaps = queries.capacity_gaps(day)
parents = dict(queries.table("actors").select("id", "parent_id").iter_rows())

components.heading(t("Capacity building"))
if gaps["needs"].sum() == 0:
    components.empty(t("No text that was read had stated a need by {day}.", day=day))
finding = capacity.sentence(gaps, queries.commitments_on(day), day)
components.summary(finding)

st.subheader(t("Needs and offers, by focus area and group of countries"), anchor="gaps")
with st.container(horizontal=True, vertical_alignment="bottom"):
    opened = capacity.asked_cell(gaps)
    stated = filters.toggle("stated", t("Only where a need is stated"))

capacity.matrix(cells(only_needs(gaps) if stated else gaps, parents), opened, finding)
if opened:
    capacity_cell.show(gaps, opened, day)

capacity_lists.needs(day)
capacity_lists.unanswered(day)
capacity.areas(day)
capacity_lists.initiatives(day)
capacity_lists.figures(day)
