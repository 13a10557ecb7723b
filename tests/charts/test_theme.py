"""What the colours promise: legible on both grounds, told apart by readers who see few of them."""

import itertools
import tomllib
from functools import partial
from typing import Any

import numpy as np
import pytest

from dashboard import theme
from tests.helpers.ciede2000 import difference, lab
from tests.helpers.contrast import contrast, linear
from transforms.paths import DASHBOARD
from transforms.schema.vocabularies import VOCABULARIES

CONFIG = tomllib.loads((DASHBOARD / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
GROUNDS = {name: CONFIG[name]["backgroundColor"] for name in ("light", "dark")}
PALE = theme.STATUS_COLOURS[theme.UNKNOWN[0]]
"""The ground of what nobody knows; patterns tell its kinds apart."""
STATUS = {
    status: colour for status, colour in theme.STATUS_COLOURS.items() if status not in theme.UNKNOWN
} | {"unknown": PALE}
SCALES = {
    "status": theme.STATUS_EDGES,
    "due": {name: theme.DUE_COLOURS[name] for name in theme.DUE_COLOURS if name != "passed"},
    "certainty": theme.CERTAINTY_COLOURS,
    "gap": theme.GAP_COLOURS,
    "kind": theme.KIND_COLOURS,
    "verification": theme.VERIFICATION_COLOURS,
    "series": {colour: colour for colour in theme.SERIES_COLOURS},
    "milestone": {colour: colour for colour in theme.MILESTONE_COLOURS.values()},
}
MARKS = {
    f"{scale}-{name}": colour for scale, names in SCALES.items() for name, colour in names.items()
} | {"ink": theme.INK, "reported": theme.REPORTED}
CHARTED = {
    f"{name}-{number}": colour
    for name in GROUNDS
    for number, colour in enumerate(CONFIG[name]["chartCategoricalColors"], start=1)
}
TEXTS = list(itertools.product(GROUNDS, ("textColor", "linkColor", "primaryColor")))

# Machado, Oliveira and Fernandes 2009: what is left of red, green and blue at full severity.
SIGHTS = {
    "usual": np.eye(3),
    "no red cones": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "no green cones": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "no blue cones": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
RAMP = ("complete", "substantial", "limited", "not_started")
"""How far a commitment is met, from all to nothing."""
APART = 0.06
"""Least distance of two colours of one scale, in OKLab, where black and white are 1 apart."""


def oklab(light: np.ndarray) -> np.ndarray:
    """Where a colour lies in OKLab (Ottosson 2020)."""
    cones = np.cbrt(
        np.array(
            [
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ]
        )
        @ np.clip(light, 0, 1)
    )
    lab: np.ndarray = (
        np.array(
            [
                [0.2104542553, 0.7936177850, -0.0040720468],
                [1.9779984951, -2.4285922050, 0.4505937099],
                [0.0259040371, 0.7827717662, -0.8086757660],
            ]
        )
        @ cones
    )
    return lab


def distance(sight: np.ndarray, pair: tuple[str, str]) -> float:
    """How far apart two colours look to somebody's eyes."""
    one, other = (oklab(sight @ linear(colour)) for colour in pair)
    return float(np.linalg.norm(one - other))


@pytest.mark.parametrize("ground", GROUNDS.values(), ids=GROUNDS)
@pytest.mark.parametrize("colour", (MARKS | CHARTED).values(), ids=MARKS | CHARTED)
def test_every_mark_stands_out(colour: str, ground: str) -> None:
    """It has the contrast that WCAG asks of graphics, 3 to 1, on both grounds."""
    assert contrast(colour, ground) >= 3


@pytest.mark.parametrize("behind", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize(("ground", "text"), TEXTS)
def test_every_text_is_legible(ground: str, text: str, behind: str) -> None:
    """It has the contrast that WCAG asks of text, 4.5 to 1, on the page and in the sidebar."""
    assert contrast(CONFIG[ground][text], CONFIG[ground][behind]) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("sight", SIGHTS)
def test_statuses_are_told_apart(sight: str, ground: str) -> None:
    """It keeps the pieces of a bar apart on both grounds for every kind of colour vision."""
    seen = [theme.DARK.get(one, one) if ground == "dark" else one for one in STATUS.values()]
    places = [lab(SIGHTS[sight] @ linear(colour)) for colour in seen]

    assert min(difference(*pair) for pair in itertools.combinations(places, 2)) >= 10


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_scale_of_statuses_keeps_its_order_in_grey(ground: str) -> None:
    """It goes one way from complete to not started where no colour is seen."""
    scale = [theme.STATUS_COLOURS[status] for status in RAMP]
    seen = [theme.DARK[one] if ground == "dark" else one for one in scale]
    contrasts = [contrast(colour, GROUNDS[ground]) for colour in seen]

    assert contrasts == sorted(contrasts, reverse=True)


def test_what_is_unknown_differs_in_pattern() -> None:
    """It gives each kind of not knowing a pattern of its own on the pale ground."""
    assert len(set(theme.STATUS_PATTERNS.values())) == len(theme.UNKNOWN)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scale", [name for name in SCALES if name != "status"])
def test_colours_of_one_scale_are_told_apart(scale: Any, sight: str) -> None:
    """It keeps any two colours of a scale apart for every kind of colour vision."""
    pairs = itertools.combinations(SCALES[scale].values(), 2)

    nearest = min(pairs, key=partial(distance, SIGHTS[sight]))

    assert distance(SIGHTS[sight], nearest) >= APART, nearest


@pytest.mark.parametrize(
    ("vocabulary", "colours"),
    [
        ("assessment_status", theme.STATUS_COLOURS),
        ("due_state", theme.DUE_COLOURS),
        ("certainty", theme.CERTAINTY_COLOURS),
        ("gap_state", theme.GAP_COLOURS),
        ("gap_state", theme.GAP_SYMBOLS),
        ("verification", theme.VERIFICATION_COLOURS),
        ("milestone_kind", theme.MILESTONE_COLOURS),
    ],
)
def test_every_code_has_its_own_look(vocabulary: str, colours: Any) -> None:
    """It leaves no code of the list to a default, and has none that the list lacks."""
    assert set(colours) == set(VOCABULARIES[vocabulary])


def test_milestones_have_five_looks_at_most() -> None:
    """It gives each group a colour and a shape of its own: more could not be kept in mind."""
    assert len(theme.MILESTONE_GROUPS) <= 5
    for looks in (theme.GROUP_COLOURS, theme.GROUP_SYMBOLS):
        assert set(looks) == set(theme.MILESTONE_GROUPS)
        assert len(set(looks.values())) == len(looks)


@pytest.mark.parametrize(
    ("colours", "vocabulary"),
    [(theme.STATUS_COLOURS, "assessment_status"), (theme.DUE_COLOURS, "due_state")],
)
def test_an_order_of_colours_is_that_of_the_closed_list(colours: Any, vocabulary: str) -> None:
    """It draws statuses and deadlines in the order in which views sort them."""
    assert list(colours) == list(VOCABULARIES[vocabulary])
