"""The number of members of several bodies or texts over time, as lines in one chart."""

from datetime import date

import plotly.graph_objects as go
import polars as pl

from dashboard import charts
from dashboard.figures import bodies
from dashboard.figures.declared import Chart, View

SCALES = ("counts", "indexed")
"""How lines are drawn: how many there are, or with the number on the day as 100."""


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return the steps with ``at`` and ``up_to``: where certain and possible stand."""
    last = pl.col("possible").last().over("body")
    scale = 100 / pl.when(last > 0).then(last) if _is_indexed(view) else pl.lit(1.0)
    return bodies.step_marks(frame, view).with_columns(
        at=pl.col("certain") * scale.fill_null(0), up_to=pl.col("possible") * scale.fill_null(0)
    )


def _is_indexed(view: View) -> bool:
    return view.value("scale") == "indexed"


def _draw(marks: pl.DataFrame, view: View) -> go.Figure:
    return charts.lines(marks, view.t, view.day, indexed=_is_indexed(view))


def _finding(marks: pl.DataFrame, view: View) -> str:
    """Name who grew most in the last twelve months, else who has most."""
    t, day = view.t, view.day
    before = _year_before(day)
    last = marks.group_by("body", maintain_order=True).agg(
        pl.col("short").last(),
        pl.col("certain").last().alias("now"),
        pl.col("certain").filter(pl.col("day").is_null() | pl.col("day").le(before)).last()
        .fill_null(0).alias("then"),
    )  # fmt: skip
    grew = last.with_columns(more=pl.col("now") - pl.col("then")).sort("more", descending=True)
    if grew.is_empty():
        return t("Nobody is in any of them")
    first = grew.row(0, named=True)
    even = grew.filter(pl.col("more") == first["more"])["short"].to_list()
    if first["more"] > 0 and len(even) > 1:
        return t(
            "{bodies} grew most in the twelve months to {day}: by {n} each",
            bodies=t.join(even),
            day=day,
            n=first["more"],
        )
    if first["more"] > 0:
        return t(
            "{body} grew most in the twelve months to {day}: by {n}, to {now}",
            body=first["short"],
            day=day,
            n=first["more"],
            now=first["now"],
        )
    most = grew.sort("now", descending=True).row(0, named=True)
    return t(
        "None of them grew in the twelve months to {day}; most are in {body}: {n}",
        day=day,
        body=most["short"],
        n=most["now"],
    )


def _year_before(day: date) -> date:
    """Return the same day a year before; of 29 February the one before it.

    >>> _year_before(date(2026, 11, 30)), _year_before(date(2024, 2, 29))
    (datetime.date(2025, 11, 30), datetime.date(2023, 2, 28))
    """
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _subtitle(view: View) -> str:
    rest = bodies.first_ones(len(set(view.values.get("body", ()))), view.t)
    return " ".join(filter(None, (_counted(view), rest)))


def _counted(view: View) -> str:
    t = view.t
    if _is_indexed(view):
        return t(
            "Number of members or signatories, with that on {day} as 100; a pale band is what is"
            " only possible.",
            day=view.day,
        )
    return t("Members or signatories in the rosters; a pale band is what is only possible.")


LINES = Chart(
    name="member-lines",
    page="members",
    query=bodies.steps,
    marks=_marks,
    draw=_draw,
    title=_finding,
    subtitle=_subtitle,
    behind=lambda view, mark: bodies.roster(view, *bodies.step_of(mark, view)),
    legend=bodies.line_legend(bodies.roster),
    parameters=("body", "derived", "scale"),
    example={"body": ("dco", "oecd-ai-principles", "coe-ai-convention", "un")},
)
