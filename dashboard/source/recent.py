"""How far back what changed lately is looked for."""

from datetime import date, timedelta

from dashboard.source import database

SPANS = (90, 30, 14, 7, 3, 1)
"""Days that are looked back, the most that have few enough turns."""
MOST = 3_000
"""Turns of commitments and memberships up to which a span is looked through."""


def since(day: date) -> date:
    """Return the day from which on changes up to ``day`` are recent.

    With much on record much changes each day, and the last few days have more than is shown.
    """
    turns = ", ".join(
        f"count(*) FILTER (turned_on > $day - {span:d})::BIGINT AS days_{span}" for span in SPANS
    )
    n = database.run(
        f"SELECT {turns} FROM ("
        "SELECT since AS turned_on FROM commitment_spans UNION ALL"
        " SELECT joined_on_latest AS turned_on FROM participations"
        f") WHERE turned_on > $day - {SPANS[0]:d} AND turned_on <= $day",
        day=day,
    ).row(0)
    few = (span for span, turned in zip(SPANS, n, strict=True) if turned <= MOST)
    return day - timedelta(days=next(few, SPANS[-1]))
