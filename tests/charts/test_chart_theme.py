"""A figure on a page has the look of the page in it, and says what a click does."""

from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.components.common.chart_theme import themed
from dashboard.components.common.charts import for_clicks


def parts(*traces: Any, **layout: Any) -> dict[str, Any]:
    """Return a figure as Plotly's JSON has it, with the template that Streamlit gives it."""
    figure = go.Figure(list(traces), {"template": {"layout": {"font": {"size": 3}}}, **layout})
    return dict(figure.to_plotly_json())


def test_a_figure_keeps_its_own_look_and_gets_what_it_lacks() -> None:
    """A template is left out: what it has, the figure has."""
    layout = themed(parts(go.Scatter(x=[1], y=[2]), font={"size": 9}), "dark")["layout"]
    assert (layout["font"]["size"], layout["font"]["color"]) == (9, "#e6eaf1")
    assert layout["yaxis"]["tickfont"]["size"] == 12
    assert "template" not in layout


def test_bars_that_lie_have_no_lines_between_them() -> None:
    """Plotly draws none there, until a colour for them is given."""
    lying = themed(parts(go.Bar(x=[1], y=["a"], orientation="h")), "light")["layout"]
    standing = themed(parts(go.Bar(x=["a"], y=[1])), "light")["layout"]
    assert "gridcolor" not in lying["yaxis"]
    assert "gridcolor" in standing["yaxis"]


@pytest.mark.parametrize(
    ("axis", "room"),
    [({}, 25), ({"title": {"text": "n"}}, 55), ({"side": "top"}, 0), ({"visible": False}, 0)],
)
def test_labels_below_a_figure_have_their_room_from_the_start(
    axis: dict[str, Any], room: int
) -> None:
    """Plotly would find it too small once all is drawn, and begin again."""
    figure = parts(go.Bar(x=[1], y=[1]), xaxis=axis, margin={"b": 0})
    assert themed(figure, "light")["layout"]["margin"]["b"] == room


@pytest.mark.parametrize(("own", "drag"), [(None, "pan"), (False, "pan"), ("select", "select")])
def test_what_a_click_does_is_settled_before_a_figure_is_drawn(own: object, drag: str) -> None:
    """Dragging chooses a time where the figure says so; Plotly itself chooses no mark."""
    figure = parts(go.Bar(x=[1], y=[1]), dragmode=own)
    layout = for_clicks(figure)["layout"]
    assert (layout["dragmode"], layout["hovermode"]) == (drag, "closest")
    assert "clickmode" not in layout


def test_the_tool_bar_has_no_ground() -> None:
    """Plotly gives it half of what the chart stands on: of none that is black at half strength."""
    look = themed({"data": [], "layout": {}}, "light")["layout"]["modebar"]

    assert (look["bgcolor"], look["color"]) == ("rgba(0, 0, 0, 0)", "#808495")
