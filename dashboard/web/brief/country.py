"""The sections of a country brief: texts signed, deadlines, other members, programmes."""

from collections.abc import Iterator

import polars as pl

from dashboard.source import briefs, totals
from dashboard.web.brief.brief_request import BriefRequest
from dashboard.web.brief.document import Part, Table, Text

KIND = "country"
SIGNED, DUE, PROGRAMMES, NEIGHBOURS = 12, 8, 8, 10
"""Rows of each part, and names of neighbours."""
KINDS = {"adherence": "text", "membership": "organization", "initiative": "programme"}
"""Of which kind the record is that a fact of a country is about, by its section."""


def parts(request: BriefRequest) -> Iterator[Part]:
    """Yield the parts of the brief."""
    yield _participations(request)
    due = briefs.due_by_text(request.key, request.day)
    if due.height:
        yield _due(request, due)
    yield from _other_members(request)
    yield from _programmes(request)


def gaps(request: BriefRequest) -> list[str]:
    """Return what is not known of it besides, in sentences."""
    t, counted = request.t, totals.country(request.key, request.day)
    unseen = int(briefs.due_by_text(request.key, request.day)["not_assessed"].sum())
    sentences = []
    if unseen:
        sentences.append(
            t.plural(
                "{n} of the {all} commitments that commit it was assessed by nobody.",
                "{n} of the {all} commitments that commit it were assessed by nobody.",
                unseen,
                all=counted["commitments"],
            )
        )
    if n := counted["not_judged"]:
        sentences.append(
            t.plural(
                "Of {n} commitment the deadline has passed, and whether it was met could not be"
                " judged.",
                "Of {n} commitments the deadline has passed, and whether they were met could not be"
                " judged.",
                n,
            )
        )
    if n := counted["unlisted_initiatives"]:
        sentences.append(
            t.plural(
                "{n} more programme is for groups of which nobody lists the members.",
                "{n} more programmes are for groups of which nobody lists the members.",
                n,
            )
        )
    return sentences


def _participations(request: BriefRequest) -> Part:
    """Return what the country has signed and joined."""
    t, rows = request.t, briefs.participations(request.key, request.day)
    title = t("Signed and joined")
    if rows.is_empty():
        return Part(title, [t("Nothing is on record here on {day}.", day=request.day)])
    columns = {
        "subject": (t("Text or body"), 5),
        "detail": (t("As what"), 2),
        "since": (t("Since"), 4),
    }
    return Part(
        title, table=_named(request, "country_participations", rows, columns, request.most(SIGNED))
    )


def _due(request: BriefRequest, rows: pl.DataFrame) -> Part:
    """Return the commitments that commit the country, text by text, the overdue and next first."""
    t = request.t
    columns = {
        "instrument_id": (t("Text"), 5),
        "commitments": (t("Commitments"), 2),
        "dated": (t("With a date"), 2),
        "overdue_commitments": (t("Overdue"), 2),
        "due_on": (t("Next date"), 3),
    }
    dated = rows.filter(pl.col("dated") > 0)
    shown = dated if dated.height else rows
    left = rows.height - min(shown.height, request.most(DUE))
    note = t.plural("{n} more text has no date.", "{n} more texts have no date.", left)
    table = _first(request, "commitments_on", shown, columns, request.most(DUE))
    return Part(
        t("What commits it, and what is due"),
        table=table,
        note=note if left and dated.height == len(table.rows) else "",
    )


def _other_members(request: BriefRequest) -> Iterator[Part]:
    """Yield who else is in the texts that the country signed, and which neighbours are."""
    t, rows = request.t, briefs.other_members(request.key, request.day)
    if rows.is_empty():
        return
    cells = request.cells("members_on", rows)
    named = rows.select(pl.col("neighbours").list.explode()).drop_nulls().unique()
    names = request.cells("members_on", named.rename({"neighbours": "member_id"}))
    sentences, nearest = [], request.most(NEIGHBOURS)
    for row in rows.iter_rows(named=True):
        keys = row["neighbours"] or ()
        near = sorted(names.text({"member_id": key}, "member_id") for key in keys)
        listed = [*near[:nearest], t.and_more(len(near) - nearest)]
        who = t.separator.join(filter(None, listed)) or t("none")
        sentences.append(
            t(
                "{text}: {n} in all; of its subregion: {names}.",
                text=cells.text(row, "instrument_id"),
                n=row["members"],
                names=who,
            )
        )
    yield Part(t("Who else is in"), sentences)


def _programmes(request: BriefRequest) -> Iterator[Part]:
    """Yield the programmes that reach the country, those that name it first."""
    t, rows = request.t, briefs.programmes(request.key, request.day)
    if rows.is_empty():
        return
    columns = {
        "subject": (t("Programme"), 5),
        "detail": (t("State of the programme"), 2),
        "note": (t("Through"), 3),
    }
    own = rows.filter(pl.col("derivation") == "declared").height
    total = t.plural(
        "{n} programme reaches it, {own} of them by name; the others through a group it is in.",
        "{n} programmes reach it, {own} of them by name; the others through a group it is in.",
        rows.height,
        own=own,
    )
    table = _named(request, "country_offers", rows, columns, request.most(PROGRAMMES))
    note = t.and_more(rows.height - len(table.rows))
    yield Part(t("Programmes"), [total], table=table, note=note)


def _first(
    request: BriefRequest,
    relation: str,
    rows: pl.DataFrame,
    columns: dict[str, tuple[str, int]],
    most: int,
) -> Table:
    """Return the first rows as a table."""
    shown = rows.head(most)
    return request.table(request.cells(relation, shown), shown, columns)


def _named(
    request: BriefRequest,
    relation: str,
    rows: pl.DataFrame,
    columns: dict[str, tuple[str, int]],
    most: int,
) -> Table:
    """Return the first rows as a table whose first column leads to what the fact is about."""
    table = _first(request, relation, rows, columns, most)
    linked = [
        [Text(cells[0].text, request.address(KINDS[row["section"]], row["subject_id"])), *cells[1:]]
        for row, cells in zip(rows.head(most).iter_rows(named=True), table.rows, strict=True)
    ]
    return Table(table.heads, linked, table.widths)
