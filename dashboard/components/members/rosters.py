"""Who is in what: the rows that the Members page shows, one body at a time."""

from datetime import date

import polars as pl

from dashboard.filtering.rows import rows
from dashboard.shaping.ordering import alphabetical
from dashboard.source import members, queries
from dashboard.words.i18n import Translator

KINDS = ("organization", "instrument", "country_group")
"""The order in which bodies are offered."""
FEW = 4
"""So many bodies are shown at first where the tracker names none."""


def bodies(t: Translator) -> dict[str, str]:
    """Return every body with a roster or a stated number, and its name: by kind, then by name."""
    name = f"body_{t.language}"
    order = pl.col("body_kind").replace_strict({kind: n for n, kind in enumerate(KINDS)})
    known = members.bodies(t.language).sort(order, alphabetical(name))
    return dict(known.select("body", name).iter_rows())


def first(bodies: dict[str, str]) -> list[str]:
    """Return the bodies that are shown when none is chosen."""
    named = [body for body in queries.settings().first_bodies if body in bodies]
    return named or list(bodies)[:FEW]


def roster(body: str, day: date, *, derived: bool, left: bool) -> pl.DataFrame:
    """Return who is in on the day and, if asked for, who has left by then."""
    found = rows("members_on", day, {"body": body}, include_derived=derived, include_former=left)
    return queries.sourced(found)
