"""The parts of the Overview page; each number stands beside the link to its rows."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard import charts
from dashboard.components.common.cards import card_grid, figure_card, open_rows
from dashboard.components.common.charts import chart
from dashboard.components.common.tables import table
from dashboard.components.common.words import escape, source_link
from dashboard.state.filters import address, page_state
from dashboard.theme import MILESTONE_COLOURS, STATUS_COLOURS

SOON = ("due_now", "within_90_days")
SHOWN = 6
"""Milestones on either side of the day."""
TEXT = ("instrument_id", "instrument_symbol", "made_on", "made_on_latest")
"""What tells one text from another, beside its title."""
COUNTED = ("commitments", "complete", "overdue_commitments", "not_assessed", "not_read")
BY_TEXT = ("instrument", *COUNTED, "made_on", "instrument_symbol", "rows_address")


def counts_by_status(made: pl.DataFrame) -> pl.DataFrame:
    """Return ``status`` and ``n``, from complete to not assessed; what nobody has is left out.

    >>> made = pl.DataFrame({"status": ["not_assessed", "complete", "not_assessed"]})
    >>> counts_by_status(made).rows()
    [('complete', 1), ('not_assessed', 2)]
    """
    order = pl.DataFrame({"status": list(STATUS_COLOURS)})
    counts = made.group_by("status").agg(pl.len().alias("n"))
    return order.join(counts, on="status", maintain_order="left")


def sentence(made: pl.DataFrame, day: date) -> str:
    """Return the state of things on the day, in words."""
    t = page_state().t
    complete, overdue, soon = _count(made, "complete"), _overdue(made), _soon(made)
    parts = [
        t.n("{n} is complete", "{n} are complete", complete),
        t.n("{n} is overdue", "{n} are overdue", overdue),
        t.n("{n} is due within 90 days", "{n} are due within 90 days", soon),
    ]
    stand = t.n(
        "On {day}, **{n} commitment** stands in {texts}: {parts}.",
        "On {day}, **{n} commitments** stand in {texts}: {parts}.",
        made.height,
        day=day,
        texts=t.n("{n} adopted text", "{n} adopted texts", made["instrument_id"].n_unique()),
        parts=t.join(parts),
    )
    unseen = _count(made, "not_assessed")
    unknown = t.n(
        "{n} ({share}) has not been assessed, which says nothing about delivery.",
        "{n} ({share}) have not been assessed, which says nothing about delivery.",
        unseen,
        share=t.share(unseen / made.height),
    )
    return f"{stand} {unknown}"


def figures(made: pl.DataFrame) -> None:
    """Show the numbers of the day, each with its rows behind it."""
    t = page_state().t
    texts, unseen = made["instrument_id"].n_unique(), _count(made, "not_assessed")
    with card_grid():
        figure_card(made.height, t("commitments"), "commitments")
        figure_card(texts, t("adopted texts"), "#by-text")
        figure_card(_overdue(made), t("overdue"), "commitments", due_state="overdue")
        figure_card(_soon(made), t("due within 90 days"), "commitments", due_state=SOON)
        figure_card(unseen, t("not assessed"), "commitments", status="not_assessed")


def statuses(made: pl.DataFrame) -> None:
    """Show how far the commitments are met; the legend is a list of links."""
    t = page_state().t
    counts = counts_by_status(made)
    parts = [
        f"{t.label('assessment_status', status)} {t.number(n)}" for status, n in counts.iter_rows()
    ]
    description = t("Commitments: {parts}.", parts=t.join(parts))
    chart(charts.status_bar(counts, t), "by-status", description)
    with st.container(horizontal=True, gap="small"):
        for status, n in counts.iter_rows():
            mark = f':color[■]{{foreground="{STATUS_COLOURS[status]}"}}'
            label = f"{mark} {t.label('assessment_status', status)} **{t.number(n)}**"
            open_rows(label, "commitments", status=status)


def proposals(proposed: pl.DataFrame) -> None:
    """Say what is proposed and therefore not counted."""
    t = page_state().t
    if proposed.is_empty():
        return
    st.caption(
        t.n(
            "Not counted: {n} commitment of texts that nobody has adopted ({texts}).",
            "Not counted: {n} commitments of texts that nobody has adopted ({texts}).",
            proposed.height,
            texts=t.n("{n} text", "{n} texts", proposed["instrument_id"].n_unique()),
        )
    )
    open_rows(t("See what is proposed"), "commitments", standing="proposed")


def milestones(events: pl.DataFrame, day: date) -> None:
    """Show the latest things that happened, and the next ones, side by side."""
    t = page_state().t
    latest, after = around(events, day)
    left, right = st.columns(2, gap="large")
    with left:
        _listed(t("Latest milestones"), latest)
    with right:
        _listed(t("Next milestones"), after)
    open_rows(t("All on the timeline"), "timeline")


def around(events: pl.DataFrame, day: date) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the last milestones up to ``day``, newest first, and the next after it.

    Deadlines are among the next, not among what happened: a deadline that has passed says
    nothing about what was done.
    """
    past = pl.col("happened_on_latest") <= day
    happened = pl.col("origin").is_in(["milestone", "instrument"]) & pl.col("status").eq("held")
    latest = events.filter(past & happened & pl.col("kind").ne("deadline"))
    first = pl.coalesce("happened_on_earliest", "happened_on_latest")
    return (
        latest.sort(first, "id", descending=[True, False]).head(SHOWN),
        events.filter(~past).sort("happened_on_latest", "id").head(SHOWN),
    )


def by_text(made: pl.DataFrame) -> None:
    """Show each text with how many commitments it holds and how they stand."""
    t = page_state().t
    rows = made.group_by(*TEXT, f"instrument_{t.language}").agg(
        pl.len().alias("commitments"),
        pl.col("status").eq("complete").sum().alias("complete"),
        pl.col("overdue").sum().alias("overdue_commitments"),
        pl.col("status").eq("not_assessed").sum().alias("not_assessed"),
        pl.col("verification").ne("read").sum().alias("not_read"),
    )
    rows = rows.sort("commitments", "instrument_id", descending=[True, False])
    links = [address("commitments", instrument=key) for key in rows["instrument_id"]]
    st.subheader(t("By text"), anchor="by-text")
    table(
        rows.with_columns(rows_address=pl.Series(links, dtype=pl.String)),
        "commitments_on",
        "by-text",
        columns=BY_TEXT,
        file="commitments_by_text",
        row_key=("instrument_id",),
        about=t("One row per text, with its commitments on the day by status."),
    )


def _listed(title: str, events: pl.DataFrame) -> None:
    """Show milestones as lines of text: when, what kind, what, and where it was read."""
    t = page_state().t
    lines = [
        f':color[●]{{foreground="{MILESTONE_COLOURS[event["kind"]]}"}} '
        f"**{t.partial_date(event['happened_on'])}** · {t.label('milestone_kind', event['kind'])}"
        f"  \n{escape(t.field(event, 'title'))}  \n:small[{source_link(event)}]"
        for event in events.iter_rows(named=True)
    ]
    st.subheader(title, anchor=False)
    st.markdown("\n\n".join(lines) or t("None recorded."))


def _count(made: pl.DataFrame, status: str) -> int:
    return made.filter(pl.col("status") == status).height


def _overdue(made: pl.DataFrame) -> int:
    return made.filter("overdue").height


def _soon(made: pl.DataFrame) -> int:
    return made.filter(pl.col("due_state").is_in(SOON)).height
