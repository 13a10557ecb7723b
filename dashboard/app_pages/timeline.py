"""Timeline: what happened and what is planned, body by body, past and ahead."""

from dataclasses import replace

import streamlit as st

from dashboard import charts, components
from dashboard.charts import lanes
from dashboard.components import timeline
from dashboard.shaping.timeline import TimelineFilters, labelled, matching, window, within
from dashboard.source import queries
from dashboard.state import filters

state = filters.page_state()
t, day = state.t, state.day
events = queries.timeline_on(day)

components.heading(t("Timeline"))
summary = st.container()
asked = timeline.filters(events)
in_lanes = lanes.in_lanes(events, asked.bodies, few=1 if asked.every else lanes.FEW)
found = matching(in_lanes, replace(asked, later=True), day)
rows = matching(found, TimelineFilters(later=asked.later), day)
if rows.is_empty():
    with summary:
        timeline.known_later(found, asked, day)
    components.empty(t("Nothing on the timeline matches these filters."))

with summary:
    components.summary(timeline.sentence(rows, day))
    timeline.known_later(found, asked, day)

first, last = window(rows, timeline.span(), day)
shown = within(rows, first, last)
if shown.height > timeline.MOST:
    timeline.too_many(shown.height)
elif shown.height:
    marks = labelled(shown, queries.commitments_on(day), t)
    drawn = charts.timeline(marks, t, day, first, last)
    components.chart(drawn, "timeline", timeline.described(rows, day))
timeline.outside(rows.height - shown.height)
timeline.rows(rows, asked)
