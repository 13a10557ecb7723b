"""Timeline: what happened and what is planned, body by body, past and ahead."""

import streamlit as st

from dashboard import components
from dashboard.charts import lanes
from dashboard.components import timeline
from dashboard.components.agenda import agenda
from dashboard.components.common.figure import figure
from dashboard.figures import CHARTS
from dashboard.filtering.rows import rows as filtered
from dashboard.shaping.timeline import window, within
from dashboard.source import database, queries
from dashboard.state import filters

state = filters.page_state()
t, day = state.t, state.day

components.heading(t("Timeline"))
summary = st.container()
bodies = queries.timeline_bodies(day)
chosen = timeline.filters(bodies, day)
found = lanes.in_lanes(
    filtered("timeline_on", database.turn(day), chosen.rows),
    chosen.bodies,
    few=1 if chosen.every else lanes.FEW,
    sizes=dict(bodies.select("lane_id", "events").iter_rows()),
)
rows = found if chosen.later else found.filter(~found["known_later"])
if rows.is_empty():
    with summary:
        timeline.known_later(found, chosen, day)
    components.empty(t("Nothing on the timeline matches these filters."))

with summary:
    components.summary(timeline.sentence(rows, day))
    timeline.known_later(found, chosen, day)

first, last = window(rows, timeline.span(), day)
shown = within(rows, first, last)
beside, wide = st.columns([1, 2.8], gap="medium")
with beside:
    agenda(rows, day)
with wide:
    figure(CHARTS["timeline-quarters"], on_range=timeline.show_span)
    if shown.height > timeline.MOST:
        timeline.too_many(shown.height)
    elif shown.height:
        figure(CHARTS["timeline"])
timeline.outside(rows.height - shown.height)
timeline.rows(rows, chosen)
