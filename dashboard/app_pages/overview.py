"""Overview: the state of things on the as-of day; each number opens its rows."""

import streamlit as st

from dashboard import components
from dashboard.components import first_screen, overview
from dashboard.components.changes import between, lately
from dashboard.components.common.figure import figure
from dashboard.figures import CHARTS
from dashboard.shaping.overview import state_of_things
from dashboard.source import database, totals
from dashboard.state import filters

state = filters.page_state()
t, day = state.t, state.day
counted = totals.commitments(day)

components.heading(database.settings().localized("name", t.language))
first_screen.lead()
if not counted["commitments"]:
    components.empty(state_of_things(counted, day, t))

components.summary(state_of_things(counted, day, t))
first_screen.since_last_visit(day)
between.show()
first_screen.ways_in(counted, day)
overview.figures(counted)

st.header(t("How far the commitments are met"), anchor=False)
figure(CHARTS["status"])
overview.proposals(counted)

lately.show(day)
overview.milestones(day)
overview.by_text(day)
components.reading_note(counted["not_read"], counted["commitments"])
first_screen.foundation()
