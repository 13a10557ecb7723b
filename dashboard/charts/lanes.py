"""Where each mark of the timeline stands: its lane, and its row within the lane."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

DEADLINES, OTHERS = "deadlines", "others"
"""Lanes that are no body: what commitments are due, and all bodies with few things."""
FEW = 4
"""A body with fewer things shares a lane with others like it."""
WIDTH, NARROW = 560, 380
"""Pixels across the dates shown for which marks are spread, and names: on a phone names still fit,
and marks touch at worst."""
MARK, LETTER = 11, 5.8
"""Pixels that a mark takes, and a letter of its name."""


def in_lanes(
    events: pl.DataFrame,
    kept: Sequence[str] = (),
    few: int = FEW,
    sizes: Mapping[str, int] | None = None,
) -> pl.DataFrame:
    """Return ``events`` with ``lane``: the body, or ``deadlines``, or ``others``.

    Args:
        events: Rows of ``timeline``.
        kept: Bodies that have their own lane, however few things they have.
        few: How many things a body needs for a lane of its own.
        sizes: How many things each body has, filtered or not; those of ``events`` without it.
    """
    n = (
        pl.len().over("lane_id")
        if sizes is None
        else pl.col("lane_id").replace_strict(sizes, default=0, return_dtype=pl.Int64)
    )
    due = pl.col("kind").eq("deadline") & (
        pl.col("origin").eq("commitment_deadline") | pl.col("commitment_id").is_not_null()
    )
    known = pl.col("lane_id").is_not_null()
    own = pl.col("lane_id").is_in(list(kept)) | n.ge(few)
    lane = pl.when(due).then(pl.lit(DEADLINES)).when(known & own).then("lane_id")
    return events.with_columns(lane.otherwise(pl.lit(OTHERS)).alias("lane"))


def arranged(events: pl.DataFrame, first: date, last: date) -> pl.DataFrame:
    """Return ``events`` with their places: days across, rows down.

    They get ``since``, ``middle`` and ``until``, the days between which it is; ``y``, where 1 is
    a row; ``left``, whether the name stands to the left of it, as it does where there is room.
    Each lane begins with a row for its name. Deadlines come first, then the fullest lanes, and
    the bodies that share one last.

    Args:
        events: Those between the two days, with ``lane`` and ``label``, a name to write beside
            the mark or nothing.
        first: First day shown.
        last: Last day shown; both give the scale at which marks must not overlap.
    """
    scale = max((last - first).days, 1) / WIDTH
    dated = events.with_columns(
        since=pl.coalesce("happened_on_earliest", pl.min_horizontal("happened_on_latest", first)),
        until="happened_on_latest",
    ).with_columns(
        middle=_middle(pl.max_horizontal("since", first), pl.min_horizontal("until", last)),
        left=pl.col("since").cast(pl.Int32) - _name(scale) >= pl.lit(first).cast(pl.Int32),
    )
    lanes = dated.partition_by("lane", as_dict=True)
    top, placed = 0, []
    for name in _in_order(events):
        rows = _rows(lanes[(name,)], scale)
        placed.append(lanes[(name,)].with_columns(y=pl.Series(rows) + top + 1.5))
        top += max(rows) + 2
    return pl.concat(placed)


def spread(extents: Sequence[tuple[float, float]]) -> list[int]:
    """Return a row for each extent, so that no two in one row overlap; the first free row each.

    >>> spread([(0, 2), (1, 3), (2, 4), (1, 2)])
    [0, 2, 0, 1]
    """
    rows, free = [0] * len(extents), list[float]()
    for place in sorted(range(len(extents)), key=lambda place: extents[place]):
        start, end = extents[place]
        row = next((row for row, since in enumerate(free) if since <= start), len(free))
        free[row : row + 1] = [end]
        rows[place] = row
    return rows


def _in_order(events: pl.DataFrame) -> list[str]:
    sizes = (
        events.group_by("lane")
        .len()
        .sort(
            pl.col("lane") != DEADLINES, pl.col("lane") == OTHERS, -pl.col("len").cast(int), "lane"
        )
    )
    return sizes["lane"].to_list()


def _rows(lane: pl.DataFrame, scale: float) -> list[int]:
    """Spread one lane; a mark takes its width or its span, and its name beside it."""
    since, middle, until = (pl.col(name).cast(pl.Int32) for name in ("since", "middle", "until"))
    half = MARK / 2 * scale
    start, end = (
        pl.min_horizontal(since, middle - half),
        pl.max_horizontal(until + half / 2, middle + half),
    )
    left, name = pl.col("left"), _name(scale)
    extents = lane.select(
        start=pl.when(left).then(start - name).otherwise(start),
        end=pl.when(left).then(end).otherwise(end + name),
    )
    return spread(extents.rows())


def _name(scale: float) -> pl.Expr:
    """Days that the name of a mark takes beside it."""
    letters = pl.col("label").str.len_chars()
    return (letters * LETTER + MARK).fill_null(0) * scale * WIDTH / NARROW


def _middle(since: pl.Expr, until: pl.Expr) -> pl.Expr:
    return since + (until - since) / 2
