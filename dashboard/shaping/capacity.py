"""Put needs, commitments and initiatives in order: by focus area and by group of countries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

MET = ("substantial", "complete")
"""Statuses of a commitment that is met for the most part."""


@dataclass(frozen=True)
class Answers:
    """How many stated needs there are, and what answers them."""

    needs: int
    by_initiative: int
    by_commitment_only: int
    by_nothing: int
    commitments: int
    assessed: int
    met: int


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
        {"focus_area_id": list(areas), "depth": list(areas.values())}
    ).with_row_index("row")
    columns = pl.DataFrame({"group_id": list(groups)}).with_row_index("column")
    return gaps.join(rows, on="focus_area_id").join(columns, on="group_id").sort("row", "column")


def only_needs(gaps: pl.DataFrame) -> pl.DataFrame:
    """Return the focus areas and groups with a stated need; a broader area stays above its own."""
    stated = gaps.filter(pl.col("needs") > 0)
    broader = dict(gaps.select("focus_area_id", "broader_id").iter_rows())
    areas = set(stated["focus_area_id"])
    while above := {broader.get(area) for area in areas} - areas - {None}:
        areas |= above
    return gaps.filter(
        pl.col("focus_area_id").is_in(list(areas)),
        pl.col("group_id").is_in(list(set(stated["group_id"]))),
    )


def answers(gaps: pl.DataFrame, statuses: Mapping[str, str]) -> Answers:
    """Count the needs by what answers them, and how far the commitments that answer are met.

    Args:
        gaps: As ``capacity_gaps`` has them.
        statuses: Status of each commitment on the day.
    """
    stated = gaps.filter(pl.col("needs") > 0)
    by = dict(stated.group_by("answer").agg(pl.sum("needs")).iter_rows())
    matching = stated["commitment_ids"].explode().drop_nulls().unique().to_list()
    found = [statuses.get(key, "not_assessed") for key in matching]
    return Answers(
        needs=int(stated["needs"].sum()),
        by_initiative=by.get("initiative", 0),
        by_commitment_only=by.get("commitment_only", 0),
        by_nothing=by.get(None, 0),
        commitments=len(matching),
        assessed=sum(status != "not_assessed" for status in found),
        met=sum(status in MET for status in found),
    )


def by_area(
    areas: pl.DataFrame, ancestors: pl.DataFrame, kinds: Mapping[str, pl.DataFrame]
) -> pl.DataFrame:
    """Return the focus areas in order, with how many of each kind lie in them or in narrower ones.

    Args:
        areas: ``id``, ``name_en``, ``name_fr``, ``broader_id``.
        ancestors: ``focus_area_id`` and each ``ancestor_id``, itself included.
        kinds: ``id`` and ``focus_area_id`` of what is counted, by the name of its column. The
            first decides the order.
    """
    counted = areas
    for name, rows in kinds.items():
        found = rows.join(ancestors, on="focus_area_id").group_by("ancestor_id")
        counts = found.agg(pl.n_unique("id").cast(pl.Int64).alias(name))
        counted = counted.join(counts, left_on="id", right_on="ancestor_id", how="left")
    counted = counted.with_columns(pl.col(*kinds).fill_null(0))
    first = next(iter(kinds))
    own = kinds[first].group_by("focus_area_id").len()
    order = hierarchy(dict(areas.select("id", "broader_id").iter_rows()), dict(own.iter_rows()))
    places = pl.DataFrame({"id": list(order), "depth": list(order.values())})
    return counted.join(places.with_row_index("row"), on="id").sort("row")


def figures_on(figures: pl.DataFrame, day: date) -> pl.DataFrame:
    """Return the figures stated by ``day``, each initiative's newest first."""
    known = figures.filter(pl.col("as_of_latest") <= day)
    return known.sort("initiative_id", "as_of_latest", "id", descending=[False, True, False])


def _needs(gaps: pl.DataFrame, key: str) -> dict[str, int]:
    return dict(gaps.group_by(key).agg(pl.sum("needs")).iter_rows())
