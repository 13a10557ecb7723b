"""Texts in time: what rests on one comes after it, and none is its own past."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.quality.findings import TableFinding, Tables, in_table, too_early
from transforms.quality.references import in_circle

_DESCENT = ("adopted_as", "revises", "supersedes")
"""Relations of which one text is the later one."""


def nobody_signs_what_is_not_there(tables: Tables) -> Iterator[TableFinding]:
    """A text can be signed from the day on which it was put forward or adopted."""
    appeared = tables["instruments"].select(
        "id", appeared_on=pl.coalesce("proposed_on", "adopted_on")
    )
    acts = tables["adherences"].join(appeared.drop_nulls(), left_on="instrument_id", right_on="id")
    early = acts.filter(
        pl.col("act") != "pledged", latest(pl.col("on_date")) < earliest(pl.col("appeared_on"))
    )
    rows = early.select("line", "on_date", "instrument_id", "appeared_on").sort("line")
    yield from in_table("adherences", rows, "on_date", too_early)


def nothing_is_due_before_its_text(tables: Tables) -> Iterator[TableFinding]:
    """What a text promises is due after it was adopted, or put forward where it never was."""
    appeared = tables["instruments"].select(
        "id", appeared_on=pl.coalesce("adopted_on", "proposed_on")
    )
    due = tables["commitments"].select("line", "due_on", "instrument_id").drop_nulls()
    dated = due.join(appeared.drop_nulls(), left_on="instrument_id", right_on="id")
    early = dated.filter(latest(pl.col("due_on")) < earliest(pl.col("appeared_on")))
    yield from in_table("commitments", early.sort("line"), "due_on", too_early)


def no_text_descends_from_itself(tables: Tables) -> Iterator[TableFinding]:
    """A text does not revise what revises it, through however many others."""
    rows = tables["instrument_relations"].select(
        "line", "from_id", "to_id", pl.col("relation").cast(pl.String)
    )
    others = rows.drop_nulls().filter(pl.col("from_id") != pl.col("to_id")).sort("line")
    for relation in _DESCENT:
        links = others.filter(pl.col("relation") == relation)
        lines = {(one, other): line for line, one, other, _ in links.iter_rows()}
        if circle := _circle(lines):
            line = min(lines[step] for step in pairwise(circle))
            message = f"{relation} runs in a circle: {in_circle(circle)}"
            yield "instrument_relations", (line, "relation", message)


def parts_stand_in_their_own_text(tables: Tables) -> Iterator[TableFinding]:
    """A part lies in a part of the same text, and a commitment in a part of its own text."""
    parts = tables["instrument_parts"]
    texts = parts.select(pl.col("id"), other="instrument_id").drop_nulls()
    for name, rows, column in (
        ("instrument_parts", parts, "broader_id"),
        ("commitment_parts", _with_their_text(tables), "part_id"),
    ):
        known = rows.join(tables["instruments"], left_on="instrument_id", right_on="id", how="semi")
        placed = known.join(texts, left_on=column, right_on="id")
        astray = placed.filter(pl.col("instrument_id") != pl.col("other")).sort("line")
        found = astray.select("line", column, "other", "instrument_id")
        yield from in_table(name, found, column, _astray)


def _with_their_text(tables: Tables) -> pl.DataFrame:
    texts = tables["commitments"].select("id", "instrument_id").drop_nulls()
    return tables["commitment_parts"].join(texts, left_on="commitment_id", right_on="id")


def _astray(part: str, other: str, own: str) -> str:
    return f"{part!r} is a part of {other!r}, and this row belongs to {own!r}"


def _circle(links: Iterable[tuple[str, str]]) -> list[str]:
    """Return one circle in ``links``, its first and last the same; empty where there is none.

    >>> _circle([("a", "b"), ("c", "a"), ("b", "c")])
    ['a', 'b', 'c', 'a']
    """
    graph: TopologicalSorter[str] = TopologicalSorter()
    for one, other in links:
        graph.add(one, other)
    try:
        graph.prepare()
    except CycleError as error:
        ring = error.args[1][:0:-1]
        first = ring.index(min(ring))
        return [*ring[first:], *ring[: first + 1]]
    return []
