"""What one country joined, signed and said, over time."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import beside, plain, short
from dashboard.theme import INK, LAYOUT, MILESTONE_COLOURS
from dashboard.words.ends import last_day
from dashboard.words.i18n import Translator, message

ROW = 26
AROUND = 104
"""Heights in pixels: of one line, and of legend and axis."""
YEARS = timedelta(days=366 * 11)
"""How far back the picture begins; a reader can zoom out to what lies before."""
MARGIN = timedelta(days=120)
LONGEST = 34
"""Of a label, in characters; the hover has all of it."""
KINDS = {"membership": "accession", "act": "signature", "position": "decision"}
"""Each kind has the colour of the milestone that it is."""
WORDS = {
    "membership": message("Membership"),
    "act": message("Act towards a text"),
    "position": message("Position"),
}
SYMBOLS = {"membership": "circle", "act": "diamond", "position": "square"}

Row = Mapping[str, Any]


def country_history(
    rows: pl.DataFrame, t: Translator, day: date, acronyms: Mapping[str, str]
) -> go.Figure:
    """Draw a line for each body or text: bars for memberships, marks for acts and positions.

    A day that the source leaves open is a thin line over all days that it can mean.

    Args:
        rows: ``kind``, ``body_id``, ``body``, ``detail`` with its vocabulary, and ``since`` and
            ``until`` with the days that they can mean.
        t: The reader's language.
        day: The as-of day, where memberships that hold end.
        acronyms: Short labels of bodies.
    """
    lines = {
        key: short(acronyms.get(key, name), LONGEST)
        for key, name in rows.select("body_id", "body").unique(maintain_order=True).iter_rows()
    }
    start = _start(rows, day)
    figure = go.Figure()
    for kind, words in WORDS.items():
        own = rows.filter(pl.col("kind") == kind)
        if own.height:
            figure.add_traces(_traces(own, kind, t(words), lines, t, day, start))
    figure.update_layout(LAYOUT, height=AROUND + ROW * len(lines), showlegend=True)
    figure.update_xaxes(range=[start, day + MARGIN], type="date")
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=list(lines)[::-1],
        tickvals=list(lines),
        ticktext=beside(lines.values()),
        range=[-0.7, len(lines) - 0.3],
        automargin=True,
        fixedrange=True,
    )
    figure.add_vline(x=day, line={"color": INK, "dash": "dot", "width": 1.5})
    return figure


def _traces(
    rows: pl.DataFrame, kind: str, label: str, lines: Row, t: Translator, day: date, start: date
) -> list[go.Scatter]:
    colour = MILESTONE_COLOURS[KINDS[kind]]
    shared = {"legendgroup": kind, "name": label, "hovertemplate": "%{hovertext}<extra></extra>"}
    traces = [_open(rows, colour, start) | shared]
    if kind == "membership":
        traces.append(_held(rows, colour, day) | shared)
    marks = {"symbol": SYMBOLS[kind], "size": 11, "color": colour}
    traces.append(
        shared
        | {
            "x": [_middle(row) for row in rows.iter_rows(named=True)],
            "y": rows["body_id"].to_list(),
            "mode": "markers",
            "marker": marks,
            "hovertext": [plain(_sentence(row, t)) for row in rows.iter_rows(named=True)],
            "customdata": rows["mark"].to_list(),
            "showlegend": True,
        }
    )
    return [go.Scatter(trace) for trace in traces]


def _open(rows: pl.DataFrame, colour: str, start: date) -> dict[str, Any]:
    """Draw thin lines over the days that a beginning can mean."""
    spans = [
        (row["since_earliest"] or start, row["since_latest"], row["body_id"])
        for row in rows.iter_rows(named=True)
        if row["since_earliest"] != row["since_latest"]
    ]
    return _segments(spans) | {"line": {"color": colour, "width": 2, "dash": "dot"}}


def _held(rows: pl.DataFrame, colour: str, day: date) -> dict[str, Any]:
    """Draw thick lines over the days on which a membership certainly held."""
    spans = [
        (row["since_latest"], min(row["until_earliest"] or day, day), row["body_id"])
        for row in rows.iter_rows(named=True)
        if row["since_latest"] <= day
    ]
    return _segments(spans) | {"line": {"color": colour, "width": 7}, "opacity": 0.55}


def _segments(spans: list[tuple[date, date, str]]) -> dict[str, Any]:
    return {
        "x": [x for first, last, _ in spans for x in (first, last, None)],
        "y": [y for *_, body in spans for y in (body, body, None)],
        "mode": "lines",
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _start(rows: pl.DataFrame, day: date) -> date:
    """Return where the picture begins: with what ended long ago, if there is nothing newer."""
    last = rows.select(
        pl.coalesce(
            "until_latest",
            pl.when(pl.col("kind") == "membership").then(pl.lit(day)).otherwise("since_latest"),
        )
    ).to_series()
    first: date = min(last.drop_nulls().to_list())
    return min(day, first) - YEARS


def _middle(row: Row) -> date:
    last: date = row["since_latest"]
    first: date = row["since_earliest"] or last
    return last - (last - first) / 2


def _sentence(row: Row, t: Translator) -> str:
    """Say what is drawn."""
    when = t.partial_date(row["since"])
    if row["until"]:
        when = t("{since} to {until}", since=when, until=t.partial_date(last_day(row["until"])))
    values = {
        "body": row["body"],
        "what": t.label(row["detail_vocabulary"], row["detail"]),
        "when": when,
    }
    return t("{body}: {what}, {when}.", **values)
