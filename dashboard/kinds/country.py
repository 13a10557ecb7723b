"""Countries: states, territories and states of the past."""

from dashboard.kinds.country_sections import SECTIONS
from dashboard.kinds.declared import Fact, Kind, Sentence, plural
from dashboard.words.i18n import message

DUE_SOON = ("due_state", "due_now", "due_state", "within_90_days")

COUNTRY = Kind(
    "country",
    ("actors", "countries"),
    message("Countries"),
    message("Every country: what it is in, what it signed, what commits it and what is due."),
    ":material/public:",
    "country",
    profile="country_profiles",
    known="certainty",
    ended="dissolved_on",
    summary=(
        Sentence(
            plural("On {day}, {n} commitment commits it.", "On {day}, {n} commitments commit it."),
            "commitments",
        ),
        Sentence(plural("{n} is overdue.", "{n} are overdue."), "overdue_commitments"),
        Sentence(
            plural(
                "{n} of them names it, or rests on what it joined or signed itself.",
                "{n} of them name it, or rest on what it joined or signed itself.",
            ),
            "own_commitments",
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
        Sentence(
            plural(
                "{n} fact is only possible on this day.",
                "{n} facts are only possible on this day.",
            ),
            "possible",
        ),
        Sentence(message("{note}")),
        Sentence(message("Not to be confused with: {similar_ids}.")),
    ),
    facts=(
        Fact("commitments", message("Commitments"), zero=True, opens=("commitments", "country")),
        Fact(
            "overdue_commitments",
            message("Overdue"),
            zero=True,
            opens=("commitments", "country", "due_state", "overdue"),
        ),
        Fact(
            "due_soon",
            message("Due within 90 days"),
            zero=True,
            opens=("commitments", "country", *DUE_SOON),
        ),
        Fact("memberships", message("Memberships"), zero=True, opens=("#memberships",)),
        Fact("acts", message("Acts towards texts"), zero=True, opens=("#texts",)),
        Fact("initiatives", message("Programmes that reach it"), opens=("#programmes",)),
        Fact("region", message("Region")),
        Fact("subregion", message("Subregion")),
        Fact("kind"),
        Fact("founded_on", message("Founded")),
        Fact("dissolved_on", message("Ended")),
    ),
    sections=SECTIONS,
    gaps=(
        Sentence(message("No text that it signed is on record."), where=("texts", 0)),
        Sentence(message("No commitment on record commits it."), where=("commitments", 0)),
        Sentence(
            message("All that commits it on this day commits every State."),
            where=("own_commitments", 0),
        ),
        Sentence(
            message("Of no roster is it known on this day that it is complete."),
            where=("complete_rosters", 0),
        ),
        Sentence(
            plural(
                "{n} commitment was not read in the text's own wording.",
                "{n} commitments were not read in the text's own wording.",
            ),
            "not_read",
        ),
        Sentence(
            plural(
                "{n} programme for groups whose members are not listed here is not shown.",
                "{n} programmes for groups whose members are not listed here are not shown.",
            ),
            "unlisted_initiatives",
        ),
    ),
    rows="country_profile",
)
