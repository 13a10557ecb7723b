"""How much of each table rests on sources that were read in full."""

from collections.abc import Collection

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import beside, plain, plain_all, short
from dashboard.theme import INK, LAYOUT, VERIFICATION_COLOURS
from dashboard.words.i18n import Translator

ROW = 24
"""Height of one bar with its gap, in pixels."""
AROUND = 56
"""Height of legend and axis."""

LONGEST = 30
"""Letters of a table's name, so that bars have room on a phone; the hover has all of it."""


def read_share(
    coverage: pl.DataFrame, t: Translator, parts: Collection[str] = ("read", "rest")
) -> go.Figure:
    """Draw one bar per table: the share read in full, and the rest; ``parts`` says which of both.

    The rows have ``relation``, ``table`` (what readers see of it), ``rows`` and ``read_share`` (0
    to 1), in the order to show.
    """
    known = coverage.drop_nulls("read_share")
    read = known["read_share"].to_list()
    rest = [1 - share for share in read]
    bars = {
        "read": _bar(known, "read", read, t("read in full"), VERIFICATION_COLOURS["read"], t),
        "rest": _bar(known, "rest", rest, t("read in part, or known from others"), INK, t),
    }
    figure = go.Figure([bar for part, bar in bars.items() if part in parts])
    figure.update_layout(LAYOUT, barmode="stack", bargap=0.3, height=AROUND + ROW * known.height)
    # Room for the last label of the axis, half of which stands beyond it.
    figure.update_layout(margin={"r": 24})
    figure.update_xaxes(tickformat=".0%", range=[0, 1], fixedrange=True)
    figure.update_yaxes(
        categoryorder="array",
        categoryarray=plain_all(known["relation"])[::-1],
        tickvals=plain_all(known["relation"]),
        ticktext=beside(short(table, LONGEST) for table in known["table"]),
        automargin=True,
        fixedrange=True,
    )
    return figure


def _bar(
    coverage: pl.DataFrame, part: str, shares: list[float], name: str, colour: str, t: Translator
) -> go.Bar:
    return go.Bar(
        x=shares,
        y=plain_all(coverage["relation"]),
        orientation="h",
        name=name,
        marker={"color": colour},
        customdata=[
            f"{table}/{part}" if share else None
            for table, share in zip(coverage["relation"], shares, strict=True)
        ],
        hovertext=[
            plain(
                t(
                    "{table}: {share} of {rows} rows, {name}.",
                    table=table,
                    share=t.percent(share),
                    rows=rows,
                    name=name,
                )
            )
            for table, rows, share in zip(coverage["table"], coverage["rows"], shares, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )
