"""Programmes: what is offered, by whom and to whom."""

from dashboard.kinds import shared
from dashboard.kinds.declared import Fact, Kind, Section, Sentence
from dashboard.words.i18n import message

PROGRAMME = Kind(
    "programme",
    ("initiatives",),
    message("Programmes"),
    message("Every programme: who offers what to whom, since when, and what was paid."),
    ":material/handshake:",
    "initiative",
    profile="programme_profiles_on",
    known="runs",
    summary=(
        Sentence(message("A programme led by {lead_id}.")),
        Sentence(message("On {day} it runs."), where=("runs", True)),
        Sentence(message("On {day} it does not run ({status})."), where=("runs", False)),
        Sentence(message("{note}")),
    ),
    facts=(
        Fact("status", message("State today")),
        Fact("lead_id", message("Led by")),
        Fact("started_on", message("Begun"), needed=True),
        Fact("ended_on"),
        Fact("topics", message("Topics"), opens=("#topics",)),
        Fact("reached", message("Reaches"), opens=("#reached",)),
        Fact("partners", message("Partners"), opens=("#partners",)),
    ),
    sections=(
        shared.linked(
            "topics", message("Topics"), "initiative_focus_areas", "initiative_id", "focus_area_id"
        ),
        shared.linked(
            "reached", message("Whom it reaches"), "initiative_reach", "initiative_id", "actor_id"
        ),
        shared.linked(
            "partners",
            message("Who works in it"),
            "initiative_partners",
            "initiative_id",
            "actor_id",
        ),
        Section(
            "money",
            message("Money"),
            "money_on",
            "initiative_id",
            ("step", "amount_text", "as_of", "giver_id", "source_id"),
            order="position",
        ),
        Section(
            "figures",
            message("Figures"),
            "initiative_figures_on",
            "initiative_id",
            ("value", "value_to", "unit", "nature", "qualifier", "as_of", "source_id"),
            order="as_of_latest DESC, id",
            where="NOT known_later AND currency IS NULL",
        ),
        shared.positions("initiative_id"),
        shared.counts("initiative_id"),
    ),
    gaps=(
        Sentence(message("No sum of money is on record."), where=("sums", 0)),
        Sentence(message("No payment is on record."), where=("paid", 0)),
        Sentence(
            message("No country or group that it reaches is on record."), where=("reached", 0)
        ),
    ),
)
