"""Texts: treaties, resolutions, declarations, drafts and others."""

from dashboard.kinds import shared
from dashboard.kinds.declared import Fact, Kind, Section, Sentence, plural
from dashboard.words.i18n import message

TEXT = Kind(
    "text",
    ("instruments",),
    message("Texts"),
    message("Every text: where it stands, what it promises, who is in, and what became of it."),
    ":material/description:",
    "instrument",
    profile="text_profiles_on",
    known="status",
    ended="ended_on",
    link="url",
    summary=(
        Sentence(message("{title}.")),
        Sentence(message("On {day}: {status}.")),
        Sentence(plural("It makes {n} commitment.", "It makes {n} commitments."), "commitments"),
        Sentence(plural("{n} was assessed.", "{n} were assessed."), "assessed"),
        Sentence(plural("{n} is complete.", "{n} are complete."), "complete"),
        Sentence(plural("{n} is overdue.", "{n} are overdue."), "overdue_commitments"),
        Sentence(
            plural(
                "It would make {n} commitment, which is proposed and never counted as made.",
                "It would make {n} commitments, which are proposed and never counted as made.",
            ),
            "proposals",
        ),
        Sentence(message("It was adopted as {adopted_as_id}.")),
        Sentence(message("{note}")),
    ),
    facts=(
        Fact("kind"),
        Fact("legal_force", message("Legal force")),
        Fact(
            "adopted_by_id",
            message("Adopted by"),
            needed=True,
            otherwise=(
                (message("Proposed to"), "adopted_on", None),
                (message("Proposed to"), "status", "proposed"),
                (message("Adopted or issued by"), "status", None),
                (message("Issued by"), "standing", "proposed"),
            ),
        ),
        Fact("proposed_on", message("Proposed")),
        Fact(
            "adopted_on",
            message("Adopted"),
            otherwise=(
                (message("Adopted or issued"), "status", None),
                (message("Issued"), "standing", "proposed"),
            ),
        ),
        Fact("in_force_on", message("In force")),
        Fact("ended_on"),
        Fact("part_of_id", message("Part of")),
        Fact("commitments", message("Commitments"), opens=("commitments", "instrument")),
        Fact("parties", message("Signed or joined"), opens=("#members",)),
        Fact("next_due_on", message("Next date")),
        Fact("symbol", message("Symbol"), needed=True),
    ),
    sections=(
        Section(
            "parts",
            message("By part"),
            "commitments_by_part",
            "instrument_id",
            ("part", "commitments", "statuses", "overdue"),
            order="position, part_id",
            opens=("commitments", "part", "part_id"),
            most=20,
        ),
        Section(
            "commitments",
            message("Its commitments"),
            "commitments_on",
            "instrument_id",
            ("summary", "status", "paragraph", "due_on", "due_state"),
            link="id",
            order="overdue DESC, due_on_latest NULLS LAST, id",
            page=("commitments", "instrument"),
        ),
        Section(
            "proposals",
            message("What it would commit to"),
            "proposals_on",
            "instrument_id",
            ("summary", "paragraph", "due_on"),
            link="id",
            order="id",
            note=message("Proposed, and never counted as made."),
        ),
        *shared.members("instrument_id"),
        shared.votes("instrument_id"),
        shared.voters("instrument_id"),
        shared.positions("instrument_id"),
        *shared.descent(
            "instrument_descent",
            "instrument_id",
            ("other_id", "relation", "other_symbol", "other_status"),
            after=message("From this text to others"),
            before=message("From other texts to this one"),
        ),
        shared.counts("instrument_id"),
        shared.names("instrument"),
    ),
    gaps=(
        Sentence(
            plural(
                "{n} commitment was assessed by nobody.",
                "{n} commitments were assessed by nobody.",
            ),
            "not_assessed",
        ),
        Sentence(
            plural(
                "{n} commitment was not read in the text's own wording.",
                "{n} commitments were not read in the text's own wording.",
            ),
            "not_read",
        ),
        Sentence(
            message("No commitment of this text is on record."),
            where=("commitments", 0, "proposals", 0),
        ),
    ),
)
