"""The axes of a figure: their range, what is written along them, and what stands beside."""

from typing import Any

from babel.dates import format_skeleton
from matplotlib import dates, ticker
from matplotlib.axes import Axes

from dashboard.images.values import PIXEL, colour, is_bold, places, plain
from dashboard.words.i18n import Translator

Part = dict[str, Any]
INK, GRID = "#57606a", "#e4e7ea"
TICKS = 12
"""Size of what is written along an axis, in pixels."""


def categories(traces: list[Part], axis: Part, which: str) -> dict[str, int] | None:
    """Return the place of each name on an axis of names; nothing on an axis of numbers."""
    values = [value for trace in traces for value in trace.get(which) or () if value is not None]
    named = axis.get("type") == "category" or any(isinstance(value, str) for value in values)
    if not named or axis.get("type") == "date":
        return None
    order = [*(axis.get("categoryarray") or ()), *values]
    return {name: place for place, name in enumerate(dict.fromkeys(order))}


def set_up(axes: Axes, layout: Part, names: tuple[str, str], t: Translator) -> None:
    """Give both axes the looks that the figure has for them."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_facecolor("none")
    axes.tick_params(length=0, labelsize=TICKS * PIXEL, labelcolor=INK)
    axes.set_axisbelow(True)
    for which, name in zip("xy", names, strict=True):
        _axis(axes, which, layout.get(name, {}), t)


def _axis(axes: Axes, which: str, axis: Part, t: Translator) -> None:
    side: Any = axes.xaxis if which == "x" else axes.yaxis
    if axis.get("side") == "top":
        side.set_ticks_position("top")
        axes.tick_params(length=0)
    if axis.get("visible") is False:
        side.set_visible(False)
    elif axis.get("tickvals") is not None:
        labels = [plain(text) for text in axis.get("ticktext") or axis["tickvals"]]
        side.set_ticks(places(axis["tickvals"], None), labels)
        for label, text in zip(side.get_ticklabels(), axis.get("ticktext") or (), strict=False):
            label.set_fontweight("bold" if is_bold(text) else "normal")
            if "right" in (axis.get("ticklabelposition") or ""):
                label.set_horizontalalignment("left")
    else:
        _ticks(side, axis, t)
    if axis.get("showticklabels") is False:
        side.set_ticklabels([])
    if axis.get("tickangle"):
        side.set_tick_params(rotation=-axis["tickangle"])
    size = (axis.get("tickfont") or {}).get("size") or TICKS
    side.set_tick_params(labelsize=size * PIXEL)
    if axis.get("showgrid", True) and axis.get("visible", True):
        axes.grid(axis=which, color=GRID, linewidth=0.7)  # type: ignore[arg-type]
    _range(axes, which, axis)
    title = (axis.get("title") or {}).get("text")
    if title:
        side.set_label_text(plain(title), fontsize=TICKS * PIXEL, color=INK)


def _ticks(side: Any, axis: Part, t: Translator) -> None:
    if axis.get("type") == "date":
        side.set_major_locator(dates.AutoDateLocator(maxticks=8))
        side.set_major_formatter(ticker.FuncFormatter(lambda x, _: _day(x, t)))
        return
    form = axis.get("tickformat") or ""
    if axis.get("dtick"):
        side.set_major_locator(ticker.MultipleLocator(axis["dtick"]))
    else:
        side.set_major_locator(ticker.MaxNLocator(6, integer="%" not in form))
    write = t.percent if "%" in form else t.number
    side.set_major_formatter(ticker.FuncFormatter(lambda x, _: write(x)))


def _day(number: float, t: Translator) -> str:
    day = dates.num2date(number)
    if (day.month, day.day) == (1, 1):
        return str(day.year)
    return str(format_skeleton("yMMM", day, locale=t.language_info.locale))


def _range(axes: Axes, which: str, axis: Part) -> None:
    limits = axes.set_xlim if which == "x" else axes.set_ylim
    if axis.get("range") is not None:
        limits(*places(axis["range"], None))
    elif axis.get("rangemode") == "tozero":
        limits(0, None)
    if axis.get("autorange") == "reversed":
        axes.invert_yaxis() if which == "y" else axes.invert_xaxis()


def shapes(axes: Axes, layout: Part) -> None:
    """Draw the lines and grounds of a figure, with what they are called."""
    for shape in layout.get("shapes") or ():
        line = shape.get("line") or {}
        x = places((shape["x0"], shape["x1"]), None)
        y = places((shape["y0"], shape["y1"]), None)
        over = _over(axes, shape)
        if shape["type"] == "line":
            style = {"dot": ":", "dash": "--"}.get(line.get("dash") or "", "-")
            axes.plot(
                x,
                y,
                transform=over,
                color=colour(line.get("color")),
                linewidth=(line.get("width") or 1) * PIXEL,
                linestyle=style,
                zorder=1,
            )
        else:
            axes.fill(
                [x[0], x[1], x[1], x[0]],
                [y[0], y[0], y[1], y[1]],
                transform=over,
                facecolor=colour(shape.get("fillcolor")),
                edgecolor=colour(line.get("color")) if line.get("color") else "none",
                linewidth=(line.get("width") or 0) * PIXEL,
                zorder=0 if shape.get("layer") == "below" else 4,
            )
        text = (shape.get("label") or {}).get("text")
        if text:
            axes.text(
                x[1], y[1], plain(text), transform=over, fontsize=TICKS * PIXEL,
                ha="center", va="bottom", color=INK,
            )  # fmt: skip


def annotations(
    axes: Axes, layout: Part, x: dict[str, int] | None, y: dict[str, int] | None
) -> None:
    """Write the notes of a figure."""
    for note in layout.get("annotations") or ():
        across = note["x"] if _is_share(note, "xref") else places([note["x"]], x)[0]
        up = note["y"] if _is_share(note, "yref") else places([note["y"]], y)[0]
        font = note.get("font") or {}
        leads = note.get("showarrow", True) and note.get("ax") is not None
        right, down = (note["ax"], note["ay"]) if leads else (0, 0)
        axes.annotate(
            plain(note["text"]),
            (across, up),
            xycoords=_over(axes, note),
            xytext=(
                ((note.get("xshift") or 0) + right) * PIXEL,
                ((note.get("yshift") or 0) - down) * PIXEL,
            ),
            arrowprops={"arrowstyle": "-", "linewidth": 1 * PIXEL, "shrinkA": 0}
            | {"color": colour(note.get("arrowcolor")), "shrinkB": note["standoff"] * PIXEL}
            if leads
            else None,
            textcoords="offset points",
            ha=note.get("xanchor") if note.get("xanchor") in ("left", "right") else "center",
            va={"top": "top", "bottom": "bottom"}.get(note.get("yanchor") or "", "center"),
            fontsize=(font.get("size") or TICKS) * PIXEL,
            fontweight="bold" if is_bold(note["text"]) else "normal",
            color=colour(font.get("color") or "#1b1f24"),
            annotation_clip=False,
            zorder=5,
        )


def _is_share(part: Part, axis: str) -> bool:
    """Whether a place is given as a share of the width or height."""
    return str(part.get(axis) or "").endswith(("paper", "domain"))


def _over(axes: Axes, part: Part) -> Any:
    """Return the coordinates in which a shape or a note is placed."""
    return {
        (True, False): axes.get_yaxis_transform(),
        (False, True): axes.get_xaxis_transform(),
        (True, True): axes.transAxes,
    }.get((_is_share(part, "xref"), _is_share(part, "yref")), axes.transData)
