"""The answer to anybody's question, drawn as its reader chose."""

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain, short
from dashboard.shaping.answer import COUNT, NONE, behind, measured, single
from dashboard.theme import CATEGORICAL_COLOURS, LAYOUT
from dashboard.words.i18n import Translator

MARKS = {"bars": 100, "lines": 2_000, "points": 2_000, "scatter": 2_000}
"""How many a reader can tell apart, and a browser draws without delay."""
ROW, AROUND, HEIGHT = 24, 100, 440
"""Height of one bar with its gap, of what is around the bars, and of other charts, in pixels."""
LETTERS = 48
"""Of a name beside an axis."""
NO_VALUE = "\u2400"
"""The code of a group without a name, in the legend: the sign for "nothing"."""
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "star")
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
"""Beside its color, what tells one group from another."""


@dataclass(frozen=True)
class Drawing:
    """What a reader chose: a kind of chart, and the columns for its places."""

    kind: str
    x: str
    y: str
    colour: str

    def marks(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Return ``x``, ``y`` and ``colour`` of each mark, and how many rows it stands for.

        ``mark`` is its number, ``code`` its group and ``turn`` the number of that.
        """
        draw = measured if self.adds_up else single
        marks = draw(rows, self.x, self.y, self.colour)
        unnamed = "" if self.colour == NONE else NO_VALUE
        codes = [code or unnamed for code in marks["colour"]]
        turns = {code: turn for turn, code in enumerate(dict.fromkeys(codes))}
        return marks.with_columns(
            pl.Series("code", codes, pl.String),
            pl.Series("turn", [turns[code] for code in codes], pl.Int64),
        ).with_row_index("mark")

    def behind(self, rows: pl.DataFrame, mark: dict[str, Any]) -> pl.DataFrame:
        """Return the rows that one of the marks stands for."""
        return behind(rows, (self.x, self.y, self.colour), mark, alone=not self.adds_up)

    def rows_of(self, rows: pl.DataFrame, code: str) -> pl.DataFrame:
        """Return the rows that all marks of one group stand for."""
        value = (pl.lit(1) if self.y == COUNT else pl.col(self.y)).cast(pl.Float64)
        group = pl.col(self.colour).cast(pl.String).fill_null(NO_VALUE).replace("", NO_VALUE)
        return rows.filter(value.is_finite(), group == code)

    @property
    def adds_up(self) -> bool:
        """Whether values at the same place are added up."""
        return self.kind in ("bars", "lines")


def answer(marks: pl.DataFrame, drawing: Drawing, t: Translator) -> go.Figure:
    """Draw what `Drawing.marks` returned; names from the data are text and never markup."""
    places, amount_label = _places(marks["x"]), amount(marks, drawing, t)
    lying = drawing.kind == "bars" and bool(places)
    hover = [_sentence(row, drawing, amount_label, t) for row in marks.iter_rows(named=True)]
    marks = marks.with_columns(pl.Series("hover", hover))
    figure = go.Figure(
        [
            _trace(rows, drawing.kind, places, t)
            for _, rows in marks.group_by("colour", maintain_order=True)
        ]
    )
    across, up = ("yaxis", "xaxis") if lying else ("xaxis", "yaxis")
    figure.update_layout(
        LAYOUT
        | {
            across: {"title": plain(drawing.x), "automargin": True} | _named(places, lying, t),
            up: {"title": plain(amount_label), "automargin": True, "rangemode": _range(drawing)},
        },
        height=AROUND + ROW * max(len(places), 3) if lying else HEIGHT,
        barmode="relative",
        showlegend=drawing.colour != NONE,
    )
    return figure


def answer_sentence(marks: pl.DataFrame, drawing: Drawing, t: Translator) -> str:
    """Say in words what is drawn, and between which numbers."""
    numbers = marks["y"].to_list()
    return t.plural(
        "{y} by {x}: {n} mark, from {low} to {high}.",
        "{y} by {x}: {n} marks, from {low} to {high}.",
        marks.height,
        x=drawing.x,
        y=amount(marks, drawing, t),
        low=t.number(min(numbers), 2),
        high=t.number(max(numbers), 2),
    )


def amount(marks: pl.DataFrame, drawing: Drawing, t: Translator) -> str:
    """Return what the numbers of a drawing are."""
    if drawing.y == COUNT:
        return t("Number of rows")
    added_up = marks["of"].max() != 1
    return t("{name}, added up", name=drawing.y) if added_up else drawing.y


def _places(x: pl.Series) -> dict[Any, int]:
    """Return where each name stands; nothing for days and numbers, which have their own place.

    Plotly would take the name ``2025`` for a number.
    """
    if not isinstance(x.dtype, pl.String | pl.Boolean):
        return {}
    return {name: place for place, name in enumerate(x.unique(maintain_order=True))}


def _trace(
    rows: pl.DataFrame, kind: str, places: dict[Any, int], t: Translator
) -> go.Bar | go.Scatter:
    rows = rows.sort("x") if kind == "lines" else rows
    x = [places[name] for name in rows["x"]] if places else rows["x"].to_list()
    y = rows["y"].to_list()
    turn = rows["turn"][0] % len(CATEGORICAL_COLOURS)
    shared: dict[str, Any] = {
        "name": plain(value_text(rows["colour"][0], t)),
        "customdata": rows["mark"].to_list(),
        "hovertext": rows["hover"].to_list(),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    if kind == "bars":
        shared["marker"] = {"color": CATEGORICAL_COLOURS[turn]}
        return go.Bar(x=y, y=x, orientation="h", **shared) if places else go.Bar(x=x, y=y, **shared)
    shared["marker"] = {"color": CATEGORICAL_COLOURS[turn], "symbol": SYMBOLS[turn], "size": 8}
    if kind == "lines":
        line = {"color": CATEGORICAL_COLOURS[turn], "dash": DASHES[turn]}
        return go.Scatter(x=x, y=y, mode="lines+markers", line=line, **shared)
    return go.Scatter(x=x, y=y, mode="markers", **shared)


def _named(places: dict[Any, int], lying: bool, t: Translator) -> dict[str, Any]:
    """Put names beside the axis, the first at the top."""
    if not places:
        return {}
    names = [short(value_text(name, t), LETTERS) for name in places]
    axis = {"tickvals": list(places.values()), "ticktext": names, "fixedrange": True}
    return axis | ({"autorange": "reversed"} if lying else {})


def _range(drawing: Drawing) -> str:
    return "tozero" if drawing.kind == "bars" else "normal"


def _sentence(row: dict[str, Any], drawing: Drawing, amount: str, t: Translator) -> str:
    values = [(drawing.x, row["x"]), (amount, row["y"])]
    if drawing.colour not in (NONE, drawing.x):
        values.append((drawing.colour, row["colour"]))
    return "<br>".join(
        t("{label}: {text}", label=plain(name), text=plain(value_text(value, t)))
        for name, value in values
    )


def value_text(value: object, t: Translator) -> str:
    """Return what readers see of a value."""
    if value is None:
        return t("no value")
    if isinstance(value, bool):
        return str(value).lower()
    return t.number(value, 2) if isinstance(value, float) else str(value)
