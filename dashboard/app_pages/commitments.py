"""Commitments: find what was promised, and open the record of each."""

from dashboard import address, components, filters
from dashboard.components import commitment_filters, commitment_list, commitment_record

state = filters.page_state()
t, day = state.t, state.day

if key := address.asked("id"):
    commitment_record.show(key[0], day)
else:
    components.heading(t("Commitments"))
    standing, everything, rows = commitment_filters.drawn(day)
    if rows.is_empty():
        components.empty(t("No commitment matches these filters on {day}.", day=day))
    if standing == "made":
        components.summary(commitment_list.sentence(rows, everything.height, day))
        commitment_list.status_chart(rows)
    else:
        components.summary(commitment_list.proposed_sentence(rows, day))
    commitment_list.listed(rows, standing)
    components.verification_note(rows)
    commitment_list.other_standing(standing, day)
