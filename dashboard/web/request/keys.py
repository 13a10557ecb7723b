"""Which columns of relations hold keys, and of which tables.

The dictionary says so of the columns of tables that refer to another one; here is the rest: the
keys of tables themselves, and the columns of views and macros. What holds keys of different
things, told apart by another column, is not here: any text may be asked of it.
"""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from dashboard.web.request import catalogue, filters
from dashboard.web.request.catalogue import Column, Relation
from dashboard.words import labels

ACTORS, TEXTS, AREAS = ("actors",), ("instruments",), ("focus_areas",)
COMMITMENTS, INITIATIVES = ("commitments",), ("initiatives",)

EVERYWHERE: Mapping[str, tuple[str, ...]] = {
    "actor_id": ACTORS,
    "actor_ids": ACTORS,
    "adopted_as_id": TEXTS,
    "assessment_id": ("assessments",),
    "beneficiary_ids": ACTORS,
    "broader_id": AREAS,
    "commitment_id": COMMITMENTS,
    "commitment_ids": COMMITMENTS,
    "figure_source_id": ("sources",),
    "focus_area_id": AREAS,
    "focus_area_ids": AREAS,
    "group_id": ACTORS,
    "initiative_id": INITIATIVES,
    "initiative_ids": INITIATIVES,
    "instrument_id": TEXTS,
    "lane_id": ACTORS,
    "lead_id": ACTORS,
    "member_id": ACTORS,
    "milestone_id": ("milestones",),
    "need_id": ("needs",),
    "need_ids": ("needs",),
    "organization_id": ACTORS,
    "other_id": TEXTS,
    "partner_ids": ACTORS,
    "reach_ids": ACTORS,
    "reported_count_id": ("reported_counts",),
    "source_id": ("sources",),
    "through_id": ACTORS + TEXTS,
}
"""Columns that refer to the same tables in every view, by name."""
SOMEWHERE: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("actor_ancestors", "ancestor_id"): ACTORS,
    ("commitment_deadlines", "row_ids"): COMMITMENTS,
    ("commitment_register", "id"): COMMITMENTS,
    ("commitments_on", "id"): COMMITMENTS,
    ("deadlines_on", "id"): ("commitments", "milestones"),
    ("focus_area_ancestors", "ancestor_id"): AREAS,
    ("initiative_overview", "id"): INITIATIVES,
    ("initiatives_on", "id"): INITIATIVES,
    ("names", "id"): ACTORS + TEXTS,
    ("proposals_on", "id"): COMMITMENTS,
}
"""Columns whose name says too little, by relation."""
RELATIONS = ("row_table", "table_name", "relation")
"""Columns that name a relation."""
LISTS = ("detail_vocabulary", "role_vocabulary", "vocabulary")
"""Columns that name a closed list."""


def keys_in(relation: Relation, column: Column) -> Callable[[], Collection[str]] | None:
    """Return what gives all that a column of keys can hold; nothing for any other column."""
    if column.name in RELATIONS and column.type == "VARCHAR" and not column.codes:
        return catalogue.relations
    if column.name in LISTS:
        return partial(labels.labels, "en")
    tables = _tables(relation, column)
    return partial(_of_all, tables) if tables else None


def _tables(relation: Relation, column: Column) -> tuple[str, ...]:
    if column.refers_to:
        return (column.refers_to,)
    if relation.kind == "table":
        return (relation.name,) if column.name == "id" else ()
    return SOMEWHERE.get((relation.name, column.name)) or EVERYWHERE.get(column.name, ())


def _of_all(tables: tuple[str, ...]) -> Collection[str]:
    return [key for table in tables for key in filters.keys_of(table)]
