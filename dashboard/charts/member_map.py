"""Where the members of one body are, small states too."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.text import plain
from dashboard.theme import CERTAINTY_COLOURS, LAYOUT
from dashboard.words.i18n import Translator

HEIGHT = 290
LAND = "rgba(124, 136, 148, 0.25)"
"""Land of those who are not in: thin enough for a light and for a dark ground."""
BORDER = "rgba(124, 136, 148, 0.55)"
WORLD = {
    "resolution": 50,
    "scope": "world",
    "projection": {"type": "natural earth"},
    "lonaxis": {"range": [-180, 180]},
    "lataxis": {"range": [-58, 84]},
    "showland": True,
    "landcolor": LAND,
    "showframe": False,
    "showcoastlines": False,
    "showcountries": False,
    "bgcolor": "rgba(0, 0, 0, 0)",
}
"""All of the world but the Antarctic; states of the topology that are small have a shape here."""
SHAPELESS = ("SMR", "VAT")
"""States that the topology has no shape for; a mark stands for them."""
CLEAR = "rgba(124, 136, 148, 0.01)"
"""The shape of a state that is not in: nothing but a place to point at."""
MARKS = {"certain": "circle", "possible": "diamond"}


AROUND = 16
"""Degrees that are seen around the states of a part of the world."""
FAR = 0.025
"""Part of its states at either side that need not be seen: some lie oceans away."""


def member_map(places: pl.DataFrame, t: Translator) -> go.Figure:
    """Draw who is in for certain, who may be, and who is not.

    A small state is also a mark, since its shape is no larger than a point.

    Args:
        places: One row per state: ``country_id`` (ISO 3166-1 alpha-3), ``longitude``,
            ``latitude``, ``small``, ``name``, ``certainty`` (nothing for those not in),
            ``joined_on``; ``in_area``, whether it is in the part that is shown; none is all.
        t: The reader's language.
    """
    traces: list[Any] = []
    for certainty in (None, *CERTAINTY_COLOURS):
        rows = places.filter(pl.col("certainty").eq_missing(pl.lit(certainty)))
        if rows.is_empty():
            continue
        name = plain(t.label("certainty", certainty) if certainty else t("not in"))
        traces += [_shapes(rows, certainty, t), _marks(rows, certainty, t), _entry(certainty, name)]
    figure = go.Figure(traces)
    figure.update_geos(WORLD | _zoomed(places))
    figure.update_layout(LAYOUT, height=HEIGHT, margin={"b": 0, "l": 0, "r": 0, "t": 32})
    return figure


def _zoomed(places: pl.DataFrame) -> dict[str, Any]:
    """Return the part of the world around the states of an area, or nothing for all of it.

    Longitudes are counted from the widest gap between the states, so that an area may lie on both
    sides of the line of change of date.
    """
    area = places.filter("in_area") if "in_area" in places.columns else places.clear()
    if area.is_empty():
        return {}
    around = sorted(longitude % 360 for longitude in area["longitude"])
    gaps = [b - a for a, b in pairwise([*around, around[0] + 360])]
    first = (gaps.index(max(gaps)) + 1) % len(around)
    along = [*around[first:], *(longitude + 360 for longitude in around[:first])]
    cut = int(len(along) * FAR)
    left, right = along[cut], along[-1 - cut]
    turn = 360 if left >= 180 else 0
    up = sorted(area["latitude"])
    bottom, top = up[cut], up[-1 - cut]
    return {
        "lonaxis": {"range": [left - turn - AROUND, right - turn + AROUND]},
        "lataxis": {"range": [max(bottom - AROUND, -58), min(top + AROUND, 84)]},
        "projection": {
            "type": "natural earth",
            "rotation": {"lon": (left + right) / 2 - turn},
        },
    }


def _shapes(rows: pl.DataFrame, certainty: str | None, t: Translator) -> go.Choropleth:
    shaped = rows.filter(~pl.col("country_id").is_in(SHAPELESS))
    colour = CERTAINTY_COLOURS[certainty] if certainty else CLEAR
    return go.Choropleth(
        locations=shaped["country_id"].to_list(),
        z=[1] * shaped.height,
        colorscale=[[0, colour], [1, colour]],
        showscale=False,
        marker={"line": {"color": BORDER, "width": 0.5}},
        customdata=_marked(shaped),
        hovertext=_sentences(shaped, t),
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _marks(rows: pl.DataFrame, certainty: str | None, t: Translator) -> go.Scattergeo:
    small = rows.filter(pl.col("small"))
    colour = CERTAINTY_COLOURS[certainty] if certainty else BORDER
    return go.Scattergeo(
        lon=small["longitude"].to_list(),
        lat=small["latitude"].to_list(),
        ids=small["country_id"].to_list(),
        showlegend=False,
        marker={
            "symbol": MARKS[certainty] if certainty else "circle-open",
            "size": 9 if certainty else 5,
            "color": colour,
            "line": {"width": 1, "color": "#ffffff" if certainty else BORDER},
        },
        customdata=_marked(small),
        hovertext=_sentences(small, t),
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _entry(certainty: str | None, name: str) -> go.Scattergeo:
    """What a colour means; the map's own traces have no line in the legend."""
    colour = CERTAINTY_COLOURS[certainty] if certainty else BORDER
    marker = {"symbol": "square", "color": colour, "size": 10}
    return go.Scattergeo(lon=[None], lat=[None], name=name, mode="markers", marker=marker)


def _marked(rows: pl.DataFrame) -> list[str | None]:
    """Return the mark of each country that is in; there are no rows of the others."""
    inside = pl.when(pl.col("certainty").is_not_null()).then("country_id")
    return rows.select(inside).to_series().to_list()


def _sentences(rows: pl.DataFrame, t: Translator) -> list[str]:
    return [_sentence(row, t) for row in rows.iter_rows(named=True)]


def _sentence(row: Mapping[str, Any], t: Translator) -> str:
    name = f"<b>{plain(row['name'])}</b>"
    if row["certainty"] is None:
        return t("{name} is not in.", name=name)
    since = t.partial_date(row["joined_on"])
    if row["certainty"] == "certain":
        return t("{name} is in; it joined: {since}.", name=name, since=since)
    return t("{name} may be in; it joined: {since}.", name=name, since=since)
