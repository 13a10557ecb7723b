"""How many are in one body, step by step, and how many its sources say there are."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain, plain_all
from dashboard.theme import CERTAINTY_COLOURS, INK, LAYOUT, REPORTED
from dashboard.words.i18n import Translator
from dashboard.words.references import titled

HEIGHT = 260
BAND = "rgba(201, 138, 18, 0.28)"
"""The colour of what is possible, as a ground."""
NAMED = 8
"""How many names a step spells out."""


def member_counts(
    steps: pl.DataFrame, reports: pl.DataFrame, t: Translator, day: date
) -> go.Figure:
    """Draw the roster as a step line, and each reported number as a mark.

    Between what is certain and what is possible lies a band: a join known to the month or the
    year is a span, not a day.

    Args:
        steps: ``day``, ``certain``, ``possible`` and ``names`` (who came in for certain on the
            day, a list) of one body up to ``day``, in order; no day stands for always. Both have
            ``mark``.
        reports: ``as_of``, ``as_of_earliest``, ``as_of_latest``, ``reported``,
            ``reported_qualifier``, ``agrees``, ``source_title`` of the same body up to ``day``.
        t: The reader's language.
        day: The as-of day, at which the line ends.
    """
    known = [*steps["day"].drop_nulls(), *reports["as_of_latest"]]
    first = min(known, default=day)
    margin = max((day - first) / 30, timedelta(days=20))
    figure = go.Figure([*_roster(steps, t, first - margin, day), *_reports(reports, t)])
    if steps.height:
        _end(figure, steps.row(-1, named=True), day)
    figure.update_layout(LAYOUT, height=HEIGHT, margin={"b": 24, "l": 0, "r": 48, "t": 44})
    figure.update_layout(
        dragmode=False,
        showlegend=True,
        xaxis={"type": "date", "range": [first - margin, day + margin / 2], "fixedrange": True},
        yaxis={"rangemode": "tozero", "tickformat": ",d", "nticks": 6, "fixedrange": True},
    )
    top = max([*steps["possible"], *reports["reported"], 1])
    figure.update_yaxes(range=[0, top * 1.12], dtick=1 if top < 6 else None)
    return figure


def _roster(steps: pl.DataFrame, t: Translator, start: date, day: date) -> list[go.Scatter]:
    """The line of those certain to be in, and the band up to those who may be."""
    if steps.is_empty():
        return []
    days = [*steps["day"].fill_null(start), day]
    certain, possible = ([*steps[name], steps[name][-1]] for name in ("certain", "possible"))
    steps_in_words = [*(_step(row, t) for row in steps.iter_rows(named=True)), _last(steps, t, day)]
    line = _line(days, certain, "certain", t("certain"), width=2.5)
    # A line cannot be clicked: marks that nobody sees lie on it.
    points = go.Scatter(
        x=days,
        y=certain,
        mode="markers",
        name="",
        showlegend=False,
        marker={"size": 14, "opacity": 0},
        customdata=[*steps["mark"], None],
        hovertext=steps_in_words,
        hovertemplate="%{hovertext}<extra></extra>",
    )
    line.update(hoverinfo="skip")
    band = _line(days, possible, "possible", t("possible"), width=1, dash="dot")
    band.update(fill="tonexty", fillcolor=BAND, hoverinfo="skip")
    return [line, band, points] if certain != possible else [line, points]


def _line(days: list[date], counts: list[int], what: str, name: str, **look: object) -> go.Scatter:
    line = {"shape": "hv", "color": CERTAINTY_COLOURS[what], **look}
    return go.Scatter(x=days, y=counts, name=name, mode="lines", line=line)


def _reports(reports: pl.DataFrame, t: Translator) -> list[go.Scatter]:
    """A ring where the roster agrees or there is none; another mark and colour where not."""
    agrees = pl.col("agrees").fill_null(True)
    same, other = reports.filter(agrees), reports.filter(~agrees)
    marks = [
        _stated(same, t, t("stated"), "circle-open", INK),
        _stated(other, t, t("stated, differs"), "diamond-open", REPORTED),
    ]
    return [mark for mark, rows in zip(marks, (same, other), strict=True) if rows.height]


def _stated(rows: pl.DataFrame, t: Translator, name: str, symbol: str, colour: str) -> go.Scatter:
    """Marks on the last day that a report can mean, with a bar back to the first."""
    since = pl.coalesce("as_of_earliest", "as_of_latest")
    spans = rows.select((pl.col("as_of_latest") - since).dt.total_milliseconds()).to_series()
    back = {"symmetric": False, "array": [0] * rows.height, "arrayminus": spans.to_list()}
    return go.Scatter(
        x=rows["as_of_latest"].to_list(),
        y=rows["reported"].to_list(),
        name=name,
        mode="markers",
        marker={"symbol": symbol, "size": 10, "color": colour, "line": {"width": 2}},
        error_x={"type": "data", "color": colour, "thickness": 2, "width": 0, **back},
        customdata=rows["mark"].to_list(),
        hovertext=[_report(row, t) for row in rows.iter_rows(named=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _end(figure: go.Figure, last: Mapping[str, Any], day: date) -> None:
    """Write how many are in at the end of the line."""
    certain, possible = last["certain"], last["possible"]
    text = f"{certain}" if certain == possible else f"{certain}\u2013{possible}"
    figure.add_annotation(
        text=f"<b>{text}</b>", x=day, y=possible, xanchor="left", xshift=8, showarrow=False
    )


def _step(row: Mapping[str, Any], t: Translator) -> str:
    if row["day"] is None:
        since = t("Before the first day that a source names")
    else:
        since = t("From {day}", day=row["day"])
    return "<br>".join(plain_all([_count(since, row, t), *_names(row["names"] or [], t)]))


def _last(steps: pl.DataFrame, t: Translator, day: date) -> str:
    return plain(_count(t("On {day}", day=day), steps.row(-1, named=True), t))


def _count(when: str, row: Mapping[str, Any], t: Translator) -> str:
    certain, possible = row["certain"], row["possible"]
    if certain == possible:
        return t("{when}: {n} in, all certain.", when=when, n=certain)
    return t("{when}: {n} certain, {m} possible.", when=when, n=certain, m=possible)


def _names(names: list[str], t: Translator) -> list[str]:
    if not names:
        return []
    if len(names) > NAMED:
        more = t("{n} more", n=len(names) - NAMED)
        names = [*names[:NAMED], more]
    return [t("Now certain: {names}.", names=t.join(names))]


def _report(row: Mapping[str, Any], t: Translator) -> str:
    when = t.partial_date(row["as_of"])
    stated = f"{t.label('qualifier', row['reported_qualifier'])} {t.number(row['reported'])}"
    count = t("{when}: a source states {stated}.", when=when[:1].upper() + when[1:], stated=stated)
    scope = t.localized(row, "reported_scope") or ""
    source = (
        t("Source: {source}", source=titled(row["source_title"], row["source_language"], t)) + "."
    )
    return "<br>".join(plain_all(filter(None, [count, scope, source])))
