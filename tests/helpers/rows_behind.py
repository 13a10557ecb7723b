"""How many rows a number among the facts of a record opens, in SQL, from what is declared."""

from datetime import date

from dashboard.components.common import titles
from dashboard.filtering.catalogue import relations
from dashboard.filtering.declared import FILTERS
from dashboard.filtering.rules import AnyOf, Scope
from dashboard.kinds import Kind
from dashboard.kinds.declared import Fact
from dashboard.source import calls, database
from dashboard.source.belonging import bound
from dashboard.source.literals import literal

RECORD = "the key of the record"


def differing(kind: Kind, fact: Fact, day: date, record: str = "") -> list[tuple[object, ...]]:
    """Return the records of a kind with a number that is not that of its rows: key, both numbers.

    A profile that takes the key of one record is asked of ``record``.
    """
    relation, condition, total = _opened(kind, fact, day)
    profile = calls.unsorted(calls.call(kind.profile))
    sql = (
        f"FROM (SELECT record.{kind.key}, record.{fact.column} AS stated,"
        f" (SELECT {total} FROM {relation} AS held WHERE {condition}) AS opened"
        f" FROM {profile} AS record WHERE record.{kind.key} = $record OR $record = '')"
        " WHERE stated <> opened"
    )
    return database.run(sql, **bound(sql, {"day": day, "record": record})).rows()


def _opened(kind: Kind, fact: Fact, day: date) -> tuple[str, str, str]:
    """Return the relation that a fact opens, the condition of its rows, and how they count."""
    page, *filters = fact.opens
    key = f"record.{kind.key}"
    if page.startswith("#"):
        section = next(each for each in kind.sections if f"#{each.name}" == page)
        relation = section.found_in or section.relation
        in_list = section.by and calls.is_list(relation, section.by)
        held = f"list_contains({section.by}, {key})" if in_list else f"{section.by} = {key}"
        where = section.where.replace("{language}", "en").replace("$record", key)
        condition = " AND ".join(f"({each})" for each in (section.by and held, where) if each)
        total = f"coalesce(sum(held.{fact.column}), 0)" if "rows" in section.columns else "count(*)"
        return calls.unsorted(calls.call(relation)), condition or "true", total
    name, *further = filters
    of = relations()[titles.RELATIONS[page]]
    scope = Scope(of, day, lambda value: key if value == RECORD else literal(value))
    chosen = {name: RECORD} | dict(zip(further[::2], further[1::2], strict=True))
    rules = {
        name: FILTERS[of.name][name].rule if name in FILTERS[of.name] else AnyOf(name)
        for name in chosen
    }
    condition = " AND ".join(
        f"({rule.condition([chosen[name]], scope)})" for name, rule in rules.items()
    )
    return calls.unsorted(calls.call(of.name)), condition, "count(*)"
