"""Sections that several kinds of records have."""

from dashboard.kinds.declared import Section
from dashboard.words.i18n import message

SOURCES = Section(
    "sources",
    message("Sources"),
    "record_sources",
    "about_id",
    ("source_id", "locator", "publisher", "published_on", "read_as", "rows"),
    order="own DESC, rows DESC, source_id",
)
"""All sources of a record, opened alone; records of one table have keys of their own."""


def votes(by: str, name: str = "votes", title: str = message("Votes")) -> Section:
    """Return the votes on a text or body, or in a body."""
    return Section(
        name,
        title,
        "vote_results",
        by,
        ("subject", "body_id", "held_on", "votes_for", "votes_against", "abstentions"),
        order="held_on_latest DESC, tally_id",
        where="held_on_latest <= $day",
    )


def voters(by: str) -> Section:
    """Return who is known to have voted how on a text or body, beside the roster of that day."""
    return Section(
        "voters",
        message("Who voted how"),
        "vote_rosters",
        by,
        ("member_id", "choice", "body_id", "held_on", "source_id"),
        order="held_on_latest DESC, tally_id, choice, member_{language}, member_id",
        where="choice IS NOT NULL AND held_on_latest <= $day",
        note=message("Only those whom a source names; the tally counts the others too."),
    )


def positions(by: str) -> Section:
    """Return the section of positions for or against a text, body or programme."""
    return Section(
        "positions",
        message("Positions"),
        "positions",
        by,
        ("actor_id", "position", "on_date", "note", "source_id"),
        order="on_date_latest DESC, id",
        where="on_date_latest <= $day",
    )


def counts(by: str) -> Section:
    """Return the numbers that sources state of a body, text or programme."""
    return Section(
        "counts",
        message("Numbers that sources state"),
        "reported_counts_on",
        by,
        ("count", "qualifier", "what", "as_of", "source_id"),
        order="as_of_latest DESC, id",
        where="NOT known_later",
    )


def members(by: str) -> tuple[Section, Section, Section]:
    """Return who is in a body or text, who is so by some reading of the dates, and who is not."""
    columns, order = ("member_id", "role", "joined_on", "expected_left_on"), "member_{language}"
    certain = Section(
        "members",
        message("Who is in"),
        "members_on",
        by,
        columns,
        order=order,
        where="certainty = 'certain'",
        page=("members", "map"),
    )
    possible = Section(
        "possible-members",
        message("Who may be in"),
        "members_on",
        by,
        columns,
        order=order,
        where="certainty = 'possible'",
        note=message("The dates leave it open."),
    )
    absent = Section(
        "absent",
        message("States that are not in"),
        "absences_on",
        by,
        ("country_id", "subregion"),
        order="country_{language}, country_id",
        note=message("The roster is complete: a source's newest count agrees with it."),
    )
    return certain, possible, absent


def descent(
    relation: str, by: str, columns: tuple[str, ...], *, after: str, before: str, of: str = ""
) -> tuple[Section, Section]:
    """Return what became of an organization or text, and what it came from.

    Args:
        relation: Where that is.
        by: Its column with the key of the organization or text.
        columns: What is shown.
        after: The title of what became of it.
        before: The title of what it came from.
        of: The column of the profile with that key, where the record is another.
    """
    order = "relation, other_id"
    forward, backward = (f"direction = '{each}'" for each in ("forward", "backward"))
    return (
        Section("after", after, relation, by, columns, order=order, where=forward, of=of),
        Section("before", before, relation, by, columns, order=order, where=backward, of=of),
    )


def linked(name: str, title: str, relation: str, by: str, *columns: str) -> Section:
    """Return the actors or topics that a commitment or programme is linked to, by their keys."""
    return Section(name, title, relation, by, columns, order=", ".join(reversed(columns)))


def names(subject: str) -> Section:
    """Return every name that something has or had."""
    return Section(
        "names",
        message("Its names"),
        "names",
        "id",
        ("name", "kind", "language"),
        order="language NULLS LAST, kind, name",
        where=f"subject = '{subject}'",
    )


def programmes(name: str, title: str, by: str) -> Section:
    """Return the programmes that an actor leads, works in or is reached by, or of a topic."""
    return Section(
        name,
        title,
        "initiatives_on",
        by,
        ("name", "status", "started_on", "lead_id"),
        link="id",
        order="name_{language}, id",
    )


def commitments(name: str, title: str, by: str, filter: str) -> Section:
    """Return commitments that one of their lists names, the overdue first."""
    return Section(
        name,
        title,
        "commitments_on",
        by,
        ("summary", "status", "instrument_id", "paragraph", "due_on", "due_state"),
        link="id",
        order="overdue DESC, due_on_latest NULLS LAST, id",
        page=("commitments", filter),
    )
