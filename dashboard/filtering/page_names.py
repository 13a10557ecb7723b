"""Names that pages have for parameters of macros, and filters that are days or ends of a span."""

from dashboard.words.i18n import message

SAME = message("The same as {name}.")
PARAMETERS = {
    ("members_on", "derived"): ("include_derived", SAME),
    ("members_on", "left"): ("include_former", message("Also who left.")),
} | {
    (relation, "developing"): ("developing_as", SAME)
    for relation in (
        "capacity_gaps",
        "commitments_without_initiative",
        "country_profile",
        "gap_totals_on",
        "needs_on",
        "offers_on",
        "topic_answers_on",
    )
}
"""Names that a page has for a parameter of a macro, by relation, and what they mean."""
DATED = {"timeline": "when"}
"""Views without a day of their own that have a filter by the as-of day, and that filter."""
SPANS = {"timeline": ("from", "to"), "timeline_on": ("from", "to")}
"""Filters that are the first and the last of a span."""
