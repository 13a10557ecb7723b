"""Several countries side by side."""

from collections.abc import Collection, Sequence
from functools import reduce

import polars as pl

from dashboard.words.labels import localized_columns

SECTIONS = ("membership", "adherence", "vote", "position", "group")
"""What countries are compared in, in this order."""
OF_EACH = ("detail", "detail_vocabulary", "since", "certainty", "derivation")


def side_by_side(profiles: Sequence[pl.DataFrame], complete: Collection[str]) -> pl.DataFrame:
    """Return one row for each body, text, vote or group in which any country has something.

    ``complete`` are the bodies and texts whose roster is known to be complete.

    Returns:
        ``section``, ``subject_*``, ``complete`` (whether its roster is known to be so),
        ``differs``, and ``detail``, ``since`` and ``certainty`` of each country, ending in ``_1``,
        ``_2`` and so on; a country that has nothing there has nulls.
    """
    key = ["section", "subject_id", *localized_columns("subject")]
    joined = reduce(
        lambda first, second: first.join(second, on=key, how="full", coalesce=True),
        [_own(profile, number, key) for number, profile in enumerate(profiles, start=1)],
    )
    numbers = range(1, len(profiles) + 1)
    order = pl.DataFrame({"section": SECTIONS}).with_row_index("place")
    return (
        joined.with_columns(
            pl.col("subject_id").is_in(list(complete)).alias("complete"), differs=_differs(numbers)
        )
        .join(order, on="section")
        .sort(~pl.col("differs"), "place", key[2])
        .drop("place")
    )


def _own(profile: pl.DataFrame, number: int, key: list[str]) -> pl.DataFrame:
    return (
        profile.filter(pl.col("section").is_in(SECTIONS))
        .sort("since_latest", nulls_last=True)
        .unique(["section", "subject_id"], keep="first", maintain_order=True)
        .select(*key, *(pl.col(name).alias(f"{name}_{number}") for name in OF_EACH))
    )


def _differs(numbers: Sequence[int]) -> pl.Expr:
    """Whether the countries do not all have the same there; of votes and positions, what."""
    present = [pl.col(f"certainty_{number}").is_not_null() for number in numbers]
    chosen = pl.concat_list(pl.col(f"detail_{number}") for number in numbers)
    chooses = pl.col("section").is_in(["vote", "position"])
    return ~pl.all_horizontal(present) | (chooses & (chosen.list.n_unique() > 1))
