"""Looks that carry meaning. Fonts, grounds and other colours are in ``.streamlit/config.toml``.

Every colour stands out from the light and from the dark ground (3 to 1), and within one group
from every other one for readers who see red, green or blue differently; tests measure both.
Colour is never alone: a label, a number or a shape says the same.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_CONFIG = tomllib.loads((Path(__file__).parent / ".streamlit" / "config.toml").read_text("utf-8"))
CATEGORICAL_COLOURS: tuple[str, ...] = tuple(_CONFIG["theme"]["light"]["chartCategoricalColors"])
"""What tells groups apart; the same on both grounds."""

INK = "#7c8894"
"""Lines that explain: today, a frame, an axis of our own."""

STATUS_COLOURS = {
    "complete": "#0b5563",
    "substantial": "#297f8d",
    "limited": "#8fc6cc",
    "not_started": "#f3e0b5",
    "regressed": "#d0142f",
    "overtaken": "#8d6cc4",
    "unable_to_assess": "#eef1f4",
    "no_evidence_found": "#eef1f3",
    "not_assessed": "#eef1f5",
}
"""How far a commitment is met: one hue from dark to pale, red for what went wrong, and a pale
ground of its own pattern for what nobody knows."""

STATUS_EDGES = {
    "complete": "#3b8a97",
    "substantial": "#3b8a97",
    "limited": "#3b8a97",
    "not_started": "#a08648",
    "regressed": "#e0304a",
    "overtaken": "#8d6cc4",
    "unable_to_assess": INK,
    "no_evidence_found": INK,
    "not_assessed": INK,
}
"""The line around a piece, and the ink of its sign: it stands out where the piece is pale."""

STATUS_PATTERNS = {"unable_to_assess": "x", "no_evidence_found": ".", "not_assessed": "/"}
"""What is drawn on a pale ground, by status; the other grounds are plain."""

UNKNOWN = tuple(STATUS_PATTERNS)
"""Statuses that say nothing about delivery: they are set apart from the others."""

DARK = {
    "#0b5563": "#a6f0f2",
    "#297f8d": "#4fb3bd",
    "#8fc6cc": "#1f6a75",
    "#f3e0b5": "#5c4a1e",
    "#d0142f": "#ff5d6e",
    "#8d6cc4": "#9a6fe0",
    "#eef1f4": "#30363d",
    "#eef1f3": "#30363e",
    "#eef1f5": "#30363f",
    "#ffffff": "#12171d",
    "#1b1f24": "#e4eaf0",
}
"""The same colours on the dark ground, where the scale begins with the brightest."""


PALE = ("limited", "not_started", *UNKNOWN)
"""Statuses on whose ground a text is dark; on the others it is white."""
WHITE, DARK_INK = "#ffffff", "#1b1f24"


def status_ink(status: str) -> str:
    """Return the colour of a text on the ground of a status."""
    return DARK_INK if status in PALE else WHITE


def status_css(statuses: Iterable[str]) -> str:
    """Return the colours of chips and squares of these statuses, as a style sheet."""
    return "".join(
        f".chip.{status}, .squares .{status} {{ background: {on_ground(STATUS_COLOURS[status])};"
        f" border-color: {STATUS_EDGES[status]}; color: {on_ground(status_ink(status))}; }}\n"
        for status in statuses
    )


def on_ground(colour: str) -> str:
    """Return a colour that is another one on the dark ground, where there is one, for CSS."""
    return f"light-dark({colour}, {DARK.get(colour, colour)})"


def status_look(status: str) -> dict[str, Any]:
    """Return how a piece of a bar looks, as Plotly takes it: ground, pattern and edge."""
    pattern = {
        "shape": STATUS_PATTERNS.get(status, ""),
        "fgcolor": INK,
        "bgcolor": STATUS_COLOURS[status],
        "size": 6,
        "solidity": 0.2,
        "fillmode": "replace",
    }
    return {
        "color": STATUS_COLOURS[status],
        "line": {"width": 1, "color": STATUS_EDGES[status]},
    } | ({"pattern": pattern} if pattern["shape"] else {})


DUE_COLOURS = {
    "overdue": "#e4124e",
    "not_judged": "#9632c7",
    "due_now": "#d97801",
    "within_90_days": "#636c0b",
    "later": "#3f8dd8",
    "met": "#27797b",
    "passed": "#8c949a",
    "none": "#8c949a",
}
"""How near a deadline is."""

CERTAINTY_COLOURS = {"certain": "#226ec6", "possible": "#bf8200"}
"""Whether something holds whichever day its dates mean."""

SERIES_COLOURS = ("#3a6f7d", "#ea5d19", "#51a06c", "#ab1dc8", "#835d3b", "#9e80ba")
"""Several bodies in one frame, each named at its line."""

SERIES_DASHES = ("solid", "dash", "dot", "dashdot")
"""How the lines of the next ones look, once the colours are used up."""

REPORTED = "#d67131"
"""What a source reports, beside what the roster gives."""

GAP_COLOURS = {
    "need_and_offer": "#226ec6",
    "need_without_offer": "#b0423a",
    "offer_without_need": "#bf890f",
    "not_looked_at": "#8d929f",
}
"""Whether a stated need of a group has an answer that reaches it."""

GAP_SYMBOLS = {
    "need_and_offer": "circle",
    "need_without_offer": "x",
    "offer_without_need": "diamond",
    "not_looked_at": "line-ew-open",
}

KIND_COLOURS = {"needs": "#c1622d", "commitments": "#2f7fb8", "initiatives": "#1b756a"}
"""What is lacking, what is promised and what is offered; all three named above their bars."""

VERIFICATION_COLOURS = {"read": "#5e8ef3", "excerpt": "#c98203", "secondary": "#955075"}
"""Whether the instrument's own wording was read."""

MILESTONE_GROUPS = {
    "texts": ("proposal", "adoption", "decision", "entry_into_force", "opening_for_signature"),
    "joining": ("signature", "ratification", "accession", "endorsement", "withdrawal"),
    "bodies": ("establishment", "launch", "appointment", "dissolution", "meeting"),
    "findings": ("report", "evidence"),
    "deadlines": ("deadline",),
}
"""What happened, in five groups, each with a colour and a shape; words tell the kinds apart."""

GROUP_COLOURS = {
    "texts": "#5c8ffb",
    "joining": "#814bbe",
    "bodies": "#1b756a",
    "findings": "#b08400",
    "deadlines": "#c42917",
}

GROUP_SYMBOLS = {
    "texts": "square",
    "joining": "circle",
    "bodies": "triangle-up",
    "findings": "diamond",
    "deadlines": "triangle-down",
}
"""What is planned takes the shape with ``-open`` after it."""

GROUP_OF = {kind: group for group, kinds in MILESTONE_GROUPS.items() for kind in kinds}
MILESTONE_COLOURS = {kind: GROUP_COLOURS[group] for kind, group in GROUP_OF.items()}
"""The colour of each kind of milestone, that of its group."""

LAYOUT: dict[str, Any] = {
    "legend": {
        "orientation": "h",
        "x": 0,
        "y": 1,
        "yanchor": "bottom",
        "title": {"text": ""},
        # Small enough for two names beside one another on a phone.
        "font": {"size": 11},
        "itemwidth": 30,
        "traceorder": "normal",
    },
    "margin": {"b": 0, "l": 0, "r": 0, "t": 48},
    "hoverlabel": {"align": "left", "namelength": -1},
}
"""What all charts have in common: the legend above, flush with the text of the page."""
