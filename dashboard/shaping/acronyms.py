"""Short names of bodies, for where there is little room."""

import polars as pl


def acronyms(
    names: pl.DataFrame, language: str, kinds: tuple[str, ...] = ("acronym",)
) -> dict[str, str]:
    """Return the acronym of each body that has one in this language; or a name of other kinds."""
    found = names.filter(pl.col("kind").is_in(kinds) & (pl.col("language") == language))
    return dict(found.sort(pl.col("kind") == "short", "name").select("id", "name").iter_rows())
