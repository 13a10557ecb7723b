"""The chart of one commitment: how it was judged, in time."""

import polars as pl

from dashboard import charts
from dashboard.charts.status_history import SYMBOLS
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.theme import INK

ASSESSMENT = ("rationale", "status", "polarity", "as_of", "source_id", "locator")
ASSESSMENTS = """
SELECT assessment_history.*, commitments.due_on_latest
FROM assessment_history JOIN commitments ON commitments.id = assessment_history.commitment_id
WHERE commitment_id = $commitment AND as_of_latest <= $day
ORDER BY as_of_latest DESC, assessment_id
"""


def _assessments(view: View) -> Query:
    return Query(" ".join(ASSESSMENTS.split()), {"commitment": view.value("id"), "day": view.day})


def _assessment_marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    t = view.t
    texts = [
        f"{t.partial_date(row['as_of'])} · {t.label('assessment_status', row['status'])}"
        f" ({t.label('polarity', row['polarity'])})"
        for row in frame.iter_rows(named=True)
    ]
    return frame.with_columns(
        mark=pl.col("assessment_id"),
        label=pl.Series(texts, dtype=pl.String),
        n=pl.lit(1, pl.Int64),
    )


def _assessment_finding(marks: pl.DataFrame, view: View) -> str:
    t = view.t
    setting = marks.filter(pl.col("polarity").is_in(["supports", "contradicts"]))
    if setting.is_empty():
        return t("No assessment says how far it is met")
    row = setting.row(0, named=True)
    return t(
        "{status}, by the newest evidence ({when})",
        status=t.label("assessment_status", row["status"]).capitalize(),
        when=t.partial_date(row["as_of"]),
    )


def _polarities(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    signs = {"supports": "▲", "contradicts": "▼", "neither": "◆", "context": "○"}
    return {code: Look(view.t.label("polarity", code), signs[code], INK) for code in SYMBOLS}


def _of_polarity(view: View, polarity: str) -> MarkRows:
    of = _assessments(view)
    where = "assessment_id IN (SELECT assessment_id FROM"
    sql = f"FROM assessment_history WHERE {where} ({of.sql}) WHERE polarity = $polarity)"
    query = Query(sql, {**of.values, "polarity": polarity})
    return MarkRows(query, "assessment_history", ASSESSMENT)


ASSESSED = Chart(
    name="status-history",
    page="commitments",
    query=_assessments,
    marks=_assessment_marks,
    draw=lambda marks, view: charts.status_history(
        marks, view.t, view.day, marks["due_on_latest"][0]
    ),
    title=_assessment_finding,
    subtitle=lambda view: view.t(
        "Assessments at the day of their evidence; the shape says whether it supports or"
        " contradicts delivery."
    ),
    behind=lambda view, mark: MarkRows(
        Query("FROM assessment_history WHERE assessment_id = $key", {"key": mark}),
        "assessment_history",
        ASSESSMENT,
    ),
    legend=Legend.of("polarity", _polarities, _of_polarity),
    parameters=("id",),
    example={"id": ("gdc-para-56-a",)},
)
