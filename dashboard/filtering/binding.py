"""What commits one country: through what, and what is due by when.

Only the first rows of each list are fetched, with how many there are: a country may be committed by
nearly everything.
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from dashboard.source import database, row_pages

TOTAL = row_pages.TOTAL
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
    nearest = "min({'due': due_on_latest, 'id': commitment_id})"
    # What is shown of the rows is looked up for the first of the first texts alone.
    found = database.run(
        "WITH due AS MATERIALIZED ("
        "SELECT commitment_id, instrument_id, status, due_state, due_on_latest"
        f" FROM unsorted.commitments_of_country_on($country, $day) WHERE due_state IN {AHEAD!r}),"
        " states AS (SELECT list({'due_state': due_state, 'n': n} ORDER BY nearest) AS states"
        f" FROM (SELECT due_state, count(*) AS n, {nearest} AS nearest FROM due GROUP BY ALL)),"
        f" texts AS (SELECT instrument_id, {nearest} AS nearest, count(*) AS {TOTAL},"
        " list(status ORDER BY due_on_latest, commitment_id) AS statuses,"
        " count(*) FILTER (due_state = 'overdue') AS late,"
        " min(year(due_on_latest)) AS first_year, max(year(due_on_latest)) AS last_year,"
        f" count(*) OVER () AS texts FROM due GROUP BY ALL ORDER BY nearest LIMIT {TEXTS})"
        " SELECT due.commitment_id AS id, texts.* EXCLUDE (instrument_id, nearest), states.*"
        " FROM due JOIN texts ON texts.instrument_id = due.instrument_id CROSS JOIN states"
        " QUALIFY row_number() OVER (PARTITION BY due.instrument_id"
        f" ORDER BY due.due_on_latest, due.commitment_id) <= {ROWS}"
        " ORDER BY texts.nearest, due.due_on_latest, due.commitment_id",
        country=country,
        day=day,
    )
    if found.is_empty():
        return Due(pl.DataFrame(schema={"due_state": pl.String, "n": pl.Int64}), 0, found)
    states = pl.DataFrame(found["states"][0].to_list())
    rows = row_pages.rows_of(
        "unsorted.commitments_on($day)", {"day": day}, found.drop("texts", "states")
    )
    return Due(states, found["texts"][0], rows)
