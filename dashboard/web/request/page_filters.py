"""Filters that an address has because the page on the same rows has them, and means alike.

Filters of a page whose name is a column's need no entry: they are filters of the column.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial

from dashboard.source import queries
from dashboard.web.request import row_filters
from dashboard.web.request.row_filters import RowFilter
from dashboard.words.i18n import message


@dataclass(frozen=True)
class PageFilter:
    """One filter: what it means, what it can be asked for, and which rows it keeps."""

    meaning: str
    keep: RowFilter
    keys: Callable[[], Collection[str]] | None = None
    """What can be asked for; any text without it."""
    type: str = "VARCHAR"
    many: bool = True
    whole: bool = False
    """Whether it needs all rows at once, and not batch by batch."""
    example: str = ""
    """A value that can be asked for, where it is no key of the data."""


SEARCH = PageFilter(
    message("Words, in any order and without accents, that the row must have."),
    row_filters.matching_words,
    many=False,
    example="capacity",
)
TEXTS = PageFilter(SEARCH.meaning, row_filters.matching_text, many=False, example="united nations")
COMMITMENTS = {
    "q": SEARCH,
    "instrument": PageFilter(
        message("The text, by its key."),
        partial(row_filters.matching, "instrument"),
        partial(row_filters.keys_of, "instruments"),
    ),
    "focus_area": PageFilter(
        message("The focus area, or one inside it."),
        row_filters.areas,
        partial(row_filters.keys_of, "focus_areas"),
    ),
    "actor": PageFilter(
        message("Who is addressed, by its key."),
        partial(row_filters.matching, "actor"),
        partial(row_filters.keys_of, "actors"),
    ),
    "beneficiary": PageFilter(
        message("For whom, by its key."),
        partial(row_filters.matching, "beneficiary"),
        partial(row_filters.keys_of, "actors"),
    ),
    "country": PageFilter(
        message("A country that is committed: by name, by its own act, or as a member."),
        row_filters.committing,
        row_filters.country_codes,
        many=False,
    ),
}
AREA = PageFilter(
    message("The focus area itself, by its key."),
    partial(row_filters.equal, "focus_area_id"),
    partial(row_filters.keys_of, "focus_areas"),
)
GROUP = PageFilter(
    message("The group of countries, by its key."),
    partial(row_filters.equal, "group_id"),
    partial(row_filters.keys_of, "actors"),
)
MADE = PageFilter(
    message("What was made; what is only proposed is in proposals_on."),
    partial(row_filters.equal, "standing"),
    lambda: ("made",),
    example="made",
)
PROPOSED = PageFilter(
    message("What is proposed; what was made is in commitments_on."),
    partial(row_filters.equal, "standing"),
    lambda: ("proposed",),
    example="proposed",
)
EVENTS = {
    "q": PageFilter(
        SEARCH.meaning, partial(row_filters.events, "words"), many=False, example="summit"
    ),
    "body": PageFilter(
        message("Whose event it is, by its key."),
        partial(row_filters.events, "bodies"),
        row_filters.lane_keys,
    ),
    "when": PageFilter(
        message("Past or ahead, on the as-of day."),
        partial(row_filters.events, "when"),
        lambda: ("past", "ahead"),
        many=False,
        example="ahead",
    ),
    "from": PageFilter(
        message("First year."),
        partial(row_filters.events, "since"),
        type="INTEGER",
        many=False,
        example="2024",
    ),
    "to": PageFilter(
        message("Last year."),
        partial(row_filters.events, "until"),
        type="INTEGER",
        many=False,
        example="2026",
    ),
}
FILTERS: Mapping[str, Mapping[str, PageFilter]] = {
    "commitments_on": COMMITMENTS | {"standing": MADE},
    "proposals_on": COMMITMENTS | {"standing": PROPOSED},
    "timeline": EVENTS,
    "timeline_on": EVENTS
    | {
        "later": PageFilter(
            message("Also what was first known after the as-of day."),
            row_filters.with_later,
            type="BOOLEAN",
            many=False,
        ),
    },
    "members_on": {
        "body": PageFilter(
            message("The organization, group or text, by its key."),
            row_filters.bodies,
            row_filters.body_keys,
        ),
        "left": PageFilter(
            message("Also who left."),
            row_filters.with_former_members,
            type="BOOLEAN",
            many=False,
            whole=True,
        ),
    },
    "capacity_gaps": {
        "focus_area": AREA,
        "group": GROUP,
        "stated": PageFilter(
            message("Only where a need is stated."),
            row_filters.with_stated_need,
            type="BOOLEAN",
            many=False,
            whole=True,
        ),
    },
    "needs_on": {"focus_area": AREA, "group": GROUP},
    "sources_used": {"q": TEXTS},
    "dictionary": {"q": TEXTS},
    "discrepancies": {
        "q": TEXTS,
        "table": PageFilter(
            message("The table that it is about."),
            partial(row_filters.equal, "table_name"),
            lambda: queries.table("discrepancies")["table_name"].unique().to_list(),
        ),
    },
}
"""Filters of the pages, by relation and by their name in the address."""

ALSO = {("members_on", "derived"): "include_derived"} | {
    (relation, "developing"): "developing_as"
    for relation in (
        "capacity_gaps",
        "commitments_without_initiative",
        "country_profile",
        "needs_on",
        "offers_on",
    )
}
"""Names that a page has for a parameter of a macro."""
DATED = {"timeline": "when"}
"""Views that a page asks about a day, and the filter that needs it."""
SPANS = {"timeline": ("from", "to"), "timeline_on": ("from", "to")}
"""Filters that are the first and the last of a span."""
