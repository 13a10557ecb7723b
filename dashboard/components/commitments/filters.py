"""The filters of the Commitments page, and the rows that they leave."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

import polars as pl
import streamlit as st

from dashboard.filtering import options
from dashboard.filtering.catalogue import relations
from dashboard.filtering.declared import FILTERS
from dashboard.filtering.found import Found, found
from dashboard.shaping import countries
from dashboard.shaping import folding as shaping
from dashboard.source import database, queries, totals
from dashboard.state import address, filters, unused
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator

FIRST = ("status", "due_state")
"""Filters with a label that stand before the others."""
NAMED = ("instrument", "actor", "beneficiary", "part")
"""Filters that hold names of what commitments have."""
YEAR = "due_year"
"""The year of the deadline, which a link sets."""

Codes = tuple[str, ...]


def filtered(day: date) -> tuple[str, int, Found]:
    """Draw the filters; return the standing chosen, how many have it, and what matches."""
    t = page_state().t
    year = _year(t)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = partial(t.label, "standing")
        standing = filters.choice(
            "standing", t("Standing"), ["made", "proposed"], label, default="made"
        )
        words = filters.text("q", t("Search"), placeholder=t("Words, paragraph, symbol, name"))
        made = standing != "proposed"
    relation = "commitments_on" if made else "proposals_on"
    wanted = {key for name in NAMED for key in address.query_values(name)}
    used = options.used_by_commitments(day, wanted) if made else options.used_by_proposals(day)
    further = [name for name, each in FILTERS[relation].items() if each.label and name not in FIRST]
    with st.expander(t("More filters")):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            values = {"instrument": _texts(used["instrument_id"].item(), t)}
            values["focus_area"] = _areas(t)
        if made:
            with st.container(horizontal=True, vertical_alignment="bottom"):
                values |= {name: _declared(relation, name, t) for name in FIRST}
        values |= _more(relation, further, used, t)
        country = _country(t)
        part = _part(used, t)
    counted = totals.commitments(day)["commitments" if made else "proposed"]
    others = {"country": country, "part": part, YEAR: year}
    remaining = found(relation, day, {"q": words, **values, **others})
    return standing or "made", counted, remaining


def _more(
    relation: str, names: Sequence[str], used: pl.DataFrame, t: Translator
) -> Mapping[str, Codes]:
    keys = [used[name].item() for name in ("actor_ids", "beneficiary_ids")]
    named = [key for each in keys if each is not None for key in each]
    actors = queries.rows_by_key("actors", named)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        return {
            "actor": _listed("actor", t("Who is addressed"), used["actor_ids"].item(), actors, t),
            "beneficiary": _listed(
                "beneficiary", t("For whom"), used["beneficiary_ids"].item(), actors, t
            ),
        } | {name: _declared(relation, name, t) for name in names}


def _declared(relation: str, name: str, t: Translator) -> Codes:
    """Draw a filter as it is declared: one of a few codes in words, or any of a closed list."""
    each = FILTERS[relation][name]
    if each.words:
        words = {code: t(text) for code, text in each.words.items()}
        chosen = filters.any_choice(
            name, t(each.label), list(words), words.__getitem__, placeholder=t("All")
        )
        return (chosen,) if chosen else ()
    vocabulary = relations()[relation].column(name).vocabularies[0]
    offered = [code for code in t.labels[vocabulary] if code != "passed"]
    return filters.choices(name, t(each.label), offered, partial(t.label, vocabulary))


def _year(t: Translator) -> int | None:
    """Return the year that the address asks for."""
    years = [year for year in address.query_values(YEAR) if re.fullmatch(r"[0-9]{4}", year)]
    unused.say(YEAR, t("Year due"), years)
    return int(years[0]) if years else None


def _texts(keys: pl.Series | None, t: Translator) -> Codes:
    texts = queries.rows_by_key("instruments", () if keys is None else keys)
    names = dict(texts.select("id", f"short_title_{t.language}").iter_rows())
    first = [text for text in database.settings().first_texts if text in names]
    ordered = list(dict.fromkeys([*first, *_by_name(names)]))
    return filters.choices("instrument", t("Text"), ordered, names.__getitem__)


def _areas(t: Translator) -> Codes:
    names = dict(queries.table("focus_areas").select("id", f"name_{t.language}").iter_rows())
    return filters.choices("focus_area", t("Topic"), _by_name(names), names.__getitem__)


def _listed(
    name: str, label: str, keys: pl.Series | None, actors: pl.DataFrame, t: Translator
) -> Codes:
    used = actors.filter(pl.col("id").is_in(() if keys is None else keys.to_list()))
    names = dict(used.select("id", f"name_{t.language}").iter_rows())
    return filters.choices(name, label, _by_name(names), names.__getitem__)


def _country(t: Translator) -> str | None:
    labels = countries.labels(queries.countries(), queries.country_names(), t.language)
    return filters.any_choice(
        "country",
        t("Commits this country"),
        list(labels),
        labels.__getitem__,
        placeholder=t("Any country"),
        help=t("By name, by its own act, or as a member of the body or group addressed."),
    )


def _part(used: pl.DataFrame, t: Translator) -> str | None:
    """Draw a choice of the parts of texts, each with the name of its text."""
    if "part_ids" in used.columns and (relations()["instrument_parts"].rows or 0) > options.OFFERED:
        keys = used["part_ids"].item()
        parts = queries.rows_by_key("instrument_parts", () if keys is None else keys)
    else:
        parts = queries.table("instrument_parts")
    texts = queries.rows_by_key("instruments", parts["instrument_id"])
    parts = parts.join(
        texts.select("id", f"short_title_{t.language}"),
        left_on="instrument_id",
        right_on="id",
        maintain_order="left",
    )
    names = {
        row["id"]: t(
            "{label}: {text}", label=t.localized(row, "short_title"), text=t.localized(row, "name")
        )
        for row in parts.sort(f"short_title_{t.language}", "position").iter_rows(named=True)
    }
    return filters.any_choice(
        "part",
        t("Part of a text"),
        list(names),
        names.__getitem__,
        placeholder=t("Any part"),
        help=t("Also what stands in the parts inside it."),
    )


def _by_name(names: Mapping[str, str]) -> list[str]:
    return sorted(names, key=lambda key: shaping.fold(names[key]))
