"""Which columns of views and macros hold codes, and of which closed list.

The columns of tables say so themselves, in the dictionary.
"""

EVERYWHERE = {
    "standing": "standing",
    "certainty": "certainty",
    "due_state": "due_state",
    "verification": "verification",
    "confidence": "confidence",
    "assessment_confidence": "confidence",
    "instrument_kind": "instrument_kind",
    "instrument_status": "instrument_status",
    "legal_force": "legal_force",
    "modality": "modality",
    "addressee": "addressee",
    "member_kind": "actor_kind",
    "body_kind": "actor_kind",
    "polarity": "polarity",
    "derivation": "derivation",
    "qualifier": "qualifier",
    "reported_qualifier": "qualifier",
    "act": "act",
}
"""Columns that mean the same in every view, by name."""

SOMEWHERE = {
    "commitments_on": {"status": "assessment_status"},
    "assessment_history": {"status": "assessment_status"},
    "instruments_on": {"status": "instrument_status"},
    "deadlines_on": {"status": "assessment_status", "state": "due_state"},
    "members_on": {"role": "membership_role"},
    "timeline": {"kind": "milestone_kind", "status": "milestone_status"},
    "capacity_gaps": {"state": "gap_state", "reach": "gap_reach", "answer": "gap_answer"},
    "needs_on": {"answer": "gap_answer"},
    "initiatives_on": {"status": "initiative_status"},
    "commitments_without_initiative": {"status": "assessment_status"},
    "initiative_overview": {"status": "initiative_status"},
    "names": {"kind": "name_kind"},
    "dictionary": {"kind": "relation_kind"},
    "instrument_descent": {"relation": "instrument_relation"},
    "sources_used": {"kind": "source_kind", "read_as": "read_as"},
}
"""Columns whose name has another meaning elsewhere, by view."""

BODIES = ("organization", "country_group", "instrument")
FURTHER = {
    ("members_on", "role"): ("act", ()),
    ("participation_events", "act"): ("act", ("founded", "joined", "left")),
}
"""Columns that hold codes beyond those of their closed list: of another list, and of none."""

SECTIONS = (
    "membership", "adherence", "group", "position", "appointment", "hosting", "initiative", "need",
)  # fmt: skip
DETAILS = (
    "membership_role", "act", "position", "appointment_role", "milestone_kind", "actor_kind",
    "initiative_status",
)  # fmt: skip
COUNTRY = ("country_events", "country_offers", "country_participations", "country_profile")

CLOSED = {
    ("country_commitments", "way"): ("named", "act", "membership", "pending"),
    ("deadlines_on", "origin"): ("commitment", "milestone"),
    ("instrument_descent", "direction"): ("forward", "backward"),
    ("names", "subject"): ("actor", "instrument"),
    ("offers_on", "origin"): ("initiative", "commitment"),
    ("participation_events", "origin"): ("membership", "adherence"),
    ("timeline", "origin"): (
        "milestone", "commitment_deadline", "membership", "adherence", "instrument",
    ),
} | {(relation, "section"): SECTIONS for relation in COUNTRY}  # fmt: skip
"""Columns that can hold only these words, which are of no closed list."""

OF_LISTS = {
    ("country_commitments", "role"): ("act", "membership_role"),
    ("groupings_on", "group_kind"): ("actor_kind",),
    ("initiative_overview", "figure_qualifier"): ("qualifier",),
    ("instrument_descent", "other_status"): ("instrument_status",),
    ("latest_assessments_on", "status"): ("assessment_status",),
    ("offers_on", "status"): ("assessment_status",),
    ("participations", "role"): ("act", "membership_role"),
} | {(relation, "detail"): DETAILS for relation in COUNTRY}
"""Columns that hold codes of several closed lists, or that no page shows."""


def vocabulary(relation: str, column: str) -> str:
    """Return the closed list of a view's column; nothing if it holds no codes.

    >>> vocabulary("commitments_on", "status"), vocabulary("timeline", "status")
    ('assessment_status', 'milestone_status')
    """
    return SOMEWHERE.get(relation, {}).get(column, EVERYWHERE.get(column, ""))
