"""Members: how many are in what, since when, where, and what sources say of it."""

import streamlit as st

from dashboard import components
from dashboard.components.changes import between
from dashboard.components.members import comparison, page, rosters
from dashboard.state import filters

state = filters.page_state()
t, day = state.t, state.day
bodies = rosters.bodies(t)
at_first = rosters.first(bodies)

components.heading(t("Members"))
if not bodies:
    components.empty(t("No roster of any body or text is on record."))
summary = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    asked = filters.choices(
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
chosen = {body: bodies[body] for body in asked or at_first if body in bodies}
with summary:
    components.summary(page.summary(chosen, day, derived=derived))
between.show(aspects=("membership", "act", "count"), records=asked)
page.lines(chosen, day, derived=derived)
if len(asked) > 1:
    comparison.two(list(asked), derived=derived)

st.header(t("Members and where they are"), anchor="roster")
with st.container(horizontal=True, vertical_alignment="bottom"):
    first = next(iter(chosen or bodies))
    body = (
        filters.choice("map", t("Body or text"), list(bodies), bodies.__getitem__, default=first)
        or first
    )
    left = filters.toggle("left", t("Include former members"))
inside = rosters.roster(body, day, derived=derived, left=False)
page.world(inside, body, bodies[body], day, derived=derived)
listed = rosters.roster(body, day, derived=derived, left=left)
page.roster_table(listed, t.language, body, derived=derived, left=left)
page.disagreements(rosters.disagreements(body))
