"""Timeline: what happened and what is planned, body by body, past and ahead."""

import streamlit as st

from dashboard import components
from dashboard.components import timeline
from dashboard.components.agenda import agenda
from dashboard.components.common.figure import figure
from dashboard.figures import CHARTS
from dashboard.filtering import events
from dashboard.filtering.rows import counted
from dashboard.shaping.timeline import window
from dashboard.state import filters

state = filters.page_state()
t, day = state.t, state.day

components.heading(t("Timeline"))
summary = st.container()
chosen = timeline.filters(day)
found = events.found(day, chosen.rows, later=chosen.later)
if not found.n:
    with summary:
        timeline.known_later(found, day)
    components.empty(t("Nothing on the timeline matches these filters."))

with summary:
    components.summary(timeline.sentence(found, day))
    timeline.known_later(found, day)

first, last = window(found.shown, timeline.span(), day)
shown = counted(events.within(found.query, first, last))["n"]
beside, wide = st.columns([1, 2.8], gap="medium")
with beside:
    agenda(found, day)
with wide:
    figure(CHARTS["timeline-quarters"], on_range=timeline.show_span)
    timeline.how_to_choose()
    if shown:
        figure(CHARTS["timeline"])
timeline.outside(found.n - shown)
timeline.rows(found)
