"""How far the commitments of each text are met."""

from collections.abc import Mapping

import plotly.graph_objects as go
import polars as pl

from dashboard.charts import named_rows
from dashboard.charts.text import plain, plain_all
from dashboard.theme import LAYOUT, STATUS_COLOURS, status_look
from dashboard.words.i18n import Translator

FEW = 6
"""Below so many, the axis would have fractions unless told."""
AROUND = 112
"""Height of legend and axis."""


def status_by_text(counts: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw one bar for each text, actor or topic, a part for each status, in the order of the rows.

    The counts have ``group_id``, ``group`` (what readers see; two may be called alike), ``status``,
    ``n`` (how many commitments) and ``mark``, what the part is called in addresses.
    """
    groups = counts.unique("group_id", keep="first", maintain_order=True)
    texts = groups["group"].to_list()
    places = dict(zip(groups["group_id"], named_rows.places(len(texts)), strict=True))
    figure = go.Figure(
        [
            _bar(rows, status, places, t.label("assessment_status", status), t)
            for status in STATUS_COLOURS
            if not (rows := counts.filter(pl.col("status") == status)).is_empty()
        ]
    )
    figure.add_trace(named_rows.names(plain_all(texts)))
    figure.update_layout(LAYOUT, barmode="stack", height=AROUND + named_rows.ROW * len(texts))
    figure.update_xaxes(title=t("Commitments"), rangemode="tozero", fixedrange=True)
    if all(n < FEW for n in counts.group_by("group_id").agg(pl.col("n").sum())["n"]):
        figure.update_xaxes(dtick=1)  # half a commitment is none
    figure.update_yaxes(named_rows.axis(len(texts)))
    return figure


def _bar(
    counts: pl.DataFrame, status: str, places: Mapping[str, float], label: str, t: Translator
) -> go.Bar:
    return go.Bar(
        x=counts["n"].to_list(),
        y=[places[key] for key in counts["group_id"]],
        width=named_rows.WIDTH,
        orientation="h",
        name=plain(label),
        marker=status_look(status),
        customdata=counts["mark"].to_list(),
        hovertext=[
            plain(
                t.plural(
                    "{text}: {n} commitment, {status}.",
                    "{text}: {n} commitments, {status}.",
                    n,
                    text=text,
                    status=label,
                )
            )
            for text, n in counts.select("group", "n").iter_rows()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
