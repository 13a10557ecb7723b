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


def vocabulary(relation: str, column: str) -> str:
    """Return the closed list of a view's column; nothing if it holds no codes.

    >>> vocabulary("commitments_on", "status"), vocabulary("timeline", "status")
    ('assessment_status', 'milestone_status')
    """
    return SOMEWHERE.get(relation, {}).get(column, EVERYWHERE.get(column, ""))
