"""Countries: states, territories and states of the past."""

from dashboard.kinds.declared import Fact, Kind, Section, Sentence, plural
from dashboard.words.i18n import message

COUNTRY = Kind(
    "country",
    ("actors", "countries"),
    message("Countries"),
    message("Every country: what it is in, what it signed, what commits it and what is due."),
    ":material/public:",
    "country",
    profile="country_profiles",
    summary=(
        Sentence(plural("{n} commitment commits it.", "{n} commitments commit it."), "commitments"),
        Sentence(
            plural("{n} of them is overdue.", "{n} of them are overdue."), "overdue_commitments"
        ),
        Sentence(
            plural(
                "It signed, endorsed or adhered to {n} text.",
                "It signed, endorsed or adhered to {n} texts.",
            ),
            "texts",
        ),
        Sentence(
            plural(
                "It is in {n} of the {listed_bodies} bodies whose members are listed here.",
                "It is in {n} of the {listed_bodies} bodies whose members are listed here.",
            ),
            "bodies",
        ),
        Sentence(message("{note}")),
    ),
    facts=(
        Fact("kind"),
        Fact("region"),
        Fact("subregion"),
        Fact("founded_on", message("Founded")),
        Fact("dissolved_on", message("Ended")),
        Fact("commitments", message("Commitments")),
        Fact("overdue_commitments", message("Overdue")),
        Fact("due_soon", message("Due within 90 days")),
        Fact("texts", message("Texts signed")),
        Fact("bodies", message("Bodies it is in")),
        Fact("initiatives", message("Programmes that reach it")),
    ),
    sections=(
        Section(
            "participations",
            message("What it takes part in"),
            "country_participations",
            "",
            ("subject_id", "detail", "since", "certainty", "source_id"),
            order="section, subject_{language}, id",
        ),
        Section(
            "commitments",
            message("What commits it"),
            "country_commitments",
            "",
            ("commitment_id", "way", "through_id", "certainty"),
            order="way, commitment_id, through_id",
        ),
        Section(
            "programmes",
            message("Programmes that reach it"),
            "country_offers",
            "",
            ("subject_id", "detail", "since", "note", "source_id"),
            order="section, subject_{language}, id",
        ),
    ),
    gaps=(
        Sentence(message("No text that it signed is on record."), where=("texts", 0)),
        Sentence(message("No commitment on record commits it."), where=("commitments", 0)),
    ),
)
