"""Whose body it is that somebody is in, and which spells count."""

import polars as pl

BODY = pl.coalesce("organization_id", "instrument_id")
"""Key of a body or text; no two share one."""


def counted(*, derived: bool) -> pl.Expr:
    """Whether a spell or an act counts; what follows from another one only if asked for."""
    return pl.col("counted") & (pl.col("derivation").eq("declared") | pl.lit(derived))
