"""People who were appointed: each appointment has a page, with the others of the same name."""

from dashboard.kinds.declared import Fact, Kind, Section, Sentence
from dashboard.words.i18n import message

PERSON = Kind(
    "person",
    ("appointments",),
    message("People"),
    message("Everybody who was appointed: to what, for which country, since when."),
    ":material/person:",
    "appointment",
    dated=False,
    tells=message("Where"),
    profile="appointments_on",
    summary=(
        Sentence(message("{role}, {organization_id}.")),
        Sentence(message("On {day} the post is held ({certainty}).")),
        Sentence(message("On {day} the post is not held."), where=("certainty", None)),
    ),
    facts=(
        Fact("role", message("Post")),
        Fact("organization_id", message("Where")),
        Fact("country_id", message("Country"), needed=True),
        Fact("started_on", message("Since"), needed=True),
        Fact("ended_on", message("Until")),
    ),
    sections=(
        Section(
            "appointments",
            message("Posts under this name"),
            "appointments_of_person_on",
            "id",
            ("organization", "role", "country_id", "started_on", "ended_on", "certainty"),
            link="other_id",
            order="started_on_latest DESC NULLS LAST, other_id",
        ),
    ),
)
