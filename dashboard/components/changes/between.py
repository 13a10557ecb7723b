"""What changed between two days: a sentence, rows with their evidence, files and SQL."""

import html
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.words import summary
from dashboard.components.records.cells import Cells
from dashboard.components.records.statuses import chip
from dashboard.kinds import KINDS
from dashboard.shaping import two_days as shaping
from dashboard.shaping.two_days import Group, Line
from dashboard.source import two_days
from dashboard.source.two_days import FIRST_KNOWN, Comparison
from dashboard.state.filters import page_state
from dashboard.words import labels

OPEN = 8
"""So many lines show at first, of the first kinds of change; the others open one by one."""
NAMED = 5
"""Kinds of change that the sentence names; the headings below it name all."""
FEW = 10
"""Lines of a kind of change that show when it is opened; the others behind another line."""
ANCHOR = "changes"
PEOPLE = ("membership", "act")
"""Aspects of bodies and texts that change when a member joins or leaves."""
NAMED_IN = ("record_id", "member_id", "source_id")
"""Columns of which a line names the records."""


def show(
    kind: str = "", key: str = "", *, aspects: Sequence[str] = (), records: Sequence[str] = ()
) -> None:
    """Show what changed between the as-of day and the one it is compared with; else nothing.

    What is shown can be narrowed to one record, to aspects, or to the keys of the records changed.
    """
    state = page_state()
    if state.other is None:
        return
    t, (since, until) = state.t, sorted((state.day, state.other))
    st.header(
        t("What changed between {since} and {until}", since=since, until=until), anchor=ANCHOR
    )
    if since == until:
        st.markdown(t("Both days are the same."))
        return
    comparison = Comparison(since, until, kind, key, tuple(aspects), tuple(sorted(records)))
    rows = two_days.rows(comparison)
    groups = shaping.groups(rows, labels.closed_lists(comparison.relation), t)
    known = rows[FIRST_KNOWN][0] if rows.height else 0
    summary(" ".join(filter(None, (sentence(groups), first_known(known)))), key="changes")
    cells = Cells(comparison.relation, rows, columns=NAMED_IN)
    shown, parts = 0, []
    for group in groups:
        shown += len(group.lines)
        parts.append(_group(group, cells, is_open=shown <= OPEN))
    if parts:
        st.html(f'<section class="changes">{"".join(parts)}</section>')
    _files(comparison)


def sentence(groups: Sequence[Group]) -> str:
    """Return in words how much changed, and what."""
    t = page_state().t
    if not groups:
        return t("Nothing that is on record changed.")
    n = sum(group.n for group in groups)
    parts = shaping.counts(groups, t, NAMED)
    return t.plural("{n} change: {parts}.", "{n} changes: {parts}.", n, parts=parts)


def first_known(n: int) -> str:
    """Say how many changes are dated by the earlier day and were first known after it."""
    t = page_state().t
    if not n:
        return ""
    return t.plural(
        "{n} of them is dated earlier and was first known in between.",
        "{n} of them are dated earlier and were first known in between.",
        n,
    )


def _group(group: Group, cells: Cells, *, is_open: bool) -> str:
    """Return a kind of change with its lines, as something that opens and closes."""
    t = page_state().t
    items = [f"<li>{line(each, cells)}</li>" for each in group.lines]
    shown = f'<ul class="plain spaced">{"".join(items[:FEW])}</ul>'
    if rest := items[FEW:]:
        label = html.escape(t.and_more(len(rest)))
        shown += (
            f'<details class="rows"><summary>{label}</summary>'
            f'<ul class="plain spaced">{"".join(rest)}</ul></details>'
        )
    head = html.escape(t("{label}: {text}", label=group.label, text=t.number(group.n)))
    opened = " open" if is_open else ""
    return (
        f"<details{opened}><summary><h3>{head[:1].upper()}{head[1:]}</h3></summary>{shown}"
        "</details>"
    )


def line(one: Line, cells: Cells) -> str:
    """Return a record with what changed, since when, and where that was read."""
    row = one.first
    name = cells.record(row, "record_id", row["record_kind"])
    parts = [_people(one, cells), _states(one, cells)]
    title = cells.text(row, "title")
    if name and row["aspect"] in PEOPLE:
        title = name[2]
    linked = links.record(row["record_kind"], row["record_id"], title)
    description = " ".join(filter(None, (linked, *parts)))
    return f'{description} <span class="mute">{" · ".join(_evidence(one, cells))}</span>'


def _people(line: Line, cells: Cells) -> str:
    """Return who joined or left a body or text, as links."""
    if line.first["aspect"] not in PEOPLE:
        return ""
    named = ", ".join(cells.html(row, "member_id") for row in line.rows)
    return f"– {named} {html.escape(page_state().t.and_more(line.more))}".rstrip()


def _states(line: Line, cells: Cells) -> str:
    """Return how it stood and stands; of a status with its mark."""
    if not line.now:
        return ""
    row, t = line.first, page_state().t
    if row["aspect"] == "status":
        was, now = chip(row["before"], line.was), chip(row["after"], line.now)
        return f'<span class="moved">{was} → {now}</span>'
    if line.was:
        change = t("was {before}, now {after}", before=line.was, after=line.now)
        return f"<span>({html.escape(change)})</span>"
    return f"<span>({html.escape(line.now)})</span>"


def _evidence(line: Line, cells: Cells) -> Iterator[str]:
    """Yield date and source, where all rows of the line share them."""
    row = line.first
    if len({each["changed_on"] for each in line.rows}) == 1 and row["changed_on"]:
        yield html.escape(cells.text(row, "changed_on"))
    if row.get("first_known"):
        yield html.escape(page_state().t("dated earlier, first known in between"))
    if len({each["source_id"] for each in line.rows}) == 1 and row["source_id"]:
        place = html.escape(cells.text(row, "locator")) if not line.gathered else ""
        yield ", ".join(filter(None, (cells.html(row, "source_id"), place)))


def _files(comparison: Comparison) -> None:
    """Link all rows as files, and show the query that has them."""
    t = page_state().t
    query = urlencode({**comparison.query, "lang": t.language})
    address = html.escape(f"data/{comparison.relation}.csv?{query}")
    sql = links.page("sql", "SQL", q=comparison.sql)
    days = {"from_day": comparison.since, "to_day": comparison.until, "lang": t.language}
    items = [f'<a href="{address}">{html.escape(t("All rows as CSV"))}</a>', sql]
    if not comparison.wanted:
        feed = html.escape(f"changes.atom?{urlencode({**_narrowed(comparison), **days})}")
        items.append(f'<a href="{feed}">{html.escape(t("As a feed"))}</a>')
    st.html(f'<p class="more">{" · ".join(items)}</p>')


def _narrowed(comparison: Comparison) -> dict[str, str]:
    """Return what a feed is narrowed to."""
    return {KINDS[comparison.kind].followed_as: comparison.key} if comparison.kind else {}
