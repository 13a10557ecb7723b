"""The parameters of a query: a field for each ``$name``, its value in the address."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.sql.state import DAY, PREFIX
from dashboard.shaping import countries
from dashboard.shaping.folding import fold
from dashboard.source import queries
from dashboard.state import day_filters, filters
from dashboard.state.address import query_values
from dashboard.state.days import read_day
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator, message

NUMBER = re.compile(r"[+-]?\d+(?P<fraction>\.\d+)?")
Names = Mapping[str, str]


def values(names: Iterable[str], defaults: Mapping[str, str]) -> dict[str, object]:
    """Return the value of each parameter; None where the reader has to fill it in."""
    return {name: _value(name, defaults.get(name)) for name in names}


def fields(names: Iterable[str], defaults: Mapping[str, str]) -> None:
    """Let the reader fill in each parameter; a caption says that the as-of day is one."""
    state = page_state()
    names = list(names)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in names:
            if name.lower() != DAY:
                _field(name, defaults.get(name))
    if any(name.lower() == DAY for name in names):
        st.caption(state.t("`$day` is the as-of day, {day}.", day=state.day))


def missing(given: Mapping[str, object]) -> list[str]:
    """Return the parameters that have no value yet."""
    return [name for name, value in given.items() if value is None]


def number(text: str) -> str | int | float:
    """Return a text as the number that it is.

    >>> number("12"), number("-0.5"), number("dco"), number("2025-08")
    (12, -0.5, 'dco', '2025-08')
    """
    found = NUMBER.fullmatch(text)
    if not found or len(text) > 18:
        return text
    return float(text) if found["fraction"] else int(text)


def _value(name: str, default: str | None) -> object:
    state = page_state()
    given = next(iter(query_values(PREFIX + name)), None)
    return parameter(name, given, default, state.t, state.day)


def parameter(
    name: str, given: str | None, default: str | None, t: Translator, day: date
) -> object:
    """Return the value of a parameter; None where it has none.

    Args:
        name: Of the parameter, without ``$``.
        given: What the address says, which is passed over where there is no such option.
        default: What stands for it otherwise.
        t: The reader's language.
        day: The as-of day.
    """
    if name.lower() == DAY:
        return day
    if _is_day(name):
        return read_day(given or "") or read_day(default or "") or day
    options = _options(name, t)
    if options is not None:
        return given if given in options else default if default in options else None
    text = (given or default or "").strip()
    return number(text) if text else None


def _field(name: str, default: str | None) -> None:
    state = page_state()
    t, place = state.t, PREFIX + name
    options = _options(name, t)
    if _is_day(name):
        day_filters.day(place, f"{t('Day')} · ${name}", read_day(default or "") or state.day)
    elif options is None:
        filters.text(place, f"${name}", placeholder=default or t("A word or a number"))
    else:
        _choice(place, f"{_label(name, t)} · ${name}", options, default, t)


def _choice(place: str, label: str, options: Names, default: str | None, t: Translator) -> None:
    # Among few options a choice shows them all, and one with a default is never without.
    if default is not None and default in options:
        filters.choice(place, label, list(options), options.__getitem__, default=default)
    else:
        hint = t("Choose one")
        filters.any_choice(place, label, list(options), options.__getitem__, placeholder=hint)


def _label(name: str, t: Translator) -> str:
    if kind := _kind(name):
        return t(KINDS[kind][0])
    # A closed list is named as the column that holds its codes: "assessment_status", "status".
    named = name.lower()
    return t.column(named) or t.column(named.partition("_")[2], [named]) or t("Code")


def _options(name: str, t: Translator) -> Names | None:
    """Return the codes to choose from, with their names; none if any text will do."""
    if kind := _kind(name):
        return KINDS[kind][1](t)
    return t.labels.get(name.lower())


def _kind(name: str) -> str | None:
    """Return what a parameter stands for, by how its name ends.

    >>> _kind("first_organization"), _kind("country"), _kind("minimum")
    ('organization', 'country', None)
    """
    return next((kind for kind in KINDS if re.search(rf"(^|_){kind}$", name.lower())), None)


def _is_day(name: str) -> bool:
    return name.lower().endswith(("_day", "_on"))


def _countries(t: Translator) -> Names:
    return countries.labels(queries.table("actors"), queries.names("actor"), t.language)


def _bodies(t: Translator) -> Names:
    members = queries.table("memberships")["organization_id"].unique().to_list()
    return _actors(t, pl.col("id").is_in(members))


def _groups(t: Translator) -> Names:
    return _actors(t, pl.col("kind") == "country_group")


def _actors(t: Translator, which: pl.Expr | None = None) -> Names:
    actors = queries.table("actors")
    offered = actors if which is None else actors.filter(which)
    return _by_name(dict(offered.select("id", f"name_{t.language}").iter_rows()))


def _instruments(t: Translator) -> Names:
    name = pl.coalesce(f"short_title_{t.language}", f"title_{t.language}")
    return _by_name(dict(queries.table("instruments").select("id", name).iter_rows()))


def _areas(t: Translator) -> Names:
    areas = queries.table("focus_areas").select("id", f"name_{t.language}")
    return _by_name(dict(areas.iter_rows()))


def _by_name(names: Names) -> Names:
    return dict(sorted(names.items(), key=lambda item: fold(item[1])))


KINDS: dict[str, tuple[str, Callable[[Translator], Names]]] = {
    "country": (message("Country"), _countries),
    "organization": (message("Organization"), _bodies),
    "body": (message("Organization"), _bodies),
    "instrument": (message("Text"), _instruments),
    "focus_area": (message("Topic"), _areas),
    "group": (message("Group of countries"), _groups),
    "actor": (message("Actor"), _actors),
}
"""What a parameter of this name is called, and what it can be."""
