"""How far the commitments are met: how many were judged, and how those that were stand."""

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain
from dashboard.theme import INK, LAYOUT, STATUS_COLOURS, UNKNOWN, WHITE, status_ink, status_look
from dashboard.words.i18n import Translator

HEIGHT = 196
"""Of legend and both bars, in pixels."""
JUDGED = "judged"
"""The mark of all commitments whose status says something about delivery."""
ALL, DISTRIBUTION = 1, 0
"""Where the bars stand: all commitments above, and below them those that were judged."""
WIDE = 0.045
"""Part of a bar that is wide enough for a number."""


def status_bar(marks: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw all commitments as a bar, and those that were judged as another, on its own scale.

    The marks have ``mark`` (a status, or ``JUDGED``), ``label`` and ``n``, in the order to draw.
    """
    counts = dict(marks.select("mark", "n").iter_rows())
    labels = dict(marks.select("mark", "label").iter_rows())
    judged = counts.get(JUDGED, 0)
    unknown = [status for status in UNKNOWN if status in counts]
    known = [status for status in STATUS_COLOURS if status in counts and status not in UNKNOWN]
    every = judged + sum(counts[status] for status in unknown)
    bars = [
        *(_piece(s, labels[s], counts[s], judged, DISTRIBUTION, t) for s in known),
        *([_piece(JUDGED, labels[JUDGED], judged, every, ALL, t)] if judged else []),
        *(_piece(s, labels[s], counts[s], every, ALL, t) for s in unknown),
    ]
    axis = {"visible": False, "fixedrange": True}
    layout = LAYOUT | {
        "barmode": "stack",
        "bargap": 0.5,
        "height": HEIGHT,
        "dragmode": False,
        "xaxis": axis | {"range": [0, 1]},
        "yaxis": axis | {"range": [-0.45, 1.75]},
        "margin": {"b": 0, "l": 0, "r": 0, "t": 64},
        "annotations": [
            _caption(t.plural("The only commitment", "All {n} commitments", every), ALL),
            *(
                [_caption(t.plural("The one judged", "The {n} judged", judged), DISTRIBUTION)]
                if judged
                else []
            ),
        ],
    }
    return go.Figure(bars, layout)


def _piece(mark: str, label: str, n: int, of: int, y: int, t: Translator) -> go.Bar:
    share = n / of
    look = (
        {"color": INK, "line": {"width": 1, "color": INK}} if mark == JUDGED else status_look(mark)
    )
    return go.Bar(
        x=[share],
        y=[y],
        orientation="h",
        name=plain(t("{name}: {what}", name=label, what=t.number(n))),
        marker=look,
        text=[t.number(n) if share >= WIDE else ""],
        textposition="inside",
        insidetextanchor="end",
        textangle=0,
        textfont={"size": 13, "color": WHITE if mark == JUDGED else status_ink(mark)},
        customdata=[mark],
        hovertext=[
            plain(t("{name}: {what}", name=label, what=f"{t.number(n)} ({t.percent(share)})"))
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _caption(text: str, y: int) -> dict[str, object]:
    """Return the name of a bar, above its left end and above the ring around a chosen piece."""
    return {
        "text": plain(text), "x": 0, "xref": "paper", "xanchor": "left",
        "y": y + 0.37, "yanchor": "bottom", "showarrow": False, "font": {"size": 12},
    }  # fmt: skip
