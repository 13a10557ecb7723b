"""How charts look on pages: the theme of Streamlit's own charts, in the figure itself.

Nothing is set once a figure is drawn: Plotly would draw all of it again.
"""

import re
from collections.abc import Mapping
from typing import Any, Literal

from streamlit import config

Ground = Literal["light", "dark"]
Part = Mapping[str, Any]

FAMILY = '"Source Sans", sans-serif'
SMALL, TITLE = 12, 14
"""Sizes of letters, in pixels."""
QUIET = {"light": "#808495", "dark": "#e6eaf1"}
"""Text; ``static/page.css`` has its legible form, which also follows when the ground changes."""
LEGIBLE = {"light": "#4a5968", "dark": "#e6eaf1"}
"""Text of what opens under the pointer."""
WORDS = {"light": "#262730", "dark": "#fafafa"}
"""Text of a legend."""
GRID = {"light": "#e6eaf1", "dark": "#31333f"}
NONE = "rgba(0, 0, 0, 0)"
"""The ground of the page shows through."""
AXIS = re.compile(r"[xy]axis\d*")
LABELLED, TITLED = 25, 55
"""Pixels below an axis with labels, and with a title too: Plotly takes them if it was given fewer,
after it has drawn all, and draws all again."""
STANDOFF = {"x": 20, "y": 24}
"""Pixels between an axis and its title."""


def themed(figure: Part, ground: Ground) -> dict[str, Any]:
    """Return the parts of a figure with the look of the page, where it has none of its own.

    Args:
        figure: ``data`` and ``layout``, as Plotly's JSON has them.
        ground: On which ground it stands.
    """
    layout = {name: part for name, part in figure["layout"].items() if name != "template"}
    axes = {
        name: _axis(layout.get(name, {}), name[0], ground, lies=lies)
        for name, lies in _axes(figure).items()
    }
    data = [_trace(trace) for trace in figure["data"]]
    whole = merged(_looks(ground) | axes, layout)
    below = [_below(whole[name]) for name in axes if name.startswith("x")]
    whole["margin"] = {**whole["margin"], "b": max([whole["margin"].get("b", 0), *below])}
    return {**figure, "data": data, "layout": whole}


def merged(default: Part, own: Part) -> dict[str, Any]:
    """Return a part with what it lacks of another one.

    >>> merged({"font": {"size": 12, "color": "red"}}, {"font": {"size": 9}, "x": 0})
    {'font': {'size': 9, 'color': 'red'}, 'x': 0}
    """
    both = {
        name: merged(default[name], part)
        for name, part in own.items()
        if isinstance(part, Mapping) and isinstance(default.get(name), Mapping)
    }
    return {**default, **own, **both}


def _looks(ground: Ground) -> dict[str, Any]:
    """What is common to all figures."""
    own = f"theme.{ground}"
    text = {"color": QUIET[ground], "family": FAMILY, "size": SMALL}
    return {
        "font": {**text, "weight": 400},
        "colorway": list(config.get_option(f"{own}.chartCategoricalColors") or ()),
        "legend": {
            "font": {"color": WORDS[ground], "size": SMALL},
            "title": {"font": {"color": QUIET[ground], "size": SMALL}, "side": "top"},
        },
        "paper_bgcolor": NONE,
        "plot_bgcolor": NONE,
        "modebar": {"bgcolor": NONE, "color": QUIET[ground], "activecolor": LEGIBLE[ground]},
        "margin": {"pad": 8, "l": 0, "r": 0},
        "hoverlabel": {
            "bgcolor": config.get_option(f"{own}.backgroundColor"),
            "bordercolor": config.get_option(f"{own}.borderColor"),
            "font": text | {"color": LEGIBLE[ground]},
        },
    }


def _axes(figure: Part) -> dict[str, bool]:
    """Return the names of the axes, also of those without a layout: whether bars lie along them."""
    axes = dict.fromkeys(filter(AXIS.fullmatch, figure["layout"]), False)
    for trace in figure["data"]:
        if trace.get("type", "scatter") in ("scatter", "bar"):
            lying = "y" if trace.get("orientation") == "h" and trace.get("type") == "bar" else ""
            for side in "xy":
                name = f"{side}axis{trace.get(f'{side}axis', side)[1:]}"
                axes[name] = axes.get(name, False) or side == lying
    return axes


def _axis(own: Part, side: str, ground: Ground, *, lies: bool) -> dict[str, Any]:
    """Return what an axis lacks; a colour of lines that are not drawn would have them drawn.

    Args:
        own: What it has.
        side: ``x`` or ``y``.
        ground: On which ground it stands.
        lies: Whether bars lie along it, where Plotly draws no grid.
    """
    grid, text = GRID[ground], QUIET[ground]
    titled = {"title": {"font": {"color": text, "size": TITLE}, "standoff": STANDOFF[side]}}
    lines = {"gridcolor": grid, "zerolinecolor": grid}
    return {
        **({"showgrid": False, "zeroline": False} if side == "x" else {}),
        "automargin": True,
        "tickfont": {"color": text, "size": SMALL},
        **({} if lies else lines),
        **(titled if own.get("title") else {}),
        **({"minor": {"gridcolor": grid}} if own.get("minor") else {}),
    }


def _below(axis: Part) -> int:
    """Return how much room an axis takes below the figure."""
    if axis.get("side") == "top" or False in (axis.get("visible"), axis.get("showticklabels")):
        return 0
    return TITLED if axis.get("title", {}).get("text") else LABELLED


def _trace(trace: Part) -> dict[str, Any]:
    """Return a trace whose marks have no edge, however many sizes they have."""
    if trace.get("type", "scatter") != "scatter":
        return dict(trace)
    return {**trace, "marker": merged({"line": {"width": 0}}, trace.get("marker", {}))}
