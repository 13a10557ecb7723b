"""Members in time: nobody is in twice, in itself, or in what is not there."""

from collections.abc import Iterator

import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.quality.findings import TableFinding, Tables, in_table, too_early

_NEVER = pl.date(9999, 12, 31)


def nobody_is_in_twice(tables: Tables) -> Iterator[TableFinding]:
    """Nobody is in the same body in the same role twice on one day."""
    group = ["member_id", "organization_id", "role"]
    left = pl.when(pl.col("left_on").is_null()).then(_NEVER).otherwise(earliest(pl.col("left_on")))
    spells = tables["memberships"].select(
        "line", *group, start=latest(pl.col("joined_on")), end=left
    )
    several = spells.drop_nulls().filter(
        pl.col("start") < pl.col("end"), pl.struct(group).is_duplicated()
    )
    pairs = several.join(several, on=group).filter(
        pl.col("line") > pl.col("line_right"),
        pl.col("start") < pl.col("end_right"),
        pl.col("start_right") < pl.col("end"),
    )
    twice = pairs.group_by("line", "member_id").agg(pl.col("line_right").min()).sort("line")
    yield from in_table("memberships", twice, "joined_on", _in_twice)


def nobody_joins_itself(tables: Tables) -> Iterator[TableFinding]:
    """A member of a body is not the body; no text or actor bears on itself."""
    for name, one, other in (
        ("memberships", "member_id", "organization_id"),
        ("instrument_relations", "from_id", "to_id"),
        ("actor_relations", "from_id", "to_id"),
    ):
        same = tables[name].filter(pl.col(one) == pl.col(other)).select("line", one)
        say = f"{one} and {other} are both "
        yield from in_table(name, same, one, lambda value, say=say: f"{say}{value!r}")


def nobody_joins_before_the_founding(tables: Tables) -> Iterator[TableFinding]:
    """A body has no members before it exists."""
    founded = tables["actors"].select("id", "founded_on").drop_nulls()
    joined = tables["memberships"].join(founded, left_on="organization_id", right_on="id")
    early = joined.filter(latest(pl.col("joined_on")) < earliest(pl.col("founded_on")))
    rows = early.select("line", "joined_on", "organization_id", "founded_on").sort("line")
    yield from in_table("memberships", rows, "joined_on", too_early)


def nobody_stays_after_the_end(tables: Tables) -> Iterator[TableFinding]:
    """Neither a member nor a body outlives itself."""
    ended = tables["actors"].select("id", "dissolved_on").drop_nulls()
    still_in = tables["memberships"].filter(pl.col("left_on").is_null())
    for name in ("member_id", "organization_id"):
        gone = still_in.join(ended, left_on=name, right_on="id")
        rows = gone.select("line", name, "dissolved_on").sort("line")
        yield from in_table("memberships", rows, "left_on", _outlived)


def _in_twice(member: str, other: int) -> str:
    return f"{member!r} is in at the same time and in the same role by line {other}"


def _outlived(actor: str, end: str) -> str:
    return f"left_on is empty, but {actor!r} ended on {end}"
