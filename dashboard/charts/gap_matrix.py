"""Which stated needs of which group of countries have an answer: focus area by group."""

from collections.abc import Mapping

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain, plain_all, wrapped
from dashboard.theme import GAP_COLOURS, GAP_SYMBOLS, INK, LAYOUT, STATUS_COLOURS
from dashboard.words.i18n import Translator

ROW = 42
"""Height of a row in pixels: the name of the area, and under it its marks."""
HEAD = 190
"""Height of the names of the groups, which stand upright."""
FOOT = 8
PALE = 5
"""Size of the dots where no need is stated."""
WRAP = 32
"""Characters of a group's name on one line."""
MARK, BAR, NAME = 0.08, 0.36, -0.3
"""Where in its row a mark, the bar under it and the name above it stand; down is more."""
HALF = 0.32
"""Half the length of a bar, as a part of a column."""
INDENT = "\u2003"
HOLLOW = "-open"


def gap_matrix(cells: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw one mark for each of ``shaping.capacity.cells``, and how far what meets needs is met."""
    figure = go.Figure([*_marks(cells, t), *_bars(cells, t), _names(cells, t)])
    columns = cells.unique("column").sort("column")
    rows = cells["row"].n_unique()
    figure.update_layout(LAYOUT, height=HEAD + ROW * rows + FOOT, showlegend=False, dragmode=False)
    figure.update_layout(hovermode="closest", margin={"t": HEAD, "b": FOOT, "l": 0, "r": 0})
    figure.update_xaxes(
        side="top",
        tickvals=columns["column"].to_list(),
        ticktext=[wrapped(name, WRAP) for name in columns[f"group_{t.language}"]],
        tickangle=-90,
        tickfont={"size": 10},
        ticklabeloverflow="allow",
        range=[-0.6, columns.height - 0.4],
        showgrid=False,
        zeroline=False,
        fixedrange=True,
        automargin=False,
    )
    figure.update_yaxes(
        range=[rows - 0.5, -0.5],
        tickvals=[row - 0.5 for row in range(rows + 1)],
        showticklabels=False,
        zeroline=False,
        fixedrange=True,
    )
    return figure


def look(state: str, answer: str | None) -> str:
    """Return the symbol of a cell: a need that only a commitment answers is hollow.

    >>> look("need_and_offer", "commitment_only"), look("need_without_offer", None)
    ('circle-open', 'x')
    """
    hollow = state == "need_and_offer" and answer == "commitment_only"
    return GAP_SYMBOLS[state] + (HOLLOW if hollow else "")


def cell_sentence(cell: Mapping[str, object], t: Translator) -> str:
    """Return a cell in words."""
    lines = [
        t(
            "{name}: {what}",
            name=t.localized(cell, "group"),
            what=t.label("gap_state", str(cell["state"])),
        ),
        t.plural("{n} need stated", "{n} needs stated", _int(cell, "needs")),
    ]
    if cell["commitments"]:
        lines.append(
            t.plural(
                "{n} commitment reaches it: {assessed} assessed, {met} met for the most part",
                "{n} commitments reach it: {assessed} assessed, {met} met for the most part",
                _int(cell, "commitments"),
                assessed=_int(cell, "commitments_assessed"),
                met=_int(cell, "commitments_met"),
            )
        )
    if cell["state"] != "not_looked_at":
        lines.append(
            t.plural(
                "{n} programme reaches it, {aimed} aimed at it",
                "{n} programmes reach it, {aimed} aimed at it",
                _int(cell, "initiatives"),
                aimed=_int(cell, "initiatives_aimed"),
            )
        )
    area = plain(t.localized(cell, "focus_area"))
    return "<br>".join([f"<b>{area}</b>", *plain_all(lines)])


def _marks(cells: pl.DataFrame, t: Translator) -> list[go.Scatter]:
    return [
        _mark(chosen, state, answer, t)
        for state in GAP_COLOURS
        for answer in ("initiative", "commitment_only", None)
        if not (chosen := _having(cells, state, answer)).is_empty()
    ]


def _having(cells: pl.DataFrame, state: str, answer: str | None) -> pl.DataFrame:
    return cells.filter(pl.col("state") == state, pl.col("answer").eq_missing(pl.lit(answer)))


def _mark(cells: pl.DataFrame, state: str, answer: str | None, t: Translator) -> go.Scatter:
    needs = [t.number(n) if n > 1 else "" for n in cells["needs"]]
    return go.Scatter(
        x=cells["column"].to_list(),
        y=[row + MARK for row in cells["row"]],
        mode="markers+text",
        name=plain(f"{t.label('gap_state', state)} {t.label('gap_answer', answer)}".strip()),
        text=needs,
        textposition="middle right",
        textfont={"size": 11},
        cliponaxis=False,
        marker={
            "symbol": look(state, answer),
            "color": GAP_COLOURS[state],
            "size": 13 if state.startswith("need") else PALE,
            "opacity": 1 if state.startswith("need") else 0.45,
            "line": {"width": 2 if state.startswith("need") else 0, "color": GAP_COLOURS[state]},
        },
        customdata=cells["mark"].to_list(),
        hovertext=[cell_sentence(cell, t) for cell in cells.iter_rows(named=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _bars(cells: pl.DataFrame, t: Translator) -> list[go.Scatter]:
    """All commitments of a cell as a thin line, the assessed part thicker, the met part in blue."""
    shown = cells.filter(pl.col("state") == "need_and_offer", pl.col("commitments") > 0)
    assessed = pl.col("commitments_assessed") / pl.col("commitments")
    met = pl.col("commitments_met") / pl.col("commitments")
    return [
        _bar(shown, pl.lit(1.0), INK, 1.5, t("Matching commitments")),
        _bar(shown, assessed, INK, 4, t("assessed")),
        _bar(shown, met, STATUS_COLOURS["complete"], 7, t("met for the most part")),
    ]


def _bar(cells: pl.DataFrame, share: pl.Expr, colour: str, width: float, name: str) -> go.Scatter:
    parts = cells.select("column", "row", share=share).filter(pl.col("share") > 0)
    x: list[float | None] = []
    y: list[float | None] = []
    for column, row, part in parts.iter_rows():
        x += [column - HALF, column - HALF + 2 * HALF * part, None]
        y += [row + BAR, row + BAR, None]
    return go.Scatter(
        x=x, y=y, mode="lines", name=name, hoverinfo="skip", line={"color": colour, "width": width}
    )


def _names(cells: pl.DataFrame, t: Translator) -> go.Scatter:
    """The names of the areas, above their marks, so that they fit on a phone."""
    areas = cells.unique("row").sort("row")
    return go.Scatter(
        x=[-0.6] * areas.height,
        y=[row + NAME for row in areas["row"]],
        mode="text",
        name="",
        text=[
            INDENT * depth + plain(name)
            for depth, name in areas.select("depth", f"focus_area_{t.language}").iter_rows()
        ],
        textposition="middle right",
        textfont={"size": 12},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _int(cell: Mapping[str, object], name: str) -> int:
    return int(str(cell[name]))
