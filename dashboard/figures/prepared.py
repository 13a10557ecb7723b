"""Charts as pages show them, made once for all readers who see the same one.

Plotly takes longer to build and check a figure than all else that a page does for a chart.
"""

import json
from collections.abc import Hashable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

import polars as pl
from cachetools import LRUCache, cached

from dashboard.figures.declared import AS_OF, Chart, View
from dashboard.source import database

MARK_BYTES, FIGURE_BYTES = 16 * 2**20, 32 * 2**20
"""Bytes of marks and of figures; a timeline has some 400 kB, most charts 20."""


@dataclass(frozen=True)
class Prepared:
    """What a page shows of a chart besides its figure."""

    marks: pl.DataFrame
    """All of them, as ``Chart.frame`` has them."""
    entries: pl.DataFrame
    """Those of its legend."""
    title: str
    """Its finding; nothing without marks."""


def prepared(chart: Chart, view: View) -> Prepared:
    """Return the marks of a chart with its finding, in the edition that is read."""
    return _prepared(database.edition(), chart, view)


def rendered(chart: Chart, view: View, only: str = "") -> str:
    """Return a figure in Plotly's JSON: a text has nothing for the garbage collector to look at.

    The chart has marks; ``only`` names the entry of the legend whose marks are drawn.
    """
    return _rendered(database.edition(), chart, view, only)


def _key(edition: str, chart: Chart, view: View, only: str = "") -> tuple[Any, ...]:
    return edition, view.day, only, _asked(chart, view)


def _asked(chart: Chart, view: View) -> tuple[Any, ...]:
    chosen = sorted((name, tuple(values)) for name, values in view.values.items())
    return chart.name, view.t.language, tuple(chosen)


def _size(ready: Prepared) -> int:
    return database.size(ready.marks) + database.size(ready.entries)


@cached(LRUCache(MARK_BYTES, getsizeof=_size), key=_key, lock=Lock())
def _prepared(edition: str, chart: Chart, view: View) -> Prepared:
    marks = chart.frame(view)
    title = "" if marks.is_empty() else chart.title(marks, view)
    return Prepared(marks, chart.entries(marks, view), title)


@cached(LRUCache(FIGURE_BYTES, getsizeof=len), key=_key, lock=Lock())
def _rendered(edition: str, chart: Chart, view: View, only: str) -> str:
    marks = chart.seen(_prepared(edition, chart, view).marks, only)
    if chart.alike is None:
        return str(chart.draw(marks, view).to_json())
    alike = edition, _asked(chart, view), chart.alike(marks, view)
    kept = _kept(alike, chart, marks, view)
    at, named = AS_OF
    words = json.dumps(view.t.date(view.day))[1:-1]
    return kept.replace(at, view.day.isoformat()).replace(named, words)


@cached(LRUCache(FIGURE_BYTES, getsizeof=len), key=lambda alike, *_: alike, lock=Lock())
def _kept(alike: Hashable, chart: Chart, marks: pl.DataFrame, view: View) -> str:
    return str(chart.draw(marks, replace(view, is_kept=True)).to_json())
