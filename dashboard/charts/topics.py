"""Topics by how well the needs stated in them are answered, the worst off first."""

from collections.abc import Mapping

import plotly.graph_objects as go
import polars as pl

from dashboard.charts import named_rows
from dashboard.charts.text import plain, plain_all
from dashboard.theme import GAP_COLOURS, LAYOUT
from dashboard.words.i18n import Translator, message

AROUND = 84
"""Height of legend and axis, in pixels."""
ANSWERS = {
    "nothing": message("nothing on record"),
    "commitment_only": message("commitments only"),
    "initiative": message("a programme"),
}
"""What answers a need, from nothing to most."""
LOOKS = {
    "nothing": {"color": GAP_COLOURS["need_without_offer"]},
    "commitment_only": {
        "color": "#ffffff",
        "line": {"width": 1, "color": GAP_COLOURS["need_and_offer"]},
        "pattern": {
            "shape": "/", "size": 6, "solidity": 0.2, "fillmode": "replace",
            "bgcolor": "#ffffff", "fgcolor": GAP_COLOURS["need_and_offer"],
        },
    },
    "initiative": {"color": GAP_COLOURS["need_and_offer"]},
}  # fmt: skip


def topics(marks: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw one bar for each topic, a part for each kind of answer, in the order of the rows.

    The marks have ``focus_area_id``, ``topic`` (what readers see), ``answer``, ``n`` (how many
    needs) and ``mark``.
    """
    shown = marks.unique("focus_area_id", keep="first", maintain_order=True)
    names = shown["topic"].to_list()
    places = dict(zip(shown["focus_area_id"], named_rows.places(len(names)), strict=True))
    figure = go.Figure(
        [
            _bar(rows, answer, places, t)
            for answer in ANSWERS
            if not (rows := marks.filter(pl.col("answer") == answer)).is_empty()
        ]
    )
    figure.add_trace(named_rows.names(plain_all(names)))
    figure.update_layout(LAYOUT, barmode="stack", height=AROUND + named_rows.ROW * len(names))
    figure.update_layout(dragmode=False)
    figure.update_xaxes(rangemode="tozero", fixedrange=True, dtick=1, title=t("Needs stated"))
    figure.update_yaxes(named_rows.axis(len(names)))
    return figure


def _bar(rows: pl.DataFrame, answer: str, places: Mapping[str, float], t: Translator) -> go.Bar:
    words = t(ANSWERS[answer])
    return go.Bar(
        x=rows["n"].to_list(),
        y=[places[topic] for topic in rows["focus_area_id"]],
        width=named_rows.WIDTH,
        orientation="h",
        name=plain(words),
        marker=LOOKS[answer],
        customdata=rows["mark"].to_list(),
        hovertext=[
            plain(t("{name}: {what}", name=name, what=f"{words} {t.number(n)}"))
            for name, n in rows.select("topic", "n").iter_rows()
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
