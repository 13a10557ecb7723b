"""The profile of one country: its selection, a summary, figures and a history."""

from datetime import date, timedelta

import polars as pl
import streamlit as st

from dashboard.components.common.cards import card_grid, figure_card, open_rows
from dashboard.components.common.figure import figure
from dashboard.components.common.tables import table
from dashboard.components.common.words import as_typed, escape
from dashboard.components.records import unknown
from dashboard.figures import CHARTS
from dashboard.kinds import COUNTRY
from dashboard.shaping import countries as shaping
from dashboard.shaping.folding import fold
from dashboard.source import queries, totals
from dashboard.source.totals import Row
from dashboard.state import address, filters
from dashboard.state.filters import page_state

MOST_BESIDE = 4
"""Countries that stand beside one."""


def choose() -> tuple[str | None, list[str]]:
    """Let the reader pick a country, and others to set beside it."""
    t = page_state().t
    labels = shaping.labels(queries.table("actors"), queries.names("actor"), t.language)
    _unknown(set(labels))
    with st.container(key="country-choice", horizontal=True, vertical_alignment="bottom"):
        country = filters.choice(
            "country",
            t("Country"),
            list(labels),
            labels.__getitem__,
            placeholder=t("Name in any of the languages, former name or code"),
        )
        others = [key for key in labels if key != country]
        beside = filters.choices(
            "with",
            t("Beside it"),
            others,
            labels.__getitem__,
            placeholder=t("No other country"),
            help=t("Up to {n} others.", n=MOST_BESIDE),
        )
    return country, list(beside)[:MOST_BESIDE]


def _unknown(known: set[str]) -> None:
    """Say of each code in the address that no country has it."""
    t = page_state().t
    keys = [key for name in ("country", "with") for key in address.query_values(name)]
    for key in keys:
        if key not in known:
            message = t("There is no country with the code {key}.", key=as_typed(key))
            st.info(message, icon=":material/filter_alt_off:")
            unknown.offer(COUNTRY, key)


def name(country: str) -> str:
    """Return the name of a country in the reader's language."""
    actors = queries.table("actors")
    return str(
        page_state().t.localized(
            actors.row(by_predicate=pl.col("id") == country, named=True), "name"
        )
    )


def everyone(day: date) -> None:
    """Show every country with what it takes part in, each row opening its page."""
    t = page_state().t
    rows = totals.countries(day)
    states = rows.filter(pl.col("member_kind") == "state").height
    st.markdown(
        t.plural(
            "On {day}, {n} state is in a body, group or text of this record. Pick one above or"
            " open it from the list.",
            "On {day}, {n} states are in a body, group or text of this record. Pick one above or"
            " open it from the list.",
            states,
            day=day,
        )
    )
    by_name = pl.Series(rows[f"member_{t.language}"]).map_elements(fold, return_dtype=pl.String)
    rows = rows.with_columns(by_name.alias("order")).sort(
        "texts", "bodies", "order", descending=[True, True, False]
    )
    table(
        rows.drop("order"),
        "countries_on",
        "countries",
        columns=["member", "member_id", "member_kind", "bodies", "texts", "groups"],
        filters={},
        opener=t("Open"),
        on_open=lambda position: address.open_record("country", rows["member_id"][position]),
    )


def existed(country: str, day: date) -> bool:
    """Return whether a country existed on the day; if no longer, say so and link its last day."""
    t = page_state().t
    row = queries.table("actors").row(by_predicate=pl.col("id") == country, named=True)
    if row["dissolved_on_latest"] is None or row["dissolved_on_latest"] > day:
        return True
    st.info(
        t(
            "{name} no longer existed on {day}: it ended on {end}. What follows is its past.",
            name=escape(t.localized(row, "name")),
            day=day,
            end=t.partial_date(row["dissolved_on"]),
        ),
        icon=":material/history:",
    )
    last = row["dissolved_on_latest"] - timedelta(days=1)
    open_rows(t("See its last day, {day}", day=last), "countries", country=country, as_of=last)
    return False


def sentence(country: str, counted: Row, day: date) -> str:
    """Return what the country is in, in words."""
    t = page_state().t
    takes_part = t(
        "On {day}, **{name}** is in {n} of the {all} bodies whose members are listed here, and has"
        " signed, endorsed or adhered to {texts}.",
        day=day,
        name=escape(name(country)),
        n=counted["bodies"],
        all=counted["listed_bodies"],
        texts=t.plural("{n} text", "{n} texts", counted["texts"]),
    )
    bound = t.plural(
        "{n} commitment commits it.", "{n} commitments commit it.", counted["commitments"]
    )
    if late := counted["overdue_commitments"]:
        overdue_part = t.plural("{n} of them is overdue.", "{n} of them are overdue.", late)
        bound = f"{bound} {overdue_part}"
    if own := counted["own_commitments"]:
        text_own = t.plural(
            "{n} of them names it, or rests on what it joined or signed itself.",
            "{n} of them name it, or rest on what it joined or signed itself.",
            own,
        )
        bound = f"{bound} {text_own}"
    possible = counted["possible"]
    unsure = t.plural(
        "{n} fact is only possible on this day.",
        "{n} facts are only possible on this day.",
        possible,
    )
    return f"{takes_part} {bound} {unsure if possible else ''}"


def figures(country: str, counted: Row) -> None:
    """Show the numbers of the country, each with its rows behind it."""
    t = page_state().t
    soon, overdue = counted["due_soon"], counted["overdue_commitments"]
    states = totals.due_soon()
    places = {
        "memberships": (t("memberships"), "#memberships"),
        "acts": (t("acts towards texts"), "#texts"),
        "initiatives": (t("initiatives"), "#initiatives"),
    }
    with card_grid():
        figure_card(counted["commitments"], t("commitments"), "commitments", country=country)
        figure_card(overdue, t("overdue"), "commitments", country=country, due_state="overdue")
        figure_card(soon, t("due within 90 days"), "commitments", country=country, due_state=states)
        for name, (label, place) in places.items():
            figure_card(counted[name], label, place)


def over_time(country: str) -> None:
    """Draw what the country joined, left, signed and said by the day."""
    st.header(page_state().t("Accessions, acts and positions"), anchor=False)
    figure(CHARTS["country-history"], {"country": [country]})
