"""Commitments: find what was promised, and open the record of each."""

from dashboard import components
from dashboard.components.commitments import filters as commitment_filters
from dashboard.components.commitments import listing
from dashboard.components.commitments.facets import facets
from dashboard.components.records import listing as listing_by_name
from dashboard.components.records import record
from dashboard.kinds import COMMITMENT
from dashboard.state import address, filters

state = filters.page_state()
t, day = state.t, state.day

if key := address.query_values("id"):
    record.show(COMMITMENT, key[0], day)
elif address.query_values(listing_by_name.EVERY):
    listing_by_name.show(COMMITMENT)
else:
    components.heading(t("Commitments"))
    standing, everything, found = commitment_filters.filtered(day)
    if not found.n:
        nothing = t("No commitment matches these filters on {day}.", day=day)
        components.empty(nothing, clear=COMMITMENT.page)
    if standing == "made":
        components.summary(listing.sentence(found, everything, day))
        facets(found)
        by = listing.grouping()
    else:
        by = None
        components.summary(listing.proposed_sentence(found, day))
    listing.listed(found, standing, by)
    components.reading_note(found.unread, found.n)
    listing.other_standing(standing, day)
    if standing == "made":
        listing.status_chart(found)
    listing_by_name.offer(COMMITMENT)
