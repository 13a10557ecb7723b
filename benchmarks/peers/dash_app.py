"""Overview and timeline as Plotly Dash has them, on the same database: ``python … PORT``.

What it shows is what the pages of the tracker begin with: numbers, the chart, and lists.
"""

import os
import sys
from datetime import date
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs

import duckdb
import plotly.graph_objects as go

dash: Any = import_module("dash")  # it is installed where it is measured, and has no types
html, dcc = dash.html, dash.dcc
connection = duckdb.connect(os.environ["TRACKER_DATABASE"], read_only=True)


def rows(sql: str, day: date) -> list[Any]:
    """Return the rows of a query for a day."""
    return connection.cursor().execute(sql, {"day": day}).fetchall()


def table(listed: list[Any]) -> Any:
    """Return a table of rows; as ``html.Table`` each cell would take Dash some milliseconds."""
    data = [{str(n): str(cell) for n, cell in enumerate(row)} for row in listed]
    return dash.dash_table.DataTable(data, page_size=50)


def overview(day: date) -> list[Any]:
    """Return the totals, the statuses, what is next and new, and the texts."""
    (totals,) = rows(
        "SELECT commitments, overdue_commitments, due_soon FROM commitment_totals_on($day)", day
    )
    statuses = rows("SELECT status, commitments FROM status_totals_on($day)", day)
    events = "SELECT happened_on, title_en FROM {}($day) LIMIT 6"
    texts = rows("SELECT COLUMNS(*) FROM instrument_totals_on($day)", day)
    bars = [go.Bar(x=[n], y=[""], name=status, orientation="h") for status, n in statuses]
    return [
        html.P(f"{totals[0]} commitments, {totals[1]} overdue, {totals[2]} due soon"),
        dcc.Graph(figure=go.Figure(bars, {"barmode": "stack"})),
        *(
            html.Ul([html.Li(f"{when}: {what}") for when, what in rows(events.format(name), day)])
            for name in ("next_events_on", "latest_events_on")
        ),
        table(texts),
    ]


def timeline(day: date) -> list[Any]:
    """Return every event on the lane of its body, and the list of them."""
    events = rows(
        "SELECT happened_on_latest, coalesce(lane_en, ''), title_en, kind FROM timeline_on($day)"
        " WHERE NOT known_later",
        day,
    )
    marks = go.Scatter(
        x=[each[0] for each in events],
        y=[each[1] for each in events],
        text=[each[2] for each in events],
        mode="markers",
    )
    return [dcc.Graph(figure=go.Figure(marks, {"height": 900})), table(events)]


PAGES = {"/overview": overview, "/timeline": timeline}


def shown(path: str, search: str) -> list[Any]:
    """Return the page of an address."""
    day = date.fromisoformat(parse_qs(search.lstrip("?")).get("as_of", ["2026-11-21"])[0])
    return [html.H1(day.isoformat()), *PAGES.get(path, overview)(day)]


if __name__ == "__main__":
    app = dash.Dash(serve_locally=True, eager_loading=True)
    app.layout = html.Div([dcc.Location(id="address"), html.Div(id="page")])
    app.callback(
        dash.Output("page", "children"),
        dash.Input("address", "pathname"),
        dash.Input("address", "search"),
    )(shown)
    app.run(host="localhost", port=sys.argv[1], debug=False)
