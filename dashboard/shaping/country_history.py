"""What one country joined, left, signed and said, ready to be drawn."""

import polars as pl


def history(spells: pl.DataFrame, profile: pl.DataFrame, language: str) -> pl.DataFrame:
    """Return what a country joined, left, signed and said, the earliest first, for its chart.

    Columns are ``kind`` (membership, act or position), ``body``, ``detail`` and its closed list,
    and the days that beginning and end can mean.
    """
    group = pl.col("body_kind") == "country_group"
    joined = spells.filter(~group & (pl.col("derivation") == "declared")).select(
        pl.when(pl.col("body_kind") == "instrument")
        .then(pl.lit("act"))
        .otherwise(pl.lit("membership"))
        .alias("kind"),
        pl.coalesce("organization_id", "instrument_id").alias("body_id"),
        pl.col(f"body_{language}").alias("body"),
        pl.col("role").alias("detail"),
        pl.col("role_vocabulary").alias("detail_vocabulary"),
        pl.col("joined_on").alias("since"),
        pl.col("joined_on_earliest").alias("since_earliest"),
        pl.col("joined_on_latest").alias("since_latest"),
        pl.col("left_on").alias("until"),
        pl.col("left_on_earliest").alias("until_earliest"),
        pl.col("left_on_latest").alias("until_latest"),
    )
    said = profile.filter(pl.col("section") == "position").select(
        pl.lit("position").alias("kind"),
        pl.col("subject_id").alias("body_id"),
        pl.col(f"subject_{language}").alias("body"),
        "detail",
        "detail_vocabulary",
        "since",
        "since_earliest",
        "since_latest",
    )
    return pl.concat([joined, said], how="diagonal_relaxed").sort(
        "since_latest", "body_id", "detail"
    )


def acronyms(
    names: pl.DataFrame, language: str, kinds: tuple[str, ...] = ("acronym",)
) -> dict[str, str]:
    """Return the acronym of each body that has one in this language; or a name of other kinds."""
    found = names.filter(pl.col("kind").is_in(kinds) & (pl.col("language") == language))
    return dict(found.sort(pl.col("kind") == "short", "name").select("id", "name").iter_rows())
