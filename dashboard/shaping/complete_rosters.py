"""Rosters that are known to be complete, so that not to be on one says something."""

from datetime import date

import polars as pl


def complete(counts: pl.DataFrame, day: date) -> pl.DataFrame:
    """Return the bodies and texts whose roster is known to be complete.

    That is where the newest count that a source reports by the day is exact and agrees with the
    roster of that day; groups of countries are left out.
    """
    exact = (pl.col("reported_qualifier") == "exactly") & pl.col("agrees")
    rows = _newest(counts, day).filter(exact)
    return rows.sort("body_kind", "body_en", descending=[True, False])


def partial(counts: pl.DataFrame, day: date) -> pl.DataFrame:
    """Return ``body_id``, ``listed`` and ``stated`` of the rosters that are known to lack members.

    That is where the newest count that a source reports by the day is above all the roster gives.
    """
    short = ~pl.col("agrees") & (pl.col("possible") < pl.col("reported"))
    return (
        _newest(counts, day)
        .filter(short)
        .select("body_id", listed="possible", stated="reported")
        .sort("body_id")
    )


def _newest(counts: pl.DataFrame, day: date) -> pl.DataFrame:
    body = pl.coalesce("organization_id", "instrument_id").alias("body_id")
    reported = counts.filter(
        pl.col("reported").is_not_null()
        & (pl.col("day") <= day)
        & (pl.col("body_kind") != "country_group")
    )
    newest = reported.with_columns(body).sort("day", "reported_count_id")
    return newest.group_by("body_id", maintain_order=True).last()


def missing(profile: pl.DataFrame, rosters: pl.DataFrame) -> pl.DataFrame:
    """Return the complete rosters that do not have the country."""
    present = profile.filter(pl.col("section").is_in(["membership", "adherence"]))
    return rosters.filter(~pl.col("body_id").is_in(present["subject_id"].to_list()))


def beside(first: pl.DataFrame, second: pl.DataFrame, rosters: pl.DataFrame) -> pl.DataFrame:
    """Return one row for each body, text or question on which two countries have something.

    Columns are ``section``, ``subject_*``, ``complete`` (whether its roster is known to be so), and
    ``detail``, ``since`` and ``certainty`` of each country, ending in ``_1`` and ``_2``; a country
    that has nothing there has nulls.
    """
    sections = ["membership", "adherence", "position", "group"]
    key = ["section", "subject_id", "subject_en", "subject_fr"]
    own = [
        profile.filter(pl.col("section").is_in(sections))
        .sort("since_latest", nulls_last=True)
        .unique(["section", "subject_id"], keep="first", maintain_order=True)
        .select(
            *key,
            *(
                pl.col(name).alias(f"{name}_{number}")
                for name in ("detail", "detail_vocabulary", "since", "certainty", "derivation")
            ),
        )
        for number, profile in ((1, first), (2, second))
    ]
    order = pl.DataFrame({"section": sections}).with_row_index("place")
    return (
        own[0]
        .join(own[1], on=key, how="full", coalesce=True)
        .with_columns(pl.col("subject_id").is_in(rosters["body_id"].to_list()).alias("complete"))
        .join(order, on="section")
        .sort("place", "subject_en")
        .drop("place")
    )
