"""What macros are called with that need more than the as-of day."""

from datetime import date

DAY = date(2026, 11, 21)
VALUES = {
    "country": "KEN",
    "area": "data",
    "bodies": "dco oecd",
    "grouped_by": "text",
    "day": DAY,
    "q": "data",
    "lang": "en",
    "record_kind": "text",
    "record_id": "gdc",
    "about_kind": "text",
    "about_id": "gdc",
    "from_day": date(2026, 1, 1),
    "to_day": DAY,
}
"""A value for every parameter that some macro cannot do without."""
