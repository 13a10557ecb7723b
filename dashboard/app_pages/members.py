"""Members: how many are in what, since when, where, and what sources say of it."""

import streamlit as st

from dashboard import components
from dashboard.components.changes import between
from dashboard.components.common.words import escape
from dashboard.components.members import comparison, facts, page, rosters, sentences, stage
from dashboard.figures.bodies import MOST, first_ones
from dashboard.shaping import bodies as shaping
from dashboard.source import members, queries
from dashboard.state import filters

state = filters.page_state()
t, day = state.t, state.day
bodies = shaping.offered(t)
at_first = shaping.first(bodies)

components.heading(t("Members"))
if not bodies:
    components.empty(t("No roster of any body or text is on record."))
summary = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    selected = filters.choices(
        "body",
        t("Bodies and texts"),
        list(bodies),
        bodies.__getitem__,
        placeholder=t("{n} of them", n=len(at_first)),
    )
    derived = filters.toggle(
        "derived",
        t("Include derived membership"),
        help=t("Also who is in because it is in something else."),
    )
drawn = (selected or tuple(at_first))[:MOST]
chosen = {body: bodies[body] for body in drawn if body in bodies}
with summary:
    components.summary(sentences.summary(chosen, day, derived=derived))
if left_out := first_ones(len(selected), t):
    st.caption(left_out)
between.show(aspects=("membership", "act", "count"), records=selected[:MOST])
staged = stage.choose(chosen, bodies, derived=derived)
stage.show(staged)
if len(selected) > 1:
    comparison.show(list(selected), derived=derived)

st.header(t("Roster of {body}", body=escape(bodies[staged.body])), anchor="roster")
left = filters.toggle("left", t("Include former members"))
listed = rosters.roster(staged.body, day, derived=derived, left=left)
page.roster_table(listed, t.language, staged.body, derived=derived, left=left)
facts.ends(listed)
facts.votes(staged.body)
page.disagreements(queries.sourced(members.disagreements(staged.body)))
