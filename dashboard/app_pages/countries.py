"""Countries: all of one country, or two side by side."""

import streamlit as st

from dashboard import components
from dashboard.components.changes import between
from dashboard.components.common import correction, developing
from dashboard.components.countries import commitments, lists, unlisted
from dashboard.components.countries import comparison as country_comparison
from dashboard.components.countries import profile as country
from dashboard.components.records import briefs, ending, listing, sections, summary
from dashboard.components.records.record import begin
from dashboard.filtering import binding
from dashboard.kinds import COUNTRY
from dashboard.source import queries, records, totals
from dashboard.state import address, filters

state = filters.page_state()
t, day = state.t, state.day

if address.query_values(listing.EVERY):
    listing.show(COUNTRY)
    st.stop()
top = st.container()
chosen, beside = country.choose()
record = records.find(COUNTRY.name, chosen) if chosen else None
with top:
    if record:
        begin(COUNTRY, record)
    else:
        components.heading(t("Countries"))
if chosen is None:
    country.everyone(day)
    listing.offer(COUNTRY)
    st.stop()

if sections.alone(
    COUNTRY,
    records.profile(COUNTRY.profile, COUNTRY.key, chosen, day) or {},
    day,
    next(iter(address.query_values(sections.ALONE)), ""),
):
    st.stop()

profile = queries.country_profile(chosen, day, developing.chosen())
made, unread = binding.counted(chosen, day)

existed = country.existed(chosen, day)
if existed:
    counted = totals.country(chosen, day, developing.chosen())
    components.summary(country.sentence(chosen, counted, day))
    country.figures(chosen, counted)
briefs.offer(COUNTRY.name, chosen, day)
between.show(COUNTRY.name, chosen)
if beside:
    country_comparison.show([chosen, *beside], day)
commitments.own(chosen, made, day)
commitments.due(chosen, day)
components.reading_note(unread, made)
country.over_time(chosen)

left, right = st.columns(2)
with left:
    lists.takes_part(profile, day)
    lists.votes(chosen, day)
    if existed:
        lists.not_in(chosen, day)
with right:
    lists.people_and_places(profile)
    developing.choose_for(profile)
    lists.groups(chosen, profile, day)
    lists.neighbours(chosen, day)
    unlisted.needs(chosen, day)
    lists.initiatives(chosen, profile)
    unlisted.initiatives(chosen, day)
sections.wholes(COUNTRY, chosen, "country_profile", developing=developing.chosen())
if record:
    ending.show(COUNTRY, record, day, summary.gaps_of(COUNTRY, chosen, day))
correction.show("countries", chosen)
