"""What belongs to a text, organization or topic: some of the sections of its page, cut short."""

from collections.abc import Iterator

import polars as pl

from dashboard.components.records import lists
from dashboard.kinds.declared import Section
from dashboard.source import belonging, briefs, records
from dashboard.web.brief.brief_request import BriefRequest
from dashboard.web.brief.document import Part, Table, Text

TABLES = {
    "text": {"parts": 10, "commitments": 8, "proposals": 6, "after": 5},
    "organization": {"texts": 6, "other-texts": 4, "commitments": 8, "programmes": 5, "needs": 5},
    "topic": {"narrower": 6, "needs": 6, "commitments": 8, "programmes": 8},
}
"""The sections that are shown as a table, and how many rows of each."""
NAMES = {"text": {"members": 70}, "organization": {"members": 70, "bodies": 12}, "topic": {}}
"""The sections of which only names are shown, and how many."""
WIDE = frozenset({"summary", "statement", "statuses", "part", "name", "note"})
SENTENCES, WORDS, NUMBERS = 8, 3, 2
"""How wide a column of sentences is, one of words and one of numbers."""
ORDER = {
    "commitments": "code_position('due_state', due_state), due_on_latest NULLS LAST, id",
}
"""Another order than on the page: what is overdue and due comes before what is met."""
ADDRESSED, TOPICS = 10, 6


def parts(request: BriefRequest) -> Iterator[Part]:
    """Yield the parts of a record's brief, in the order of its page."""
    tables, names = TABLES[request.kind.name], NAMES[request.kind.name]
    for section in request.kind.sections:
        if section.name in tables:
            yield from _part(request, section, tables[section.name], named=False)
        elif section.name in names:
            yield from _part(request, section, names[section.name], named=True)
    if request.kind.name == "text":
        yield from _addressees(request)
        yield from _topics(request)


def gaps(request: BriefRequest) -> list[str]:
    """Return what is not known besides what its page says: nothing."""
    return []


def _part(request: BriefRequest, section: Section, most: int, *, named: bool) -> Iterator[Part]:
    """Yield a section with its first rows, or only the names in them; nothing without rows."""
    t = request.t
    rows = belonging.page(
        section.relation,
        section.by,
        request.key,
        request.day,
        where=section.where,
        order=ORDER.get(section.name, section.order).replace("{language}", t.language),
        limit=request.most(most),
        offset=0,
        record=request.key,
        found_in=section.found_in,
    )
    if rows.is_empty():
        return
    note = t.and_more(rows[records.TOTAL][0] - rows.height)
    cells = request.cells(section.relation, rows)
    if named:
        found = [cells.text(row, section.columns[0]) for row in rows.iter_rows(named=True)]
        n = t.number(rows[records.TOTAL][0])
        listed = t.separator.join(filter(None, [*found, note]))
        yield Part(t("{label}: {text}", label=t(section.title), text=n), [f"{listed}."])
        return
    yield Part(t(section.title), table=_table(request, section, rows), note=note)


def _table(request: BriefRequest, section: Section, rows: pl.DataFrame) -> Table:
    """Return rows as a table whose first column leads to the record that a row is."""
    cells = request.cells(section.relation, rows)
    columns = {
        name: (lists.label(name, cells), _width(name, rows))
        for name in section.columns
        if name != "source_id" and not lists.repeats(rows[cells.column(name)], request.key)
    }
    table = request.table(cells, rows, columns)
    if not section.link:
        return table
    linked = []
    for row, texts in zip(rows.iter_rows(named=True), table.rows, strict=True):
        found = cells.record(row, section.link, row[section.kind] if section.kind else "")
        url = request.address(found[0], found[1]) if found else ""
        linked.append([Text(texts[0].text, url), *texts[1:]])
    return Table(table.heads, linked, table.widths)


def _width(name: str, rows: pl.DataFrame) -> int:
    """Return how wide a column is beside the others."""
    if name in WIDE:
        return SENTENCES
    return NUMBERS if name in rows.columns and rows[name].dtype.is_numeric() else WORDS


def _addressees(request: BriefRequest) -> Iterator[Part]:
    """Yield whom the commitments of a text bind or address."""
    t, rows = request.t, briefs.addressees(request.key, request.day)
    if rows.is_empty():
        return
    cells = request.cells("commitment_actors", rows)
    listed = [
        t("{label}: {text}", label=cells.text(row, "actor_id"), text=t.number(row["commitments"]))
        for row in rows.head(request.most(ADDRESSED)).iter_rows(named=True)
    ]
    listed.append(t.and_more(rows.height - request.most(ADDRESSED)))
    title = t("Who must act, and on how many commitments")
    yield Part(title, [f"{t.separator.join(filter(None, listed))}."])


def _topics(request: BriefRequest) -> Iterator[Part]:
    """Yield the topics of a text, and how many programmes run in them."""
    t, rows = request.t, briefs.topics(request.key, request.day)
    if rows.is_empty():
        return
    columns = {
        "focus_area_id": (t("Topic"), 4),
        "commitments": (t("Commitments"), 2),
        "initiatives": (t("Programmes that run in it"), 2),
    }
    first = rows.head(request.most(TOPICS))
    table = request.table(request.cells("commitment_focus_areas", first), first, columns)
    note = t.and_more(rows.height - first.height)
    yield Part(t("Topics and programmes"), table=table, note=note)
