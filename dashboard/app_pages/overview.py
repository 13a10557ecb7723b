"""Overview: the state of things on the as-of day; each number opens its rows."""

import streamlit as st

from dashboard import components
from dashboard.components import overview
from dashboard.source import queries
from dashboard.state import filters

state = filters.page_state()
t, day = state.t, state.day
made = queries.commitments_on(day)

components.heading(t("Overview"))
if made.is_empty():
    components.empty(t("No commitment had been made by {day}.", day=day))

components.summary(overview.sentence(made, day))
overview.figures(made)

st.subheader(t("How far the commitments are met"), anchor=False)
overview.statuses(made)
overview.proposals(queries.proposals_on(day))

overview.milestones(queries.timeline(), day)
overview.by_text(made)
components.verification_note(made)
