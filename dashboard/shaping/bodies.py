"""The bodies and texts that have members, in the order in which they are offered."""

from collections.abc import Mapping

import polars as pl

from dashboard.shaping.ordering import alphabetical
from dashboard.source import database, members
from dashboard.words.i18n import Translator

KINDS = ("organization", "instrument", "country_group")
"""The order in which bodies are offered."""
FEW = 4
"""So many bodies are shown at first where the tracker names none."""


def offered(t: Translator) -> dict[str, str]:
    """Return every body with a roster or a stated number, and its name: by kind, then by name."""
    name = f"body_{t.language}"
    order = pl.col("body_kind").replace_strict({kind: n for n, kind in enumerate(KINDS)})
    known = members.bodies(t.language).sort(order, alphabetical(name))
    return dict(known.select("body", name).iter_rows())


def first(bodies: Mapping[str, str]) -> list[str]:
    """Return the bodies that are shown when none is chosen."""
    named = [body for body in database.settings().first_bodies if body in bodies]
    return named or list(bodies)[:FEW]
