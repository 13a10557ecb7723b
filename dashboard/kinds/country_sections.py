"""What belongs to a country: what commits it, where it takes part, what it needs, who is near."""

from dashboard.kinds.declared import Section
from dashboard.words.i18n import message

COMMITS = "commitments_of_country_on"
"""Finds the commitments that commit it."""
PARTICIPATION = ("subject_id", "detail", "since", "until", "certainty", "note", "source_id")
OF_COMMITMENT = ("summary", "status", "instrument_id", "paragraph", "due_on", "due_state")
URGENT = "due_state = 'overdue' DESC, due_on_latest NULLS LAST, commitment_id"


def facts(
    name: str,
    title: str,
    relation: str,
    where: str,
    columns: tuple[str, ...] = PARTICIPATION,
) -> Section:
    """Return facts of one country, each with its source and the place in it."""
    return Section(
        name,
        title,
        relation,
        "",
        (*columns, "locator"),
        order="since_latest NULLS LAST, subject_{language}, row_table, id",
        where=where,
        drawer="facts",
        most=50,
    )


SECTIONS: tuple[Section, ...] = (
    Section("beside", message("Side by side"), "", "", (), drawer="beside"),
    Section(
        "own",
        message("What commits it, and not every State"),
        "commitments_on",
        "",
        OF_COMMITMENT,
        link="id",
        order=URGENT,
        where="own",
        most=12,
        found_in=COMMITS,
    ),
    Section(
        "commitments",
        message("What commits it"),
        "country_commitments",
        "",
        ("commitment_id", "way", "through_id", "certainty"),
        order="way, commitment_id, through_id",
        chart=("status", "country"),
        charted_from=10,
        drawer="ways",
        most=0,
    ),
    Section(
        "due",
        message("What is due"),
        "commitments_on",
        "",
        OF_COMMITMENT,
        link="id",
        order=URGENT,
        where="due_state NOT IN ('none', 'met')",
        drawer="due",
        most=1,
        found_in=COMMITS,
    ),
    Section(
        "history",
        message("Accessions, acts and positions"),
        "",
        "",
        (),
        chart=("country-history", "country"),
        charted_from=0,
    ),
    facts(
        "memberships",
        message("Member of"),
        "country_participations",
        "section = 'membership' AND derivation = 'declared'",
    ),
    facts(
        "texts",
        message("Signed, endorsed or adhered to"),
        "country_participations",
        "section = 'adherence' AND derivation = 'declared'",
    ),
    facts("positions", message("Votes and positions"), "country_events", "section = 'position'"),
    facts(
        "derived",
        message("Derived from something else, and not counted"),
        "country_participations",
        "section <> 'group' AND derivation = 'derived'",
    ),
    Section(
        "votes",
        message("Votes"),
        "country_votes",
        "",
        ("subject_id", "choice", "held_on", "body_id", "source_id", "locator"),
        order="held_on_latest DESC, tally_id",
        where="choice IS NOT NULL",
    ),
    Section(
        "open_votes",
        message("Votes in which no source names its choice"),
        "country_votes",
        "",
        ("subject_id", "open_choices", "held_on", "body_id"),
        order="held_on_latest DESC, tally_id",
        where="choice IS NULL",
        most=4,
        note=message("What it can have chosen is what the tally and the sources leave open."),
    ),
    Section(
        "not_in",
        message("Not in"),
        "country_absences",
        "",
        ("body_id", "reported", "day_reported"),
        order="body_kind DESC, body_{language}, body_id",
        note=message("Only where the roster is complete: a source's newest count agrees with it."),
    ),
    facts(
        "people",
        message("People"),
        "country_events",
        "section = 'appointment'",
        ("note", "detail", "subject_id", "since", "until", "source_id"),
    ),
    facts(
        "meetings",
        message("Meetings hosted"),
        "country_events",
        "section = 'hosting' AND row_table = 'milestones'",
    ),
    facts(
        "seats",
        message("Bodies seated in it"),
        "country_events",
        "section = 'hosting' AND row_table = 'actors'",
    ),
    facts(
        "groups",
        message("Groups of countries"),
        "country_participations",
        "section = 'group'",
        ("subject_id", "since", "certainty", "note", "source_id"),
    ),
    Section("developing", "", "", "", (), drawer="developing"),
    Section(
        "needs",
        message("Needs stated for it or its groups"),
        "country_needs_by_area",
        "",
        ("focus_area_id", "needs", "groups"),
        order="needs DESC, focus_area_id",
        drawer="needs",
    ),
    Section(
        "neighbours",
        message("Neighbours"),
        "country_neighbours",
        "",
        ("member_id", "shared", "only_country", "only_neighbour"),
        order="shared DESC, only_neighbour DESC, member_id",
        note=message(
            "The countries of its subregion that share the most bodies and texts with it."
        ),
        drawer="neighbours",
    ),
    Section(
        "programmes",
        message("Programmes that reach it"),
        "country_offers",
        "",
        ("subject_id", "detail", "since", "note", "source_id"),
        order="derivation, since_latest DESC NULLS LAST, subject_{language}, id",
        where="section = 'initiative'",
        note=message("Those that name it come first, then those that reach a group it is in."),
        most=6,
    ),
)
