"""Milestones: what happened and what is planned."""

from dashboard.kinds.declared import Fact, Kind, Sentence
from dashboard.words.i18n import message

MILESTONE = Kind(
    "milestone",
    ("milestones",),
    message("Milestones"),
    message("Everything dated that happened or is planned, with its source."),
    ":material/event:",
    "milestone",
    profile="milestone_profiles_on",
    summary=(
        Sentence(message("{happened_on}: {kind} (status known on {day}: {status}).")),
        Sentence(message("No source on record told of it by {day}."), where=("known_later", True)),
        Sentence(message("{description}")),
    ),
    facts=(
        Fact("happened_on"),
        Fact("ended_on", message("Last day")),
        Fact("kind"),
        Fact("status"),
        Fact("actor_id", message("Who")),
        Fact("instrument_id", message("Text")),
        Fact("commitment_id", message("Commitment")),
        Fact("initiative_id", message("Programme")),
        Fact("host_id", message("Host")),
    ),
)
