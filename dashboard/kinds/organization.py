"""Organizations, their bodies, companies and groups of countries."""

from dashboard.kinds import shared
from dashboard.kinds.declared import Fact, Kind, Section, Sentence, plural
from dashboard.words.i18n import message

TEXTS = (
    "text_profiles_on",
    "adopted_by_id",
    ("name", "kind", "proposed_on", "adopted_on", "status", "commitments"),
    "id",
)
STANDING = "id IN (SELECT instrument_id FROM unsorted.instruments_on($day) WHERE standing = '{}')"
"""What is known of by the day, made or only proposed."""
KNOWN = "id IN (SELECT instrument_id FROM unsorted.instruments_on($day))"

ORGANIZATION = Kind(
    "organization",
    ("actors",),
    message("Organizations and groups"),
    message("Every organization, body, company and group of countries: who is in, what it does."),
    ":material/account_balance:",
    "actor",
    profile="organization_profiles_on",
    known="certainty",
    ended="dissolved_on",
    link="website",
    summary=(
        Sentence(message("{kind}.")),
        Sentence(
            plural(
                "It has {n} member on {day}.",
                "It has {n} members on {day}.",
            ),
            "members",
        ),
        Sentence(
            plural(
                "{n} is a possible member: the dates leave it open.",
                "{n} are possible members: the dates leave it open.",
            ),
            "possible_members",
        ),
        Sentence(
            plural("{n} commitment addresses it.", "{n} commitments address it."), "commitments"
        ),
        Sentence(plural("{n} is overdue.", "{n} are overdue."), "overdue_commitments"),
        Sentence(message("{note}")),
    ),
    facts=(
        Fact("acronym", message("Acronym")),
        Fact("parent_id", message("Part of")),
        Fact("founded_on", message("Founded"), needed=True),
        Fact("dissolved_on", message("Ended")),
        Fact("seat_city", message("Seat"), needed=True),
        Fact("seat_country_id", message("Country of the seat")),
        Fact("members", message("Members"), opens=("#members",)),
        Fact("possible_members", message("Possible members"), opens=("#possible-members",)),
        Fact("texts", message("Texts adopted"), opens=("#texts",)),
        Fact("commitments", message("Commitments"), opens=("commitments", "actor")),
        Fact("needs", message("Needs stated"), opens=("#needs",)),
        Fact("programmes", message("Programmes led"), opens=("#programmes",)),
    ),
    sections=(
        *shared.members("organization_id"),
        Section(
            "appointments",
            message("People"),
            "appointments_on",
            "organization_id",
            ("person_name", "role", "country_id", "started_on", "ended_on", "certainty"),
            link="id",
            order="person_name, id",
        ),
        Section(
            "bodies",
            message("Its bodies"),
            "actors",
            "parent_id",
            ("name", "kind", "founded_on", "dissolved_on"),
            link="id",
            order="name_{language}, id",
            where="NOT is_country(kind)",
        ),
        Section(
            "memberships",
            message("What it is in"),
            "members_on",
            "member_id",
            ("body", "role", "joined_on", "certainty"),
            link="organization_id",
            order="body_{language}",
        ),
        Section(
            "texts",
            message("Texts it adopted"),
            *TEXTS,
            order="adopted_on_latest DESC NULLS LAST, id",
            where=STANDING.format("made"),
            found_in="instruments",
        ),
        Section(
            "other-texts",
            message("Its other texts"),
            *TEXTS,
            order="coalesce(adopted_on_latest, proposed_on_latest) DESC NULLS LAST, id",
            where=STANDING.format("proposed"),
            note=message("Issued or only proposed; none of them counts as adopted."),
            found_in="instruments",
        ),
        Section(
            "texts-of-bodies",
            message("Texts of its bodies"),
            TEXTS[0],
            "",
            ("name", "adopted_by_id", "kind", "adopted_on", "status", "commitments"),
            "id",
            order="coalesce(adopted_on_latest, proposed_on_latest) DESC NULLS LAST, id",
            where=f"adopted_by_id IN (SELECT id FROM actors WHERE parent_id = $record) AND {KNOWN}",
            found_in="instruments",
        ),
        shared.commitments(
            "commitments", message("Commitments that address it"), "actor_ids", "actor"
        ),
        Section(
            "proposals",
            message("What is proposed to it"),
            "proposals_on",
            "actor_ids",
            ("summary", "instrument_id", "paragraph", "due_on"),
            link="id",
            order="id",
            note=message("Proposed, and never counted as made."),
        ),
        shared.commitments(
            "benefits", message("Commitments for it"), "beneficiary_ids", "beneficiary"
        ),
        Section(
            "needs",
            message("Its needs"),
            "needs_on",
            "group_id",
            ("statement", "focus_area_id", "stated_on", "answer", "source_id"),
            order="stated_on_latest DESC, need_id",
        ),
        shared.programmes("programmes", message("Programmes it leads"), "lead_id"),
        shared.programmes("partnerships", message("Programmes it works in"), "partner_ids"),
        shared.programmes("reached", message("Programmes that reach it"), "reach_ids"),
        shared.votes("body_id"),
        shared.votes("about_actor_id", "votes-on-it", message("Votes on it")),
        shared.voters("about_actor_id"),
        shared.positions("body_id"),
        Section(
            "stated",
            message("Its positions"),
            "positions",
            "actor_id",
            ("position", "instrument_id", "body_id", "initiative_id", "on_date", "source_id"),
            order="on_date_latest DESC, id",
            where="on_date_latest <= $day",
        ),
        *shared.descent(
            "actor_descent",
            "actor_id",
            ("other_id", "relation", "on_date"),
            after=message("What became of it, and where it belongs"),
            before=message("What it came from, and what belongs to it"),
        ),
        shared.counts("actor_id"),
        shared.names("actor"),
    ),
    gaps=(
        Sentence(
            plural(
                "{n} commitment that addresses it was assessed by nobody.",
                "{n} commitments that address it were assessed by nobody.",
            ),
            "not_assessed",
        ),
        Sentence(
            message("No state or organization is on record as a member."),
            where=("members", 0, "possible_members", 0),
        ),
    ),
)
