"""Every text that our styles colour is legible, and every edge visible, on both grounds."""

import re
import tomllib

import pytest

from dashboard import theme
from dashboard.components.records import statuses
from tests.helpers.contrast import contrast
from transforms.paths import DASHBOARD

THEME = tomllib.loads((DASHBOARD / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
GROUNDS = ("light", "dark")
BEHIND = ("backgroundColor", "secondaryBackgroundColor")
STYLES = {
    path.relative_to(DASHBOARD).as_posix(): path.read_text("utf-8")
    for path in sorted(DASHBOARD.rglob("*.css"))
    if "templates" not in path.parts
}
PAIR = re.compile(r"(?<!stroke: )light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
"""A colour of the light ground and that of the dark one, but for what outlines a text."""
PAGE = tuple(THEME[ground]["backgroundColor"] for ground in GROUNDS)
"""The ground itself: what has its colour outlines a text or covers something, and is no text."""
PAIRS = sorted(
    {(file, *pair) for file, text in STYLES.items() for pair in PAIR.findall(text) if pair != PAGE}
)
BOTH = r"light-dark\((#\w{6}), (#\w{6})\)"
FILLED = re.compile(
    rf"\.chip\.(\w+), .+ \{{ background: {BOTH}; border-color: (#\w{{6}}); color: {BOTH}; \}}"
)
"""A piece with grounds of its own: its name, its grounds, its edge and its texts."""
CHIPS = FILLED.findall(statuses.STYLE)


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " ".join(pair))
def test_a_text_of_our_styles_is_legible(pair: tuple[str, ...], behind: str) -> None:
    """It has 4.5 to 1 on the page and in the menu, light and dark."""
    for ground, colour in zip(GROUNDS, pair[1:], strict=True):
        assert contrast(colour, THEME[ground][behind]) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
def test_code_is_legible(ground: str) -> None:
    """It has 4.5 to 1 where code stands in a text."""
    assert contrast(THEME[ground]["codeTextColor"], THEME[ground]["backgroundColor"]) >= 4.5


@pytest.mark.parametrize("chip", CHIPS, ids=lambda chip: chip[0])
def test_a_chip_is_legible_and_seen(chip: tuple[str, ...]) -> None:
    """It has 4.5 to 1 between its text and its ground, and is itself seen, light and dark."""
    _, *filled, edge, light, dark = chip
    for ground, own, text in zip(PAGE, filled, (light, dark), strict=True):
        assert contrast(text, own) >= 4.5
        assert max(contrast(edge, ground), contrast(own, ground)) >= 3


@pytest.mark.parametrize("chip", CHIPS, ids=lambda chip: chip[0])
def test_a_chip_has_the_colours_of_charts(chip: tuple[str, ...]) -> None:
    """It is as a piece of a bar of its status, on the dark ground too."""
    colour = theme.STATUS_COLOURS[chip[0]]
    assert chip[1:3] == (colour, theme.DARK[colour])
