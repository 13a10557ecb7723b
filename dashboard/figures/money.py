"""The recorded sums of programmes and bodies, from target to payment."""

import polars as pl

from dashboard import charts
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.filtering.query import Query
from dashboard.source import queries

COLUMNS = ("amount_text", "giver_id", "as_of", "source_id", "locator")
"""What is shown of a sum."""
MOST, DRAWN = 2_500, 40
"""Rows up to which all of it is drawn; programmes and bodies that are drawn of more."""
CHAINS, PAID = "of_chains", "of_paid"
"""How many programmes and bodies there are, and of how many a payment, where not all are drawn."""
CHAIN = "coalesce(initiative_id, actor_id)"


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return the steps of each programme or body: each sum is a mark, the others are words.

    Those of which the most steps are on record come first.
    """
    language, step = view.t.language, view.t.labels["figure_nature"]
    known = pl.col("amount").is_not_null()
    subject = pl.coalesce(f"initiative_{language}", f"actor_{language}")
    return (
        frame.with_columns(
            chain=pl.coalesce("initiative_id", "actor_id"),
            subject=subject,
            amount_text=pl.col(f"amount_text_{language}"),
        )
        .with_columns(
            mark=pl.when(known).then(pl.concat_str("chain", "step", "figure_id", separator="/")),
            label=pl.concat_str(
                "subject", pl.col("step").replace_strict(step, return_dtype=pl.String),
                f"giver_{language}", "amount_text", separator=" · ", ignore_nulls=True,
            ),
            n=known.cast(pl.Int64),
            steps=pl.col("step").filter(known).n_unique().over("chain"),
        )
        .sort("steps", "chain", "position", "amount", descending=[True, False, False, True],
              nulls_last=True)
    )  # fmt: skip


def _query(view: View) -> Query:
    if queries.sums_of_money(view.day) <= MOST:
        return Query("FROM money_on($day)", {"day": view.day})
    # Sums are gathered once; of many programmes and bodies those with the most steps are drawn.
    sql = (
        f"WITH sums AS MATERIALIZED (SELECT *, {CHAIN} AS chain FROM money_on($day)),"
        " counted AS (SELECT chain, count(DISTINCT step) FILTER (amount IS NOT NULL) AS steps,"
        " bool_or(step = 'paid' AND amount IS NOT NULL) AS paid FROM sums GROUP BY chain),"
        f" fullest AS (SELECT chain, count(*) OVER () AS {CHAINS},"
        f" count(*) FILTER (paid) OVER () AS {PAID} FROM counted"
        " QUALIFY row_number() OVER (ORDER BY steps DESC, chain) <= $drawn)"
        " SELECT * EXCLUDE (chain) FROM sums JOIN fullest USING (chain)"
        " ORDER BY chain, position, figure_id"
    )
    return Query(sql, {"day": view.day, "drawn": DRAWN})


def chains(marks: pl.DataFrame, step: str) -> int:
    """Return of how many programmes and bodies a step is on record."""
    known = marks.filter(pl.col("step") == step, pl.col("amount").is_not_null())
    return known["chain"].n_unique()


def _finding(marks: pl.DataFrame, view: View) -> str:
    """Return in words for how many programmes and bodies sums are recorded, and payments."""
    t = view.t
    if CHAINS in marks.columns:
        every, paid = marks.select(CHAINS, PAID).row(0)
    else:
        every, paid = marks["chain"].n_unique(), chains(marks, "paid")
    sums = t.plural(
        "Sums are on record for {n} programme or body",
        "Sums are on record for {n} programmes and bodies",
        every,
    )
    if not paid:
        return t("{sums}; no payments", sums=sums)
    return t("{sums}; payments for {paid} of them", sums=sums, paid=paid)


def _behind(view: View, mark: str) -> MarkRows:
    chain, step, figure = mark.split("/", 2)
    where = f"{CHAIN} = $chain AND step = $step AND figure_id = $figure"
    values = {"day": view.day, "chain": chain, "step": step, "figure": figure}
    query = Query(f"FROM money_on($day) WHERE {where}", values)
    return MarkRows(query, "money_on", COLUMNS)


MONEY = Chart(
    name="money",
    page="capacity",
    query=_query,
    file=lambda view: Query("FROM money_on($day)", {"day": view.day}),
    marks=_marks,
    draw=lambda marks, view: charts.money(marks, view.t),
    title=_finding,
    subtitle=lambda view: view.t(
        "The newest sum from each donor, each in its own currency, on a logarithmic"
        " scale. Hollow: a target, which is not money yet."
    ),
    behind=_behind,
)
