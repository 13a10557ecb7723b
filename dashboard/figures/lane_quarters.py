"""The timeline where it has too many things to draw each: what each lane has in each quarter."""

import polars as pl

from dashboard.charts.lanes import DEADLINES, OTHERS
from dashboard.figures.declared import View
from dashboard.filtering.events import SINCE
from dashboard.filtering.query import Query
from dashboard.theme import GROUP_OF, MILESTONE_GROUPS

LANES, EVERY = 16, 48
"""Bodies with a lane of their own, and how many where the reader asks for a lane for everybody."""
DUE = "kind = 'deadline' AND (origin = 'commitment_deadline' OR commitment_id IS NOT NULL)"
QUARTER = "date_trunc('quarter', happened_on_latest)::DATE"
BETWEEN = "/"
"""Between the parts of the name of a mark: quarter, group, and lane, which may have one in it."""


def grouped(of: Query, view: View) -> Query:
    """Return the query that counts events by lane, quarter of their last day, and kind.

    The fullest bodies have a lane of their own, and those that the reader chose.
    """
    sql = (
        f"WITH events AS (FROM ({of.unsorted})),"
        f" own AS (SELECT lane_id FROM events WHERE lane_id IS NOT NULL AND NOT ({DUE})"
        " GROUP BY lane_id ORDER BY list_contains($kept, lane_id) DESC, count(*) DESC, lane_id"
        " LIMIT $lanes)"
        f" SELECT CASE WHEN {DUE} THEN '{DEADLINES}'"
        f" WHEN lane_id IN (FROM own) THEN lane_id ELSE '{OTHERS}' END AS lane,"
        " any_value(COLUMNS('^lane_[a-z]{2,3}$') ORDER BY id),"
        f" {QUARTER} AS quarter, kind, count(*) AS events,"
        " count(*) FILTER (NOT known_later) AS known,"
        " count(*) FILTER (NOT known_later AND phase = 'past') AS done,"
        f" min({SINCE}) AS happened_on_earliest, max(happened_on_latest) AS happened_on_latest,"
        " count(*) FILTER (NOT known_later AND phase = 'ahead' AND kind = 'deadline') AS due"
        " FROM events GROUP BY lane, quarter, kind ORDER BY lane, quarter, kind"
    )
    kept = list(view.values.get("body", ()))
    lanes = max(EVERY if view.value("every") == "1" else LANES, len(kept))
    return Query(sql, {**of.values, "kept": kept, "lanes": lanes})


def marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return a mark for each lane, quarter and group of kinds."""
    quarters = {
        quarter: view.t("quarter {n} of {year}", n=(quarter.month + 2) // 3, year=str(quarter.year))
        for quarter in frame["quarter"].unique()
    }
    name = f"lane_{view.t.language}"
    own = {
        DEADLINES: view.t("Deadlines of commitments"),
        OTHERS: view.t("All other bodies"),
    }
    found = (
        frame.with_columns(
            pl.col("kind").replace_strict(GROUP_OF, return_dtype=pl.String).alias("group"),
            pl.col("lane").replace_strict(own, default=pl.col(name)).alias(name),
        )
        .group_by("lane", name, "quarter", "group", maintain_order=True)
        .agg(
            pl.col("events", "known", "done", "due").sum().cast(pl.Int64),
            pl.col("happened_on_earliest").min(),
            pl.col("happened_on_latest").max(),
        )
    )
    when = pl.col("quarter").replace_strict(quarters, return_dtype=pl.String)
    return found.with_columns(
        mark=pl.concat_str(pl.col("quarter").cast(pl.String), "group", "lane", separator=BETWEEN),
        label=pl.concat_str(name, when, separator=" · "),
        n="events",
    )


def behind(of: Query, mark: str, view: View) -> Query:
    """Return the query for the events of one mark."""
    quarter, group, lane = mark.split(BETWEEN, 2)
    lanes = grouped(of, view)
    own = f"SELECT lane FROM ({lanes.sql}) WHERE lane NOT IN ('{DEADLINES}', '{OTHERS}')"
    place = {
        DEADLINES: f"({DUE})",
        OTHERS: f"NOT ({DUE}) AND coalesce(lane_id NOT IN ({own}), true)",
    }.get(lane, f"NOT ({DUE}) AND lane_id = $lane")
    sql = (
        f"FROM ({of.sql}) WHERE {QUARTER} = $quarter::DATE AND kind IN (SELECT unnest($kinds))"
        f" AND {place}"
    )
    values: dict[str, object] = {"quarter": quarter, "kinds": list(MILESTONE_GROUPS[group])}
    if lane == OTHERS:
        values |= {name: lanes.values[name] for name in ("kept", "lanes")}
    elif lane != DEADLINES:
        values["lane"] = lane
    return Query(sql, {**of.values, **values})
