"""Which country is shown: the choice of one, and of others beside it, or the list of all."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.components.common.tables import table
from dashboard.components.records import unknown
from dashboard.kinds import COUNTRY
from dashboard.shaping import countries as shaping
from dashboard.shaping.countries import BESIDE, MOST_BESIDE
from dashboard.shaping.folding import fold
from dashboard.source import database, queries
from dashboard.state import address, filters
from dashboard.state.filters import page_state
from dashboard.words.markdown import as_typed


def choose() -> str | None:
    """Let the reader pick a country, and others to set beside it."""
    t = page_state().t
    labels = shaping.labels(queries.countries(), queries.country_names(), t.language)
    _unknown(set(labels))
    with st.container(key="country-choice", horizontal=True, vertical_alignment="bottom"):
        country = filters.any_choice(
            "country",
            t("Country"),
            list(labels),
            labels.__getitem__,
            placeholder=t("Name in any of the languages, former name or code"),
        )
        others = [key for key in labels if key != country]
        filters.choices(
            BESIDE,
            t("Compare with"),
            others,
            labels.__getitem__,
            placeholder=t("No other country"),
            help=t("Up to {n} others.", n=MOST_BESIDE),
        )
    return country


def _unknown(known: set[str]) -> None:
    """Show which codes in the address no country has."""
    t = page_state().t
    for name in ("country", BESIDE):
        for key in address.leave_out(name, known):
            message = t("There is no country with the code {key}.", key=as_typed(key))
            st.info(message, icon=":material/filter_alt_off:")
            unknown.offer(COUNTRY, key)


def together(country: str) -> dict[str, str]:
    """Return a country with those in the address that are set beside it, each with its name."""
    return shaping.together(country, address.query_values(BESIDE), page_state().t)


def everyone(day: date) -> None:
    """Show every country with what it takes part in, each row opening its page."""
    t = page_state().t
    rows = database.rows_on("countries_on", day)
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
        if states
        else t("On {day}, no state is in a body, group or text of this record.", day=day)
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
