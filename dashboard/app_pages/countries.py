"""Countries: all of one country, or two side by side."""

import streamlit as st

from dashboard import components, filters, queries
from dashboard.components import (
    calendar_address,
    country,
    country_beside,
    country_commitments,
    country_lists,
    country_rows,
    country_unlisted,
)
from dashboard.shaping import countries as shaping

state = filters.page_state()
t, day = state.t, state.day

components.heading(t("Countries"))
chosen, beside = country.choose()
if chosen is None:
    country.everyone(day)
    st.stop()

sources = queries.table("sources")
profile = shaping.with_sources(queries.country_profile(chosen, day), sources)
ways = queries.country_commitments(chosen, day)
made = shaping.committing(queries.commitments_on(day), ways)

existed = country.existed(chosen, day)
if existed:
    components.summary(country.sentence(chosen, profile, made, day))
    country.figures(chosen, profile, made)
if beside:
    country_beside.show(chosen, beside, profile, day)
country.over_time(chosen, profile, day)

left, right = st.columns(2)
with left:
    country_lists.takes_part(profile, day)
    if existed:
        country_lists.not_in(profile, day)
with right:
    country_commitments.commits(chosen, ways)
    country_lists.people_and_places(profile)
    country_lists.groups(profile)
    country_unlisted.needs(profile, day)
    country_lists.initiatives(chosen, profile)
    country_unlisted.initiatives(profile, day)
country_commitments.due(chosen, made)
if existed:
    calendar_address.calendar_of(chosen, country.name(chosen))
components.verification_note(made)
country_rows.show(profile)
