"""Rows of sections that share a relation, which is queried once for all of them."""

from datetime import date

import polars as pl

from dashboard.components.records.sections import Options
from dashboard.kinds import Kind
from dashboard.kinds.declared import Section
from dashboard.source import belonging
from dashboard.source.row_pages import Part
from dashboard.source.totals import Row
from dashboard.state.filters import page_state


def found(kind: Kind, facts: Row, day: date, options: Options) -> dict[str, pl.DataFrame]:
    """Return the first rows of sections that share a relation, by the name of the section.

    Args:
        kind: Of the record.
        facts: Its profile.
        day: The as-of day.
        options: Values for optional parameters of macros.
    """
    groups: dict[tuple[str, str, str], list[Section]] = {}
    for section in kind.sections:
        if section.relation and section.order and section.most > 1 and not section.found_in:
            groups.setdefault((section.relation, section.by, section.of), []).append(section)
    language = page_state().t.language
    rows: dict[str, pl.DataFrame] = {}
    for (relation, by, of), sections in groups.items():
        if len(sections) > 1:
            parts = {
                each.name: Part(
                    each.where.replace("{language}", language),
                    each.order.replace("{language}", language),
                    each.most,
                )
                for each in sections
            }
            rows |= belonging.parts(
                relation,
                by,
                facts[of or kind.key],
                day,
                parts,
                record=facts[kind.key],
                options=options,
            )
    return rows
