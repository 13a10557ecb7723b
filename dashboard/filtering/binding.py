"""What commits one country: through what, and what is due by when.

Only the first rows of each list are fetched, with how many there are: a country may be committed by
nearly everything.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.source import database

TOTAL = "total"
"""The column with the number of all rows; for rows of a text, of all its rows."""
AHEAD = ("overdue", "not_judged", "due_now", "within_90_days", "later")
"""States of a deadline that is still to be looked at."""
ROWS, TEXTS = 200, 60
"""Rows that are fetched of a list or text, and texts."""


@dataclass(frozen=True)
class Due:
    """What is due: how much in each state, and by text the first rows of those due first.

    Attributes:
        states: ``due_state`` and ``n``, in the order in which they fall due.
        texts: How many texts there are.
        rows: Of the first texts, the first rows, with ``total`` rows of the text, its ``statuses``,
            ``late`` rows, and the ``first_year`` and the ``last_year``.
    """

    states: pl.DataFrame
    texts: int
    rows: pl.DataFrame


def through(country: str, day: date, language: str) -> pl.DataFrame:
    """Return ``way``, ``through_id``, ``through``, ``role`` and ``n``: how many, the most first."""
    return database.run(
        "WITH made AS (SELECT pattern_id, sum(commitments)::BIGINT AS made FROM binding_changes"
        " WHERE turned_on <= $day AND standing = 'made' GROUP BY pattern_id HAVING made > 0)"
        f" SELECT way, through_id, through_{language} AS through, role, sum(made)::BIGINT AS n"
        " FROM unsorted.country_bindings($country, $day) JOIN made USING (pattern_id)"
        " GROUP BY ALL ORDER BY n DESC, way, through_id, role NULLS FIRST",
        country=country,
        day=day,
    )


def due(country: str, day: date) -> Due:
    """Return what commits the country and is due, text by text, the nearest first."""
    made = _made(country, day)
    ahead = f"FROM ({made.unsorted}) WHERE due_state IN {AHEAD!r}"
    nearest = "min({'due': due_on_latest, 'id': id})"
    states = database.run(
        f"SELECT due_state, count(*) AS n {ahead} GROUP BY due_state ORDER BY {nearest}",
        **made.values,
    )
    texts = (
        f"SELECT instrument_id AS text_id, {nearest} AS nearest, count(*) AS {TOTAL},"
        " list(status ORDER BY due_on_latest, id) AS statuses,"
        " count(*) FILTER (due_state = 'overdue') AS late,"
        " min(year(due_on_latest)) AS first_year, max(year(due_on_latest)) AS last_year,"
        f" count(*) OVER () AS texts {ahead} GROUP BY instrument_id"
        f" ORDER BY nearest LIMIT {TEXTS}"
    )
    rows = database.run(
        f"WITH texts AS MATERIALIZED ({texts})"
        f" SELECT due.*, texts.* EXCLUDE (text_id, nearest) FROM (SELECT * {ahead}) AS due"
        " JOIN texts ON texts.text_id = due.instrument_id"
        " QUALIFY row_number() OVER (PARTITION BY due.instrument_id"
        f" ORDER BY due.due_on_latest, due.id) <= {ROWS}"
        " ORDER BY texts.nearest, due.due_on_latest, due.id",
        **made.values,
    )
    return Due(states, rows["texts"][0] if rows.height else 0, rows.drop("texts"))


def _made(country: str, day: date) -> Query:
    return query_for("commitments_on", day, {"country": country})
