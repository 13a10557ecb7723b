"""Everything that a brief says: what the record is, its parts, what changed, gaps, sources."""

from collections.abc import Iterable, Iterator
from html import unescape

import polars as pl

from dashboard.components.records import summary
from dashboard.components.records.cells import Cells
from dashboard.components.records.lists import label
from dashboard.shaping import two_days as shaping
from dashboard.shaping.two_days import Group, Line
from dashboard.source import database, records, two_days
from dashboard.source.totals import Row
from dashboard.source.two_days import Comparison
from dashboard.web.brief import country, sections
from dashboard.web.brief.asked import Asked
from dashboard.web.brief.document import Brief, Part, Said, Table
from dashboard.web.shell.description import TAGS
from dashboard.words import labels

CHANGES, OF_KIND, SOURCES = 12, 3, 6
"""Rows of changes in all and of each kind, and how many sources."""


def brief(asked: Asked) -> Brief:
    """Return a whole brief."""
    t, kind = asked.t, asked.kind
    row = records.profile(kind.profile, kind.key, asked.key, asked.day) or {}
    cells = asked.cells(kind.profile, pl.DataFrame([row]))
    own = country if kind.name == country.KIND else sections
    gaps = [*_plain(summary.gaps(kind, row, cells, asked.day)), *own.gaps(asked)]
    return Brief(
        language=t.language,
        kind=_kind(asked),
        title=t.localized(asked.record, "name"),
        dated=t("As of {day}", day=asked.day),
        lead=" ".join(_plain(summary.spoken(kind.summary, row, cells, asked.day))),
        facts=list(_facts(asked, row, cells)),
        parts=[*own.parts(asked), _changes(asked), *_gaps(asked, gaps), *_sources(asked)],
        foot=_foot(asked),
        url=asked.address(asked.kind.name, asked.key),
        name=f"brief-{asked.key}-{asked.day.isoformat()}-{t.language}",
    )


def _plain(sentences: Iterable[str]) -> list[str]:
    """Return sentences without what makes them HTML."""
    return [unescape(TAGS.sub("", sentence)) for sentence in sentences]


def _facts(asked: Asked, row: Row, cells: Cells) -> Iterator[tuple[str, str]]:
    """Yield the label and the value of each fact of the strip that is known."""
    for fact in asked.kind.facts:
        said = cells.text(row, fact.column)
        if said and row[cells.column(fact.column)] != 0:
            called = asked.t(fact.label) if fact.label else label(fact.column, asked.t)
            yield called[:1].upper() + called[1:], said


def _kind(asked: Asked) -> str:
    t = asked.t
    parts = [t("Brief"), t.label("record_kind", asked.kind.name)]
    symbol = t.localized(asked.record, "symbol")
    return " · ".join([*parts, symbol] if symbol else parts)


def _changes(asked: Asked) -> Part:
    """Return what changed since the other day, the first of each kind."""
    t = asked.t
    title = t("What changed between {since} and {until}", since=asked.since, until=asked.day)
    comparison = Comparison(asked.since, asked.day, asked.kind.name, asked.key)
    rows = two_days.rows(comparison)
    groups = shaping.groups(rows, labels.closed_lists(comparison.relation), t)
    if not groups:
        return Part(title, [t("Nothing that is on record changed.")])
    n = sum(group.n for group in groups)
    said = t.plural(
        "{n} change: {parts}.", "{n} changes: {parts}.", n, parts=shaping.counts(groups, t)
    )
    return Part(title, [said], table=_changed(asked, groups, rows))


def _changed(asked: Asked, groups: list[Group], rows: pl.DataFrame) -> Table:
    """Return the first lines of each kind of change as a table."""
    t = asked.t
    cells = asked.cells("changes_of", rows)
    listed: list[list[Said]] = []
    for group in groups:
        for number, line in enumerate(group.lines[:OF_KIND]):
            row = line.first
            url = asked.address(row["record_kind"], row["record_id"])
            label = group.label[:1].upper() + group.label[1:] if number == 0 else ""
            title = cells.text(row, "title")
            when = cells.text(row, "changed_on") if not line.gathered else ""
            listed.append([Said(label), Said(title, url), Said(_moved(asked, line)), Said(when)])
    heads = [t("Change"), t("What"), t("How it stood and stands"), t("When")]
    return Table(heads, listed[:CHANGES], [3, 6, 3, 3])


def _moved(asked: Asked, line: Line) -> str:
    """Return how something stood and stands; of a body, how many more there are."""
    t = asked.t
    if line.gathered:
        n = len(line.rows) - 1 + line.more
        return t.plural("and {n} more", "and {n} more", n)
    return f"{line.was} → {line.now}" if line.was else line.now


def _gaps(asked: Asked, gaps: list[str]) -> Iterator[Part]:
    if gaps:
        yield Part(asked.t("What is not known"), items=[Said(gap) for gap in gaps])


def _sources(asked: Asked) -> Iterator[Part]:
    """Yield the sources on which most rests."""
    t = asked.t
    rows = records.sources(asked.kind.tables[0], asked.key, SOURCES, 0)
    if rows.is_empty():
        return
    cells = asked.cells("record_sources", rows)
    items = []
    for row in rows.iter_rows(named=True):
        about = [row["publisher"], cells.text(row, "published_on")]
        said = ", ".join(filter(None, [row["title"], *about]))
        items.append(Said(said, asked.address("source", row["source_id"])))
    more = rows[records.TOTAL][0] - rows.height
    note = t.plural("and {n} more", "and {n} more", more) if more else ""
    yield Part(t("Sources"), items=items, note=note)


def _foot(asked: Asked) -> str:
    """Say whose the brief is, of which edition, and under which licence."""
    t, own = asked.t, database.settings()
    said = t(
        "{name}, edition {edition}, as of {day}",
        name=own.localized("name", t.language),
        edition=database.edition(),
        day=asked.day,
    )
    licence = own.localized("licence", t.language)
    return f"{said} · {licence}" if licence else said
