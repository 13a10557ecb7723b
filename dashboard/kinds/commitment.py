"""Commitments: one promise in one text."""

from dashboard.kinds import shared
from dashboard.kinds.declared import Fact, Kind, Section, Sentence, plural
from dashboard.words.i18n import message

OTHERS = ("summary", "status", "paragraph", "due_on", "due_state")
PARAGRAPH = "regexp_extract(paragraph_{language}, '^\\D*\\d+')"
SAME_PARAGRAPH = (
    f"id <> $record AND {PARAGRAPH} <> '' AND {PARAGRAPH} ="
    f" (SELECT {PARAGRAPH} FROM commitments WHERE id = $record)"
)
"""That a commitment of the same text stands in the same paragraph, which its place begins with."""

COMMITMENT = Kind(
    "commitment",
    ("commitments",),
    message("Commitments"),
    message("Every promise with its text, paragraph and deadline, how far it is met, and why."),
    ":material/checklist:",
    "commitment",
    profile="commitment_profiles_on",
    link="url",
    lead="summary",
    notices=(
        Sentence(
            message(
                "Proposed, not made: on {day} nobody had adopted this text. It is not counted"
                " as a commitment."
            ),
            where=("proposed", True),
        ),
        Sentence(
            message("On {day} this was neither made nor proposed."),
            where=("unknown", True),
        ),
        Sentence(message("The text was adopted: {made_on}."), where=("unknown", True)),
        Sentence(
            message(
                "Not read in the instrument's own wording: {verification}. Compare it with the"
                " text before you quote it."
            ),
            where=("not_read", True),
        ),
    ),
    summary=(
        Sentence(message("Status on {day}: {status}.")),
        Sentence(plural("{n} day overdue.", "{n} days overdue."), "days_overdue"),
        Sentence(plural("{n} day left.", "{n} days left."), "days_left"),
        Sentence(message("{assessment_rationale}.")),
        Sentence(message("Evidence: {assessment_source_id} ({assessed_on}).")),
    ),
    facts=(
        Fact("instrument_id", message("Text")),
        Fact("symbol"),
        Fact("paragraph"),
        Fact("instrument_status", message("State of the text")),
        Fact("made_on", message("Adopted")),
        Fact("legal_force", message("Legal force")),
        Fact("modality", message("Verb")),
        Fact("addressee"),
        Fact("beneficiary", message("For whom")),
        Fact("due_on", message("Due")),
        Fact("due_note"),
        Fact("due_state"),
        Fact("target", message("Target")),
        Fact("focus_area_ids", message("Topics")),
        Fact("sdgs", message("SDGs that the text names")),
        Fact("verification", message("Wording")),
        Fact("confidence"),
    ),
    sections=(
        Section(
            "assessments",
            message("How it was judged"),
            "assessment_history",
            "commitment_id",
            (
                "rationale",
                "status",
                "polarity",
                "as_of",
                "confidence",
                "method",
                "assessed_by",
                "source_id",
                "locator",
            ),
            order="as_of_latest DESC, polarity = 'context', assessment_id",
            where="as_of_latest <= $day",
            spread=True,
            chart=("status-history", "id"),
        ),
        shared.linked(
            "actors", message("Who"), "commitment_actors", "commitment_id", "actor_id", "role"
        ),
        shared.linked(
            "beneficiaries",
            message("Groups that it is for"),
            "commitment_beneficiaries",
            "commitment_id",
            "actor_id",
        ),
        *(
            Section(
                name,
                message("In the same paragraph"),
                relation,
                "instrument_id",
                columns,
                link="id",
                of="instrument_id",
                order="id",
                where=SAME_PARAGRAPH,
                page=("commitments", "instrument"),
            )
            for name, relation, columns in (
                ("beside", "commitments_on", OTHERS),
                ("proposed_beside", "proposals_on", ("summary", "paragraph", "due_on")),
            )
        ),
        *shared.descent(
            "instrument_descent",
            "instrument_id",
            ("other_id", "relation", "other_symbol", "other_status"),
            of="instrument_id",
            after=message("From its text to others"),
            before=message("From other texts to its text"),
        ),
    ),
    gaps=(
        Sentence(
            message("Nobody has looked yet: that is not known, not failed."),
            where=("nobody_looked", True),
        ),
        Sentence(
            message("Only context is known, which says nothing about delivery."),
            where=("only_context", True),
        ),
        Sentence(
            plural(
                "{n} assessment rests on evidence of after this day and is not shown.",
                "{n} assessments rest on evidence of after this day and are not shown.",
            ),
            "later_assessments",
        ),
    ),
)
