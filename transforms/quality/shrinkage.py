"""Tables that lost so many rows since the last edition that it is probably a mistake."""

from collections.abc import Mapping

from transforms.problems import Problem

TOLERATED = 0.1
"""Share of its rows that a table may lose without a question."""


def shrinkage(
    counts: Mapping[str, int],
    previous: Mapping[str, int],
    folder: str = "data",
    *,
    allowed: bool = False,
) -> list[Problem]:
    """Return a problem for each table that lost more than a tenth of its rows since ``previous``.

    A loss that was accepted is a warning.

    >>> print(*shrinkage({"needs": 80}, {"needs": 100}))
    data/needs.csv: the table has 80 rows, and had 100 in the last edition; if rows were meant \
to go, build with --allow-shrink
    """
    hint = "" if allowed else "; if rows were meant to go, build with --allow-shrink"
    return [
        Problem(
            f"{folder}/{name}.csv",
            0,
            "",
            f"the table has {now} rows, and had {previous[name]} in the last edition{hint}",
            "warning" if allowed else "error",
        )
        for name, now in sorted(counts.items())
        if now < (1 - TOLERATED) * previous.get(name, 0)
    ]
