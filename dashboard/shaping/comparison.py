"""Two countries side by side."""

from collections.abc import Collection

import polars as pl

from dashboard.words.labels import localized_columns


def side_by_side(
    first: pl.DataFrame, second: pl.DataFrame, complete: Collection[str]
) -> pl.DataFrame:
    """Return one row for each body, text or question on which two countries have something.

    ``complete`` names the bodies and texts whose roster is known to be complete.

    Columns are ``section``, ``subject_*``, ``complete`` (whether its roster is known to be so), and
    ``detail``, ``since`` and ``certainty`` of each country, ending in ``_1`` and ``_2``; a country
    that has nothing there has nulls.
    """
    sections = ["membership", "adherence", "position", "group"]
    key = ["section", "subject_id", *localized_columns("subject")]
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
        .with_columns(pl.col("subject_id").is_in(list(complete)).alias("complete"))
        .join(order, on="section")
        .sort("place", key[2])
        .drop("place")
    )
