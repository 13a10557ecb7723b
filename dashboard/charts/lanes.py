"""Where each mark of the timeline stands: its lane, and its row within the lane."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import polars as pl

DEADLINES, OTHERS = "deadlines", "others"
"""Lanes that are no body: what commitments are due, and all bodies with few things."""
BELOW = "/"
"""Between a lane and a body that has a lane of its own below it."""
FEW = 4
"""A body with fewer things shares a lane with others like it."""
WIDTH, NARROW = 560, 540
"""Pixels across the dates shown for which marks are spread, and names; a phone has a list."""
SHORTEST, LONGEST = 14, 42
"""Letters of a title: as few as are worth writing, and the most."""
MARK, LETTER = 11, 5.8
"""Pixels that a mark takes, and a letter of its name."""


def in_lanes(
    events: pl.DataFrame,
    own_lanes: Sequence[str] = (),
    few: int = FEW,
    sizes: Mapping[str, int] | None = None,
) -> pl.DataFrame:
    """Return ``events`` with ``lane``: the body, or ``deadlines``, or ``others``.

    Args:
        events: Rows of ``timeline``.
        own_lanes: Bodies that have their own lane, however few things they have.
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
    own = pl.col("lane_id").is_in(list(own_lanes)) | n.ge(few)
    lane = pl.when(due).then(pl.lit(DEADLINES)).when(known & own).then("lane_id")
    return events.with_columns(lane.otherwise(pl.lit(OTHERS)).alias("lane"))


def split(events: pl.DataFrame) -> pl.DataFrame:
    """Return ``events`` with the fullest ``lane`` split by body; a body's own stays there."""
    sizes = events.filter(~pl.col("lane").is_in([DEADLINES, OTHERS])).group_by("lane").len()
    if sizes.is_empty():
        return events
    fullest = sizes.sort("len", "lane", descending=[True, False])["lane"][0]
    below = (
        pl.col("lane").eq(fullest)
        & pl.col("body_id").ne(pl.col("lane_id"))
        & pl.len().over("lane", "body_id").ge(FEW)
    )
    names = [name for name in events.columns if name.startswith("lane_") and name != "lane_id"]
    return events.with_columns(
        pl.when(below)
        .then(pl.concat_str("lane", "body_id", separator=BELOW))
        .otherwise("lane")
        .alias("lane"),
        *(
            pl.when(below).then(name.replace("lane_", "body_")).otherwise(name).alias(name)
            for name in names
        ),
    )


def arranged(
    events: pl.DataFrame,
    first: date,
    last: date,
    folded: Collection[str] = (),
    language: str = "",
) -> pl.DataFrame:
    """Return ``events`` with their places: days across, rows down.

    They get ``since``, ``middle`` and ``until``, the days between which it is; ``y``, where 1 is
    a row; ``left``, whether the name stands to the left of it. Each lane begins with a row for its
    name. Deadlines come first, then the fullest lanes, and the bodies that share one last.

    Args:
        events: Those between the two days, with ``lane`` and ``label``, a name to write beside
            the mark or nothing.
        first: First day shown.
        last: Last day shown; both give the scale at which marks must not overlap.
        folded: Lanes that are one row high, without words.
        language: Of the titles that are written beside marks where there is room; empty for none.
    """
    scale = max((last - first).days, 1) / WIDTH
    closed = pl.col("lane").is_in(list(folded))
    dated = events.with_columns(
        since=pl.coalesce("happened_on_earliest", pl.min_horizontal("happened_on_latest", first)),
        until="happened_on_latest",
        label=pl.when(~closed).then("label"),
    ).with_columns(
        middle=_middle(pl.max_horizontal("since", first), pl.min_horizontal("until", last)),
        left=pl.col("since").cast(pl.Int32) - _name(scale) >= pl.lit(first).cast(pl.Int32),
    )
    lanes = dated.partition_by("lane", as_dict=True)
    top, placed = 0, []
    for name in _in_order(events):
        lane = lanes[(name,)]
        rows = [0] * lane.height if name in folded else spread(_extents(lane, scale).rows())
        placed.append(lane.with_columns(y=pl.Series(rows, dtype=pl.Int64) + top + 1.5))
        top += max(rows) + 2
    whole = pl.concat(placed)
    return _worded(whole, scale, last, closed, language) if language else whole


def _worded(
    marks: pl.DataFrame, scale: float, last: date, closed: pl.Expr, language: str
) -> pl.DataFrame:
    """Write the beginning of a title beside each mark that has room to the right of it."""
    ends = _extents(marks, scale)
    days = scale * WIDTH / NARROW * LETTER
    edge = pl.lit(last).cast(pl.Int32)
    beside = marks.with_columns(ends).sort("y", "start").with_columns(
        room=(pl.col("start").shift(-1).over("y").fill_null(edge) - pl.col("end")) / days - 3
    )  # fmt: skip
    title = pl.col(f"title_{language}")
    fits = pl.col("label").is_null() & pl.col("room").ge(SHORTEST) & ~closed
    letters = pl.min_horizontal(pl.col("room").floor(), LONGEST).cast(pl.Int64)
    cut = (
        pl.when(title.str.len_chars() <= letters)
        .then(title)
        .otherwise(title.str.slice(0, letters - 1).str.strip_chars_end() + "…")
    )
    return beside.with_columns(
        label=pl.when(fits).then(cut).otherwise("label"), left=pl.col("left") & ~fits
    ).drop("start", "end", "room")


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
    """Return the lanes from above; the bodies of a lane that is split follow it."""
    whole = pl.col("lane").str.split(BELOW).list.first()
    sizes = (
        events.with_columns(whole=whole)
        .group_by("lane", "whole")
        .len()
        .with_columns(all=pl.col("len").sum().over("whole"))
        .sort(
            pl.col("lane") != DEADLINES,
            pl.col("lane") == OTHERS,
            -pl.col("all").cast(int),
            "whole",
            pl.col("lane") != pl.col("whole"),
            -pl.col("len").cast(int),
            "lane",
        )
    )
    return sizes["lane"].to_list()


def _extents(lane: pl.DataFrame, scale: float) -> pl.DataFrame:
    """Return the days that marks take: their width or span, and a name beside it."""
    since, middle, until = (pl.col(name).cast(pl.Int32) for name in ("since", "middle", "until"))
    half = MARK / 2 * scale
    start, end = (
        pl.min_horizontal(since, middle - half),
        pl.max_horizontal(until + half / 2, middle + half),
    )
    left, name = pl.col("left"), _name(scale)
    return lane.select(
        start=pl.when(left).then(start - name).otherwise(start),
        end=pl.when(left).then(end).otherwise(end + name),
    )


def _name(scale: float) -> pl.Expr:
    """Days that the name of a mark takes beside it."""
    letters = pl.col("label").str.len_chars()
    return (letters * LETTER + MARK).fill_null(0) * scale * WIDTH / NARROW


def _middle(since: pl.Expr, until: pl.Expr) -> pl.Expr:
    return since + (until - since) / 2
