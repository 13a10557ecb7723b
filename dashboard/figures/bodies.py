"""What charts of bodies and texts share: which they are, their names, their members."""

from collections.abc import Callable
from datetime import date

import polars as pl

from dashboard.figures.declared import MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.shaping import bodies as shaping
from dashboard.source import queries, row_pages
from dashboard.theme import SERIES_COLOURS
from dashboard.words.i18n import Translator

ROSTER = ("member_id", "role", "joined_on", "certainty", "source_id", "locator")
MOST = 12
"""Bodies and texts that are drawn at once: nobody can distinguish more lines."""
ALWAYS = "always"
"""The mark of a step that no source dates."""
LONG = (("actors", ("name",)), ("instruments", ("short_title", "title")))
SHORT = (("actors", ("acronym", "name")), ("instruments", ("short_title", "title")))
"""Where the names of bodies are, the first that there is."""


def is_derived(view: View) -> bool:
    """Whether derived members are counted too."""
    return view.value("derived") == "1"


def chosen(view: View) -> list[str]:
    """Return the bodies and texts that the reader chose, each once; the first ones of many.

    Of a reader who chose none they are those that the page shows at first.
    """
    keys = view.values.get("body") or shaping.first(shaping.offered(view.t))
    return list(dict.fromkeys(keys))[:MOST]


def shown(view: View) -> str:
    """Return the one body or text of a chart that shows one; nothing where none has members."""
    return next(iter(chosen(view)), "")


def first_ones(n: int, t: Translator) -> str:
    """Say that only the first of ``n`` bodies are shown; nothing where all of them are."""
    return t("The first {n} of those chosen are shown.", n=MOST) if n > MOST else ""


def named(body: str, t: Translator, names: tuple[tuple[str, tuple[str, ...]], ...] = LONG) -> str:
    """Return what a body or text is called; its key where there is none."""
    for relation, columns in names:
        for row in _own_row(relation, body).iter_rows(named=True):
            return next((str(found) for name in columns if (found := t.localized(row, name))), body)
    return body


def _own_row(relation: str, body: str) -> pl.DataFrame:
    """Return the row of a body or text, if the table has it; small tables are cached whole."""
    if row_pages.is_large():
        return queries.rows_by_key(relation, [body])
    return queries.table(relation).filter(pl.col("id") == body)


def step_marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return steps of several bodies with ``mark``, ``label``, ``short``, ``n`` and ``place``.

    The steps have at least ``body``, ``day`` (nothing for always) and ``possible``.
    """
    t = view.t
    short = {body: named(body, t, SHORT) for body in frame["body"].unique()}
    days = [t.date(day) if day else t("always") for day in frame["day"]]
    short_names = pl.col("body").replace_strict(short, default="", return_dtype=pl.String)
    places = {body: place for place, body in enumerate(chosen(view))}
    return frame.with_columns(
        mark=pl.concat_str("body", pl.col("day").cast(pl.String).fill_null(ALWAYS), separator="."),
        short=short_names,
        label=pl.concat_str(short_names, pl.Series(days, dtype=pl.String), separator=", "),
        n=pl.col("possible").cast(pl.Int64),
        place=pl.col("body").replace_strict(places, return_dtype=pl.Int64),
    )


def step_of(mark: str, view: View) -> tuple[str, date]:
    """Return the body and the day of a mark of ``step_marks``."""
    body, _, day = mark.rpartition(".")
    return body, view.day.min if day == ALWAYS else date.fromisoformat(day)


def roster(view: View, body: str, day: date) -> MarkRows:
    """Return the rows of who is in one body on a day."""
    query = query_for("members_on", day, {"body": body}, include_derived=is_derived(view))
    return MarkRows(query, "members_on", ROSTER)


def line_looks(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    """Return how the line of each body looks."""
    lines = marks.unique("body", keep="first", maintain_order=True)
    return {
        body: Look(short, "━", SERIES_COLOURS[place % len(SERIES_COLOURS)])
        for body, short, place in lines.select("body", "short", "place").iter_rows()
    }


def line_legend(behind: Callable[[View, str, date], MarkRows]) -> Legend:
    """Return a legend of lines: an entry stands for those who are in on the day."""
    return Legend.of(
        "body",
        line_looks,
        behind=lambda view, body: behind(view, body, view.day),
        n=pl.col("n").last(),
    )


def steps(view: View) -> Query:
    """Return the query for the steps of the bodies that the reader chose, up to the day."""
    sql = (
        "SELECT coalesce(organization_id, instrument_id) AS body, day, certain, possible"
        " FROM roster_steps(include_derived := $derived)"
        " WHERE body IN (SELECT unnest($bodies)) AND (day IS NULL OR day <= $day)"
        " ORDER BY list_position($bodies, body), day NULLS FIRST"
    )
    values = {"bodies": chosen(view), "derived": is_derived(view), "day": view.day}
    return Query(sql, values)
