"""The list of commitments: in a sentence, as bars, and row by row."""

from datetime import date

import polars as pl

from dashboard.components.common.cards import open_rows
from dashboard.components.common.figure import figure
from dashboard.components.common.tables import table
from dashboard.components.overview import counts_by_status
from dashboard.figures import CHARTS
from dashboard.figures.status import BY
from dashboard.shaping import commitments as shaping
from dashboard.source import totals
from dashboard.state import address
from dashboard.state.filters import choice, page_state
from dashboard.theme import DUE_COLOURS

FIRST = {
    "made": ["instrument", "paragraph", "summary", "status", "due_on", "verification"],
    "proposed": ["instrument", "paragraph", "summary", "instrument_status", "verification"],
}
"""What the list shows first, by standing."""
THEN = ["due_state", "actors", "id", "instrument_symbol", "source_url", "locator"]
"""What stands at the right end of the table; proposals lack the first."""

WIDTHS = {"instrument": 105, "paragraph": 100, "summary": 295, "status": 80, "due_on": 75}
WIDTHS |= {"verification": 95}
ROW, TALL_ROW = 84, 102
"""Height of a row in pixels: four lines of English text, five of French."""
FEW = 10
"""A chart of fewer rows says less than the rows."""
HEIGHT = 680
"""Of the table, in pixels."""


def sentence(rows: pl.DataFrame, all_rows: int, day: date) -> str:
    """Return what the list holds, in words."""
    t = page_state().t
    n, texts = rows.height, rows["instrument_id"].n_unique()
    total = t.plural(
        "On {day}, **{n} commitment** of {all} matches, in {texts}.",
        "On {day}, **{n} commitments** of {all} match, in {texts}.",
        n,
        day=day,
        all=all_rows,
        texts=t.plural("{n} text", "{n} texts", texts),
    )
    parts = [
        f"{t.label('assessment_status', status)} {t.number(count)}"
        for status, count in counts_by_status(rows).iter_rows()
    ]
    overdue = t.plural("{n} is overdue.", "{n} are overdue.", int(rows["overdue"].sum()))
    return f"{total} {t('By status: {parts}.', parts=t.join(parts))} {overdue}"


def proposed_sentence(rows: pl.DataFrame, day: date) -> str:
    """Return what is proposed, in words, and that it is not counted."""
    t = page_state().t
    return t.plural(
        "On {day}, {texts} would make **{n} commitment** and nobody had adopted it: it is"
        " proposed, and never counted as made.",
        "On {day}, {texts} would make **{n} commitments** and nobody had adopted them: they are"
        " proposed, and never counted as made.",
        rows.height,
        day=day,
        texts=t.plural("{n} text", "{n} texts", rows["instrument_id"].n_unique()),
    )


def status_chart(rows: pl.DataFrame) -> None:
    """Show the statuses by text, by who is addressed or by topic; of few rows, nothing."""
    if rows.height < FEW:
        return
    t = page_state().t
    words = {code: t(text) for code, text in BY.items()}
    by = choice("by", t("How far they are met"), list(words), words.__getitem__, default="text")
    one = by == "text" and rows["instrument_id"].n_unique() == 1
    figure(CHARTS["status" if one else "commitments"])


def listed(rows: pl.DataFrame, standing: str) -> None:
    """Show the rows, each of which opens its record, and give exactly them as a file."""
    t = page_state().t
    deadlines = bool(address.query_values("due_state"))
    # A text is read from its first paragraph on; a list of many, from what is urgent.
    urgent = standing == "made" and not deadlines and rows["instrument_id"].n_unique() > 1
    rows = shaping.in_order(
        rows, by_deadline=deadlines, by_urgency=list(DUE_COLOURS) if urgent else ()
    )
    height_of_row = TALL_ROW if t.spoken.wordy else ROW
    table(
        rows,
        "proposals_on" if standing == "proposed" else "commitments_on",
        f"commitments-{standing}",
        columns=FIRST[standing] + (THEN if standing == "made" else THEN[1:]),
        opener=t("Open"),
        on_open=lambda position: address.open_record("id", rows["id"][position]),
        widths=WIDTHS,
        row_height=height_of_row,
        height=min(HEIGHT, height_of_row * rows.height + 40),
        filters=address.filter_values(),
    )


def other_standing(standing: str, day: date) -> None:
    """Say what the list leaves out: what is proposed, or what was made."""
    t = page_state().t
    if standing == "made":
        n = totals.commitments(day)["proposed"]
        label = t.plural(
            "{n} proposal is not in this list", "{n} proposals are not in this list", n
        )
        open_rows(label, "commitments", standing="proposed")
