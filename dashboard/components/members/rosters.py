"""Who is in what: the rows that the Members page shows, one body at a time."""

from datetime import date

import polars as pl

from dashboard.filtering.rows import rows
from dashboard.shaping.ordering import alphabetical
from dashboard.shaping.rosters import BODY
from dashboard.source import queries
from dashboard.words.i18n import Translator

KINDS = ("organization", "instrument", "country_group")
"""The order in which bodies are offered."""
FEW = 4
"""So many bodies are shown at first where the tracker names none."""
TABLES = ("memberships", "adherences", "reported_counts", "actors", "instruments")
"""Where a discrepancy about a body can be."""


def bodies(t: Translator) -> dict[str, str]:
    """Return every body with a roster or a stated number, and its name: by kind, then by name."""
    name = f"body_{t.language}"
    known = pl.concat(
        frame.select(BODY.alias("body"), name, "body_kind")
        for frame in (queries.roster_steps(include_derived=True), queries.member_counts())
    ).unique()
    order = pl.col("body_kind").replace_strict({kind: n for n, kind in enumerate(KINDS)})
    return dict(known.sort(order, alphabetical(name)).select("body", name).iter_rows())


def first(bodies: dict[str, str]) -> list[str]:
    """Return the bodies that are shown when none is chosen."""
    named = [body for body in queries.settings().first_bodies if body in bodies]
    return named or list(bodies)[:FEW]


def steps(body: str, day: date, *, derived: bool) -> pl.DataFrame:
    """Return the steps of one body up to ``day``."""
    return queries.roster_steps(include_derived=derived).filter(
        body == BODY, pl.col("day").is_null() | pl.col("day").le(day)
    )


def reports(body: str, day: date) -> pl.DataFrame:
    """Return what sources state up to ``day``, with whether the roster agrees.

    ``known_later`` says of each whether it was first known after the day.
    """
    stated = queries.table("reported_counts").select(
        "as_of", "as_of_earliest", "as_of_latest", "locator", reported_count_id="id"
    )
    rows = queries.roster_counts_on(day).filter(body == BODY).drop_nulls("reported_count_id")
    return queries.sourced(
        rows.join(stated, on="reported_count_id", how="left", maintain_order="left")
    )


def roster(body: str, day: date, *, derived: bool, left: bool) -> pl.DataFrame:
    """Return who is in on the day and, if asked for, who has left by then."""
    members = rows("members_on", day, {"body": body}, include_derived=derived, include_former=left)
    return queries.sourced(members)


def disagreements(body: str) -> pl.DataFrame:
    """Return where sources disagree about this body, its members or their number."""
    own = [
        queries.participations().filter(body == BODY)["row_id"],
        queries.member_counts().filter(body == BODY)["reported_count_id"].drop_nulls(),
        pl.Series([body]),
    ]
    rows = queries.table("discrepancies").filter(
        pl.col("row_id").is_in(pl.concat(own).unique().to_list()),
        pl.col("table_name").is_in(TABLES),
    )
    return queries.sourced(rows)
