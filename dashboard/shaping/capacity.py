"""Put the cells of the gap matrix in order: by focus area and by group of countries."""

from collections.abc import Mapping

import polars as pl


def hierarchy(parents: Mapping[str, str | None], weights: Mapping[str, int]) -> dict[str, int]:
    """Return each key with its depth, in order: under its parent, the heaviest branch first.

    >>> hierarchy({"a": None, "b": None, "c": "b", "d": "elsewhere"}, {"a": 1, "c": 2})
    {'b': 0, 'c': 1, 'a': 0, 'd': 0}
    """
    inside: dict[str | None, list[str]] = {}
    for key, parent in parents.items():
        inside.setdefault(parent if parent in parents else None, []).append(key)

    def weight(key: str) -> int:
        return weights.get(key, 0) + sum(map(weight, inside.get(key, [])))

    def walk(parent: str | None, depth: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for key in sorted(inside.get(parent, []), key=lambda key: (-weight(key), key)):
            found |= {key: depth} | walk(key, depth + 1)
        return found

    return walk(None, 0)


def cells(gaps: pl.DataFrame, group_parents: Mapping[str, str | None]) -> pl.DataFrame:
    """Return the gaps with ``row``, ``column`` and ``depth``: where to draw each.

    Focus areas go down, narrower below broader; groups go across, smaller behind larger. Those
    with the most needs come first.
    """
    areas = hierarchy(
        dict(gaps.select("focus_area_id", "broader_id").iter_rows()), _needs(gaps, "focus_area_id")
    )
    known = {key: group_parents.get(key) for key in sorted(set(gaps["group_id"]))}
    groups = hierarchy(known, _needs(gaps, "group_id"))
    rows = pl.DataFrame(
        {"focus_area_id": list(areas), "depth": list(areas.values())},
        schema={"focus_area_id": pl.String, "depth": pl.Int64},
    ).with_row_index("row")
    columns = pl.DataFrame({"group_id": list(groups)}, schema={"group_id": pl.String})
    columns = columns.with_row_index("column")
    return gaps.join(rows, on="focus_area_id").join(columns, on="group_id").sort("row", "column")


def _needs(gaps: pl.DataFrame, key: str) -> dict[str, int]:
    return dict(gaps.group_by(key).agg(pl.sum("needs")).iter_rows())
