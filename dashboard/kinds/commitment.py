"""Commitments: one promise in one text."""

from dashboard.kinds import shared
from dashboard.kinds.declared import Fact, Kind, Section, Sentence
from dashboard.words.i18n import message

COMMITMENT = Kind(
    "commitment",
    ("commitments",),
    message("Commitments"),
    message("Every promise with its text, paragraph and deadline, how far it is met, and why."),
    ":material/checklist:",
    "commitment",
    profile="commitment_profiles_on",
    summary=(
        Sentence(message("{summary}.")),
        Sentence(message("Status on {day}: {status}.")),
        Sentence(message("{assessment_rationale}.")),
        Sentence(
            message("Proposed, and never counted as made."),
            where=("proposed", True),
        ),
        Sentence(
            message("On {day} this was neither made nor proposed."),
            where=("unknown", True),
        ),
    ),
    facts=(
        Fact("instrument_id", message("Text")),
        Fact("paragraph"),
        Fact("status"),
        Fact("due_on", message("Due"), needed=True),
        Fact("due_state"),
        Fact("due_note"),
        Fact("target", message("Target")),
        Fact("beneficiary", message("For whom")),
        Fact("legal_force", message("Legal force")),
        Fact("modality", message("Verb")),
        Fact("addressee"),
        Fact("verification", message("Wording")),
        Fact("confidence"),
    ),
    sections=(
        shared.linked(
            "actors", message("Who"), "commitment_actors", "commitment_id", "actor_id", "role"
        ),
        shared.linked(
            "beneficiaries",
            message("For whom"),
            "commitment_beneficiaries",
            "commitment_id",
            "actor_id",
        ),
        shared.linked(
            "topics", message("Topics"), "commitment_focus_areas", "commitment_id", "focus_area_id"
        ),
        Section(
            "assessments",
            message("How it was judged"),
            "assessment_history",
            "commitment_id",
            ("rationale", "status", "polarity", "as_of", "confidence", "source_id", "locator"),
            order="as_of_latest DESC, assessment_id",
            where="as_of_latest <= $day",
        ),
    ),
    gaps=(
        Sentence(
            message("Nobody has looked yet: that is not known, not failed."),
            where=("status", "not_assessed"),
        ),
    ),
)
