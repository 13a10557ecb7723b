"""The filters of the pages and of the addresses: one declaration for each, by relation and name.

A filter with the name of a column, which keeps the rows with any of some values in it, needs none
for an address: every column is one. What is declared here has the same name, and keeps the same
rows, on the page about a relation and at ``/data/<relation>``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from dashboard.filtering import options
from dashboard.filtering.options import Keys
from dashboard.filtering.rules import AnyOf, Meeting, Narrower, Rule, When, WordBeginnings, Words
from dashboard.words.i18n import message


@dataclass(frozen=True)
class Filter:
    """One filter: what it means, which values it takes, and which rows it keeps."""

    meaning: str
    rule: Rule
    keys: Keys | None = None
    """The values that it takes; any text without it."""
    type: str = "VARCHAR"
    many: bool = False
    example: str = ""
    """A valid value, where it is no key of the data."""
    label: str = ""
    """What the page calls it; without one it is on no page, or drawn there in its own way."""
    words: Mapping[str, str] | None = None
    """What the page calls each of a few codes that are in no closed list."""


def _key(meaning: str, rule: Rule, table: str) -> Filter:
    """A filter by any of the keys of a table."""
    return Filter(meaning, rule, partial(options.keys_of, table), many=True)


def _column(name: str, label: str) -> dict[str, Filter]:
    """A filter by the codes of a column: an address has it, and what it means, without this."""
    return {name: Filter("", AnyOf(name), many=True, label=label)}


def _one_of(
    meaning: str, cases: Mapping[str, str], label: str = "", words: Mapping[str, str] | None = None
) -> Filter:
    """A filter that chooses one of a few conditions, each with words for the page."""
    keys = tuple(cases)
    return Filter(meaning, When(cases), lambda: keys, example=keys[-1], label=label, words=words)


def _only_if(meaning: str, sql: str) -> Filter:
    """A filter that leaves nothing out unless it is set."""
    return Filter(meaning, When({str(True): sql}), type="BOOLEAN", example="true")


def _year(meaning: str, sql: str, example: str) -> Filter:
    return Filter(meaning, Meeting(sql), type="INTEGER", example=example)


WORDS = message("Words, in any order and without accents, that the row must have.")
TEXTS = Filter(WORDS, Words(), example="united nations")
COMMITTING = "id IN (SELECT commitment_id FROM unsorted.commitments_of_country_on({value}, {day}))"
"""What commits a country; a treaty that does not bind it yet is left out."""
STANDING_IN = (
    "id IN (SELECT commitment_id FROM commitment_parts JOIN part_ancestors USING (part_id)"
    " WHERE ancestor_id = {value})"
)
"""What stands in a part of a text, or in one inside it."""

COMMITMENTS = {
    "q": Filter(WORDS, WordBeginnings("folded"), example="capacity"),
    "instrument": _key(message("The text, by its key."), AnyOf("instrument_id"), "instruments"),
    "focus_area": _key(
        message("The focus area, or one inside it."),
        Narrower("focus_area_ids", "focus_area_ancestors", "focus_area_id"),
        "focus_areas",
    ),
    "actor": _key(message("Who is addressed, by its key."), AnyOf("actor_ids"), "actors"),
    "beneficiary": _key(message("For whom, by its key."), AnyOf("beneficiary_ids"), "actors"),
    "country": Filter(
        message("A country that is committed: by name, by its own act, or as a member."),
        Meeting(COMMITTING),
        options.country_codes,
    ),
    "part": Filter(
        message("The part of a text, or one inside it, by its key."),
        Meeting(STANDING_IN),
        partial(options.keys_of, "instrument_parts"),
    ),
    "due_year": _year(
        message("The year in which the deadline ends."), "year(due_on_latest) = {value}", "2030"
    ),
}
AREA = _key(message("The focus area itself, by its key."), AnyOf("focus_area_id"), "focus_areas")
GROUP = _key(message("The group of countries, by its key."), AnyOf("group_id"), "actors")
STATED = (
    "focus_area_id IN (SELECT ancestor_id FROM focus_area_ancestors WHERE focus_area_id IN"
    " (SELECT focus_area_id FROM gap_totals_on({day}) WHERE needs > 0))"
    " AND group_id IN (SELECT group_id FROM gap_totals_on({day}) WHERE needs > 0)"
)
"""Focus areas and groups with a stated need; a broader area stays above its own."""
GAPS = {
    "focus_area": AREA,
    "group": GROUP,
    "stated": _only_if(message("Only where a need is stated."), STATED),
}
NAMED = (
    "list_has_any((SELECT list(actor_id) FROM actor_words WHERE contains(folded, {word})),"
    " [actor_id, lane_id, body_id])"
    " OR list_contains((SELECT list(instrument_id) FROM instrument_words"
    " WHERE contains(folded, {word})), instrument_id)"
)
"""Events whose actor, body or text has a word in any of its names."""
EVENTS = {
    "q": Filter(
        WORDS, Words(("title", "description", "lane", "body"), named=NAMED), example="summit"
    ),
    "body": Filter(
        message("Whose event it is, by its key."), AnyOf("lane_id"), options.lane_keys, many=True
    ),
    "when": _one_of(
        message("Past or ahead, on the as-of day."),
        {"past": "happened_on_latest <= {day}", "ahead": "happened_on_latest > {day}"},
    ),
    "from": _year(message("First year."), "year(happened_on_latest) >= {value}", "2024"),
    "to": _year(
        message("Last year."),
        "year(coalesce(happened_on_earliest, happened_on_latest)) <= {value}",
        "2026",
    ),
}


def _standing(meaning: str, code: str) -> dict[str, Filter]:
    return {
        "standing": Filter(meaning, AnyOf("standing"), lambda: (code,), many=True, example=code)
    }


CODED = _column("modality", message("Verb")) | _column("verification", message("Wording"))
FILTERS: Mapping[str, Mapping[str, Filter]] = {
    "commitments_on": COMMITMENTS
    | _column("status", message("Status"))
    | _column("due_state", message("Deadline"))
    | CODED
    | _standing(message("What was made; what is only proposed is in proposals_on."), "made"),
    "proposals_on": COMMITMENTS
    | CODED
    | _standing(message("What is proposed; what was made is in commitments_on."), "proposed"),
    "timeline": EVENTS,
    "timeline_on": EVENTS
    | {
        "later": Filter(
            message("Also what was first known after the as-of day."),
            When({str(False): "NOT known_later"}),
            type="BOOLEAN",
            example="true",
        )
    },
    "members_on": {
        "body": Filter(
            message("The organization, group or text, by its key."),
            Meeting("coalesce(organization_id, instrument_id) = {value}"),
            options.body_keys,
            many=True,
        ),
    },
    "capacity_gaps": GAPS,
    "gap_totals_on": GAPS,
    "needs_on": {"focus_area": AREA, "group": GROUP},
    "sources_used": {"q": TEXTS},
    "dictionary": {"q": TEXTS},
    "discrepancies": {
        "q": TEXTS,
        "table": Filter(
            message("The table that it is about."),
            AnyOf("table_name"),
            options.disputed_tables,
            many=True,
        ),
    },
}
"""By relation, and by the name that the address has for it."""
