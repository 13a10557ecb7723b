"""The filters of the Commitments page, and the rows that they leave."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import polars as pl
import streamlit as st

from dashboard.shaping import commitments as shaping
from dashboard.shaping import countries
from dashboard.source import queries
from dashboard.state import address, filters
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator

MORE = ("actor", "country", "beneficiary", "modality", "verification")
"""Filters that are folded away until one is set."""

Codes = tuple[str, ...]


def drawn(day: date) -> tuple[str, pl.DataFrame, pl.DataFrame]:
    """Draw the filters; return the standing chosen, all its rows, and those that match."""
    t = page_state().t
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label = partial(t.label, "standing")
        standing = filters.choice(
            "standing", t("Standing"), ["made", "proposed"], label, default="made"
        )
        words = filters.text("q", t("Search"), placeholder=t("Words, paragraph, symbol, name"))
        made = standing != "proposed"
        rows = queries.commitments_on(day) if made else queries.proposals_on(day)
        asked = {"instrument": _texts(rows, t)}
        if made:
            asked["status"] = _codes("status", t)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if made:
            asked["due_state"] = _codes("due_state", t)
        asked["focus_area"] = shaping.with_narrower(queries.table("focus_areas"), _areas(t))
    with st.expander(t("More filters"), expanded=any(address.query_values(name) for name in MORE)):
        asked |= _more(rows, t)
        country = _country(t)
    kept = shaping.matching(shaping.matching_words(rows, words), asked)
    return standing or "made", rows, kept if country is None else _committing(kept, country, day)


def _more(rows: pl.DataFrame, t: Translator) -> Mapping[str, Codes]:
    actors = queries.table("actors")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        return {
            "actor": _listed("actor", t("Who is addressed"), rows["actor_ids"], actors, t),
            "beneficiary": _listed(
                "beneficiary", t("For whom"), rows["beneficiary_ids"], actors, t
            ),
            "modality": _codes("modality", t),
            "verification": _codes("verification", t),
        }


def _codes(name: str, t: Translator) -> Codes:
    """Let the reader choose among the codes of a closed list."""
    labels = {
        "status": t("Status"),
        "due_state": t("Deadline"),
        "modality": t("Verb"),
        "verification": t("Wording"),
    }
    vocabulary = {"status": "assessment_status"}.get(name, name)
    offered = [code for code in t.labels[vocabulary] if code != "passed"]
    return _many(name, labels[name], offered, partial(t.label, vocabulary), t)


def _texts(rows: pl.DataFrame, t: Translator) -> Codes:
    names = dict(rows.select("instrument_id", f"instrument_{t.language}").unique().iter_rows())
    first = [text for text in queries.settings().first_texts if text in names]
    ordered = list(dict.fromkeys([*first, *_by_name(names)]))
    return _many("instrument", t("Text"), ordered, names.__getitem__, t)


def _areas(t: Translator) -> Codes:
    names = dict(queries.table("focus_areas").select("id", f"name_{t.language}").iter_rows())
    return _many("focus_area", t("Focus area"), _by_name(names), names.__getitem__, t)


def _listed(name: str, label: str, keys: pl.Series, actors: pl.DataFrame, t: Translator) -> Codes:
    used = actors.filter(pl.col("id").is_in(keys.explode().drop_nulls().unique().to_list()))
    names = dict(used.select("id", f"name_{t.language}").iter_rows())
    return _many(name, label, _by_name(names), names.__getitem__, t)


def _country(t: Translator) -> str | None:
    labels = countries.labels(queries.table("actors"), queries.names("actor"), t.language)
    return filters.choice(
        "country",
        t("Commits this country"),
        list(labels),
        labels.__getitem__,
        placeholder=t("Any country"),
        help=t("By name, by its own act, or as a member of the body or group addressed."),
    )


def _committing(rows: pl.DataFrame, country: str, day: date) -> pl.DataFrame:
    ways = queries.country_commitments(country, day).filter(pl.col("way") != "pending")
    return rows.filter(pl.col("id").is_in(ways["commitment_id"].to_list()))


def _many(
    name: str, label: str, offered: list[str], words: Callable[[str], str], t: Translator
) -> Codes:
    return filters.choices(name, label, offered, words, placeholder=t("All"))


def _by_name(names: Mapping[str, str]) -> list[str]:
    return sorted(names, key=lambda key: shaping.fold(names[key]))
