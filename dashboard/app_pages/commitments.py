"""Commitments: find what was promised, and open the record of each."""

from dashboard import components
from dashboard.components.commitments import filters as commitment_filters
from dashboard.components.commitments import listing, record
from dashboard.components.commitments.facets import facets
from dashboard.components.records import listing as listing_by_name
from dashboard.kinds import COMMITMENT
from dashboard.state import address, filters

state = filters.page_state()
t, day = state.t, state.day

if key := address.query_values("id"):
    record.show(key[0], day)
elif address.query_values(listing_by_name.EVERY):
    listing_by_name.show(COMMITMENT)
else:
    components.heading(t("Commitments"))
    standing, everything, rows = commitment_filters.filtered(day)
    if rows.is_empty():
        components.empty(t("No commitment matches these filters on {day}.", day=day))
    if standing == "made":
        components.summary(listing.sentence(rows, everything, day))
        facets(rows)
        by = listing.grouping()
    else:
        by = None
        components.summary(listing.proposed_sentence(rows, day))
    listing.listed(rows, standing, by)
    components.verification_note(rows)
    listing.other_standing(standing, day)
    if standing == "made":
        listing.status_chart(rows)
    listing_by_name.offer(COMMITMENT)
