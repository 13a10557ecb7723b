"""The way of money on the Capacity building page: what is aimed at, pledged, planned and paid."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.common.cards import open_rows
from dashboard.components.common.tables import table
from dashboard.components.common.words import escape, source_link
from dashboard.source import queries
from dashboard.state.filters import page_state

SQL = "FROM money_on($day)"
"""The rows of the chains, as a reader can ask for them; the SQL page fills in the day."""
COLUMNS = ["subject", "step", "said", "amount", "amount_to", "currency", "giver", "as_of"]
COLUMNS += ["source_title", "source_url", "locator", "figure_id"]
SHOWN = 6
"""So many chains are drawn as tables of their own; the rows below have all of them."""


def money(day: date) -> None:
    """Show for each programme what is on record at each step, and say what is not."""
    t = page_state().t
    rows = queries.money_on(day)
    st.header(t("The way of money"), anchor="money")
    if rows.is_empty():
        st.info(t("No sum of any programme was on record by {day}.", day=day))
        return
    names = (f"initiative_{t.language}", f"actor_{t.language}")
    subject = f"subject_{t.language}"
    rows = rows.with_columns(pl.coalesce(names).alias(subject))
    chains = rows.partition_by("initiative_id", "actor_id", maintain_order=True)
    st.markdown(sentence(chains, day))
    first, rest = _in_order(chains)
    _cards(first)
    if rest:
        with st.expander(t.plural("{n} more with a sum", "{n} more with a sum", len(rest))):
            _cards(rest)
    table(
        rows,
        "money_on",
        "money",
        columns=COLUMNS,
        filters={},
        widths={"amount": 130, "giver": 180},
        labels={subject: t("Programme or body")},
        row_key=(subject, "step", "figure_id"),
    )
    open_rows(t("The same rows in SQL"), "sql", q=SQL)


def sentence(chains: list[pl.DataFrame], day: date) -> str:
    """Return in words of how many chains a step is on record, and of how many a payment."""
    t = page_state().t
    paid = sum(_on_record(chain, "paid") for chain in chains)
    promised = sum(_on_record(chain, "pledged") or _on_record(chain, "planned") for chain in chains)
    said = t.plural(
        "By {day} sums of **{n} programme or body** are on record: {promised} with a pledge or a"
        " budget.",
        "By {day} sums of **{n} programmes and bodies** are on record: {promised} with a pledge or"
        " a budget.",
        len(chains),
        day=day,
        promised=promised,
    )
    if not paid:
        return f"{said} {t('Of none is a payment on record.')}"
    return f"{said} {t.plural('Of {n} a payment.', 'Of {n} a payment.', paid)}"


def _in_order(chains: list[pl.DataFrame]) -> tuple[list[pl.DataFrame], list[pl.DataFrame]]:
    """Return the chains with the most steps on record, and the others."""

    def order(chain: pl.DataFrame) -> tuple[int, str]:
        return -chain.drop_nulls("amount")["step"].n_unique(), _subject(chain)

    fullest = sorted(chains, key=order)
    return fullest[:SHOWN], fullest[SHOWN:]


def _cards(chains: list[pl.DataFrame]) -> None:
    """Show two chains side by side; on a phone one below the other."""
    for place in range(0, len(chains), 2):
        pair = chains[place : place + 2]
        for column, chain in zip(st.columns(2, gap="large"), pair, strict=False):
            column.markdown(_card(chain))


def _card(chain: pl.DataFrame) -> str:
    """Return one chain as a list: the step, and what is on record at it."""
    t = page_state().t
    lines = [
        t("{name}: {what}", name=escape(t.label("figure_nature", row["step"])), what=_said(row))
        for row in chain.iter_rows(named=True)
    ]
    return "\n".join(
        [
            f"**{escape(_subject(chain))}**\n",
            *(f"- {line}" for line in lines),
        ]
    )


def _subject(chain: pl.DataFrame) -> str:
    """Return the name of the programme or body that a chain is of."""
    return str(page_state().t.localized(chain.row(0, named=True), "subject"))


def _said(row: Mapping[str, Any]) -> str:
    t = page_state().t
    said, giver = escape(t.localized(row, "said")), t.localized(row, "giver")
    if row["amount"] is None:
        return f":gray[{said}]"
    parts = [
        t("from {giver}", giver=escape(giver)) if giver else "",
        t.partial_date(row["as_of"]),
        source_link(row),
    ]
    return f"**{said}**  \n  :small[{' · '.join(part for part in parts if part)}]"


def _on_record(chain: pl.DataFrame, step: str) -> bool:
    return chain.filter(pl.col("step") == step, pl.col("amount").is_not_null()).height > 0
