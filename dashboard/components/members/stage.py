"""The stage of the Members page: lines and map beside each other, and one slider over both."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from dashboard.components.common.figure import figure
from dashboard.components.members import page, player, sentences
from dashboard.figures import CHARTS
from dashboard.figures.bodies import SHORT, named
from dashboard.source import database, members
from dashboard.state import address, filters
from dashboard.words.i18n import message

SCALES = {
    "counts": message("Numbers"),
    "indexed": message("Day shown = 100"),
    "apart": message("Each by itself"),
}
"""How several lines are drawn, as the address says."""


@dataclass(frozen=True)
class Stage:
    """What is on the stage."""

    bodies: Mapping[str, str]
    """The bodies and texts whose lines are drawn, with their names."""
    body: str
    """The one on the map, whose names are listed."""
    derived: bool
    scale: str = "counts"
    group: str = ""
    """The group whose share is drawn, if any."""
    area: str = ""
    """The group of countries to which the map is zoomed, if any."""

    @property
    def values(self) -> dict[str, list[str]]:
        """What the charts of all bodies are asked for."""
        return {"body": list(self.bodies), "derived": ["1"] if self.derived else []}

    @property
    def of_body(self) -> dict[str, list[str]]:
        """What the charts of the body on the map are asked for."""
        return self.values | {"body": [self.body], "area": [self.area] if self.area else []}


def choose(bodies: Mapping[str, str], names: Mapping[str, str], *, derived: bool) -> Stage:
    """Let the reader choose which bodies have a line, and which one of ``names`` is on the map."""
    t, first = filters.page_state().t, next(iter(bodies))
    scale = "counts"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if len(bodies) > 1:
            words = {code: t(text) for code, text in SCALES.items()}
            scale = filters.choice(
                "scale", t("How lines are drawn"), list(words), words.__getitem__, default="counts"
            )
        mapped = next(iter(address.query_values("map")), first)
        offered = list(dict.fromkeys([*bodies, *([mapped] if mapped in names else [])]))
        short = {body: named(body, t, SHORT) for body in offered}
        body = (
            filters.choice(
                "map", t("Map and names"), offered, short.__getitem__, default=first, as_list=True
            )
            if len(offered) > 1
            else first
        )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        area = _area()
        group = _group()
    return Stage(bodies, body, derived, scale, group, area)


def _area() -> str:
    """Let the reader choose a part of the world for the map."""
    t, regions = filters.page_state().t, database.settings().map_regions
    if not regions or database.settings().map == "none":
        return ""
    names = {region: named(region, t) for region in regions}
    return (
        filters.any_choice(
            "area", t("Map of"), list(names), names.__getitem__, placeholder=t("The world")
        )
        or ""
    )


def _group() -> str:
    """Let the reader choose a group of countries, whose share in each body is drawn."""
    t, day = filters.page_state().t, filters.page_state().day
    groups = members.groups_on(day)
    names = dict(groups.select("group_id", f"group_{t.language}").iter_rows())
    return (
        filters.any_choice(
            "group",
            t("Share of a group"),
            list(names),
            names.__getitem__,
            placeholder=t("No group"),
        )
        or ""
    )


def show(stage: Stage) -> None:
    """Show the slider, the lines beside the map, and the names below."""
    several, state = len(stage.bodies) > 1, filters.page_state()
    lines = stage.values | {"scale": [stage.scale]}
    player.show(lines, stage.body, derived=stage.derived)
    if stage.scale == "apart" and several:
        page.multiples(stage.bodies, state.day, derived=stage.derived)
        page.world(stage.of_body, stage.body, derived=stage.derived)
    else:
        left, right = st.columns([1, 1], gap="medium")
        with left:
            if several:
                figure(CHARTS["member-lines"], lines)
            else:
                ((body, name),) = stage.bodies.items()
                page.line(body, name, state.day, derived=stage.derived)
        with right:
            page.world(stage.of_body, stage.body, derived=stage.derived)
    st.caption(sentences.counting(stage.body, derived=stage.derived))
    player.names()
    if stage.group:
        figure(CHARTS["group-shares"], stage.values | {"group": [stage.group]})
