"""Who is in what, one body or several, and who has left."""

from collections.abc import Collection
from datetime import date

import polars as pl

BODY = pl.coalesce("organization_id", "instrument_id")
"""Key of a body or text; no two share one."""


def within(rows: pl.DataFrame, bodies: Collection[str]) -> pl.DataFrame:
    """Return the rows about these bodies and texts; none named means that none is left out.

    >>> rows = pl.DataFrame({"organization_id": ["un", None], "instrument_id": [None, "gdc"]})
    >>> within(rows, ["gdc"]).height, within(rows, []).height
    (1, 2)
    """
    return rows.filter(BODY.is_in(list(bodies))) if bodies else rows


def with_former_members(
    members: pl.DataFrame, participations: pl.DataFrame, day: date, *, derived: bool
) -> pl.DataFrame:
    """Return the members, and below them who has left by the day."""
    gone = participations.filter(counted(derived=derived), pl.col("left_on_latest") <= day)
    known = [name for name in members.columns if name in gone.columns]
    return pl.concat([members, gone.select(known)], how="diagonal")


def counted(*, derived: bool) -> pl.Expr:
    """Whether a spell or an act counts; what follows from another one only if asked for."""
    return pl.col("counted") & (pl.col("derivation").eq("declared") | pl.lit(derived))
