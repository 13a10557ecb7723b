"""The content of a brief: summary, facts, sections, changes, gaps and sources."""

from collections.abc import Iterator, Sequence

import polars as pl

from dashboard.components.records import summary
from dashboard.components.records.cells import Cells
from dashboard.shaping import two_days as shaping
from dashboard.shaping.two_days import Line
from dashboard.source import database, records, two_days
from dashboard.source.totals import Row
from dashboard.source.two_days import Comparison
from dashboard.web.brief import country, sections
from dashboard.web.brief.brief_request import BriefRequest
from dashboard.web.brief.document import Brief, Part, Table, Text
from dashboard.web.shell.description import as_text
from dashboard.words import labels

CHANGES, OF_KIND, SOURCES = 12, 3, 6
"""Rows of changes in all and of each kind, and how many sources."""


def brief(request: BriefRequest) -> Brief:
    """Return a whole brief."""
    t, kind = request.t, request.kind
    row = records.profile(kind.profile, kind.key, request.key, request.day) or {}
    cells = request.cells(kind.profile, pl.DataFrame([row]))
    own = country if kind.name == country.KIND else sections
    known_gaps = map(as_text, summary.gaps(kind, row, cells, request.day))
    lead = map(as_text, summary.filled_in(kind.summary, row, cells, request.day))
    gaps = [*known_gaps, *own.gaps(request)]
    return Brief(
        language=t.language,
        kind=_kind(request),
        title=t.localized(request.record, "name"),
        dated=t("As of {day}", day=request.day),
        lead=" ".join(lead),
        facts=list(_facts(request, row, cells)),
        parts=[*own.parts(request), _changes(request), *_gaps(request, gaps), *_sources(request)],
        foot=_foot(request),
        url=request.address(request.kind.name, request.key),
        name=f"brief-{request.key}-{request.day.isoformat()}-{t.language}",
    )


def _facts(request: BriefRequest, row: Row, cells: Cells) -> Iterator[tuple[str, str]]:
    """Yield the label and the value of each fact of the strip that is known."""
    for fact in request.kind.facts:
        value = cells.text(row, fact.column)
        if value and row[cells.column(fact.column)] != 0:
            name = summary.called(fact, row, cells)
            yield name[:1].upper() + name[1:], value


def _kind(request: BriefRequest) -> str:
    t = request.t
    parts = [t("Brief"), t.label("record_kind", request.kind.name)]
    symbol = t.localized(request.record, "symbol")
    return " · ".join([*parts, symbol] if symbol else parts)


def _changes(request: BriefRequest) -> Part:
    """Return what changed since the other day, the first of each kind."""
    t = request.t
    title = t("What changed between {since} and {until}", since=request.since, until=request.day)
    comparison = Comparison(request.since, request.day, request.kind.name, request.key)
    rows = two_days.rows(comparison)
    groups = shaping.groups(rows, labels.closed_lists(comparison.relation), t)
    if not groups:
        return Part(title, [t("Nothing that is on record changed.")])
    n = sum(group.n for group in groups)
    total = t.plural(
        "{n} change: {parts}.", "{n} changes: {parts}.", n, parts=shaping.counts(groups, t)
    )
    shown = [
        (group.label[:1].upper() + group.label[1:] if number == 0 else "", line)
        for group in groups
        for number, line in enumerate(group.lines[: request.most(OF_KIND)])
    ][: request.most(CHANGES)]
    left = n - sum(len(line.rows) + line.more for _, line in shown)
    return Part(title, [total], table=_changed(request, shown, rows), note=t.and_more(left))


def _changed(request: BriefRequest, shown: Sequence[tuple[str, Line]], rows: pl.DataFrame) -> Table:
    """Return lines of changes, the first of each kind with its name, as a table."""
    t = request.t
    cells = request.cells("changes_of", rows)
    listed: list[list[Text]] = []
    for kind, line in shown:
        row = line.first
        url = request.address(row["record_kind"], row["record_id"])
        when = cells.text(row, "changed_on") if not line.gathered else ""
        title = Text(cells.text(row, "title"), url)
        listed.append([Text(kind), title, Text(_moved(request, line)), Text(when)])
    heads = [t("Change"), t("What"), t("How it stood and stands"), t("When")]
    return Table(heads, listed, [3, 6, 3, 3])


def _moved(request: BriefRequest, line: Line) -> str:
    """Return the states before and after; for a body, how many more rows there are."""
    if line.gathered:
        return request.t.and_more(len(line.rows) - 1 + line.more)
    return f"{line.was} → {line.now}" if line.was else line.now


def _gaps(request: BriefRequest, gaps: list[str]) -> Iterator[Part]:
    if gaps:
        yield Part(request.t("What is not known"), items=[Text(gap) for gap in gaps])


def _sources(request: BriefRequest) -> Iterator[Part]:
    """Yield the sources on which most facts rest."""
    t = request.t
    rows = records.sources(request.kind.tables[0], request.key, request.most(SOURCES))
    if rows.is_empty():
        return
    cells = request.cells("record_sources", rows)
    items = []
    for row in rows.iter_rows(named=True):
        about = [row["publisher"], cells.text(row, "published_on")]
        citation = ", ".join(filter(None, [row["title"], *about]))
        items.append(Text(citation, request.address("source", row["source_id"])))
    more = rows[records.TOTAL][0] - rows.height
    yield Part(t("Sources"), items=items, note=t.and_more(more))


def _foot(request: BriefRequest) -> str:
    """Return the name of the tracker, the edition, the day and the licence."""
    t, own = request.t, database.settings()
    edition = t(
        "{name}, edition {edition}, as of {day}",
        name=own.localized("name", t.language),
        edition=database.edition(),
        day=request.day,
    )
    licence = own.localized("licence", t.language)
    return f"{edition} · {licence}" if licence else edition
