"""Countries: all of one country, or several side by side."""

import streamlit as st

from dashboard import components
from dashboard.components.common import developing
from dashboard.components.countries import choice
from dashboard.components.records import listing, record
from dashboard.kinds import COUNTRY
from dashboard.shaping import countries as shaping
from dashboard.state import address, filters

state = filters.page_state()
t, day = state.t, state.day

if address.query_values(listing.EVERY):
    listing.show(COUNTRY)
    st.stop()
top = st.container()
if chosen := choice.choose():
    title = shaping.title(choice.together(chosen), t)
    record.show(COUNTRY, chosen, day, developing.options(), top, title)
else:
    with top:
        components.heading(t("Countries"))
    choice.everyone(day)
    listing.offer(COUNTRY)
