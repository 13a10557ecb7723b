"""Up to five countries side by side: where they differ, and folded below it, where they do not."""

import html
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common import developing, links
from dashboard.components.common.tables import download
from dashboard.components.common.words import escape
from dashboard.components.countries.choice import together
from dashboard.components.countries.facts import kinds
from dashboard.kinds import COUNTRY
from dashboard.shaping import comparison as shaping
from dashboard.source import database, queries, records
from dashboard.state.filters import page_state

Row = Mapping[str, Any]
PAIR = 2
TABLES = ("actors", "instruments", "initiatives")


def beside(rows: pl.DataFrame, country: str, day: date) -> Callable[[], None] | None:
    """Return a function that shows the country beside those in the address; none if it is alone."""
    countries = together(country)
    return partial(show, countries, day) if len(countries) > 1 else None


def show(countries: Mapping[str, str], day: date) -> None:
    """Show what countries share, and row by row what each has, the differences first."""
    t = page_state().t
    rosters = database.rows_on("roster_reports_on", day).filter(pl.col("roster") == "complete")[
        "body_id"
    ]
    rows = shaping.side_by_side([_facts(each, day) for each in countries], rosters.to_list())
    shared = pl.all_horizontal(
        pl.col(f"certainty_{number}").is_not_null() for number in range(1, len(countries) + 1)
    )
    n, every = rows.filter(shared).height, rows.height
    st.markdown(f"{_committed(countries, day)} {_shared(n, every, len(countries))}")
    cells = rows.with_columns(
        pl.Series(key, [_cell_text(row, number) for row in rows.iter_rows(named=True)], pl.String)
        for number, key in enumerate(countries, start=1)
    )
    linked = kinds(TABLES, cells["subject_id"].to_list())
    differing, same = cells.filter("differs"), cells.filter(~pl.col("differs"))
    folded = t.plural(
        "{n} on which they do not differ", "{n} on which they do not differ", same.height
    )
    st.html(
        f"<h3 class='further'>{html.escape(t('Where they differ: {n}', n=differing.height))}</h3>"
        + _table(differing, countries, linked)
        + f"<details><summary>{html.escape(folded)}</summary>"
        + f"{_table(same, countries, linked)}</details>"
    )
    download(
        cells,
        "country_profile",
        "beside",
        ["subject", *countries, "subject_id"],
        file="countries_side_by_side",
        row_key=("section", "subject_id"),
        about=t("One row per body, text, vote or group, with where each country stands in it."),
        labels=countries,
    )
    name = escape(next(iter(countries.values())))
    st.caption(t("What follows is about {name} alone.", name=name))


def _committed(countries: Mapping[str, str], day: date) -> str:
    """Say how many commitments commit each country."""
    t, options, each = page_state().t, developing.options(), []
    for key, name in countries.items():
        if facts := records.profile(COUNTRY.profile, COUNTRY.key, key, day, options):
            each.append(f"{escape(name)} {t.number(facts['commitments'])}")
    return t("Commitments by country: {each}.", each=t.separator.join(each))


def _facts(country: str, day: date) -> pl.DataFrame:
    """Return what a country is in, and how it voted where a source names that."""
    profile = queries.country_profile(country, day, developing.chosen())
    votes = database.rows_on("country_votes", day, country=country).drop_nulls("choice")
    return pl.concat(
        [
            profile,
            votes.rename({"choice": "detail", "held_on": "since", "held_on_latest": "since_latest"})
            .with_columns(
                section=pl.lit("vote"),
                detail_vocabulary=pl.lit("vote_choice"),
                certainty=pl.lit("certain"),
                derivation=pl.lit("declared"),
            )
            .select(pl.selectors.by_name(*profile.columns, require_all=False)),
        ],
        how="diagonal",
    )


def _table(rows: pl.DataFrame, countries: Mapping[str, str], linked: Mapping[str, str]) -> str:
    """Return rows as a table: what it is, and what each country has there."""
    t = page_state().t
    heads = [t("Body, text or group"), *countries.values()]
    head = "".join(
        f'<th scope="col" role="columnheader">{html.escape(each)}</th>' for each in heads
    )
    body = "".join(
        f'<tr role="row"><td role="cell" class="first">{_subject(row, linked)}</td>'
        + "".join(
            f'<td role="cell" data-head="{html.escape(name)}">{html.escape(row[key])}</td>'
            for key, name in countries.items()
        )
        + "</tr>"
        for row in rows.iter_rows(named=True)
    )
    return (
        f'<table class="records beside" role="table"><thead role="rowgroup"><tr role="row">{head}'
        f'</tr></thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _subject(row: Row, linked: Mapping[str, str]) -> str:
    t, key = page_state().t, row["subject_id"]
    label = t.localized(row, "subject")
    if row["section"] == "vote":
        label = t("Vote on {name}", name=label)
    return links.record(linked[key], key, label) if key in linked else html.escape(label)


def _cell_text(row: Row, number: int) -> str:
    """Return in words what one country has there; unknown is not the same as none."""
    t = page_state().t
    detail, since = row[f"detail_{number}"], t.partial_date(row[f"since_{number}"])
    if detail is None and row[f"certainty_{number}"] is None:
        if row["section"] == "vote":
            return t("not named by a source")
        return t("not in") if row["complete"] else t("not recorded")
    words = t.label(row[f"detail_vocabulary_{number}"], detail) if detail else t("in")
    unsure = t.label("certainty", "possible") if row[f"certainty_{number}"] == "possible" else ""
    derived = t.label("derivation", "derived") if row[f"derivation_{number}"] == "derived" else ""
    return ", ".join(part for part in (words, since, unsure, derived) if part)


def _shared(n: int, every: int, countries: int) -> str:
    """Return in words how much of what any of some countries is in they share."""
    t = page_state().t
    if not n and countries == PAIR:
        return t(
            "They share none of the {all} bodies, texts, votes and groups in which either is.",
            all=every,
        )
    if not n:
        return t(
            "They share none of the {all} bodies, texts, votes and groups in which any of them is.",
            all=every,
        )
    if countries == PAIR:
        return t.plural(
            "They share {n} of the {all} bodies, texts, votes and groups in which either is.",
            "They share {n} of the {all} bodies, texts, votes and groups in which either is.",
            n,
            all=every,
        )
    return t.plural(
        "They share {n} of the {all} bodies, texts, votes and groups in which any of them is.",
        "They share {n} of the {all} bodies, texts, votes and groups in which any of them is.",
        n,
        all=every,
    )
