"""Records of every kind: which there are, what belongs to one, and which is nearest to a key."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

import polars as pl

from dashboard.source import database, row_pages
from dashboard.source.belonging import bound
from dashboard.source.calls import call, unsorted
from dashboard.source.row_pages import TOTAL
from dashboard.source.totals import Row

NAMING = ("publisher", "groups", "note")
"""Columns of free text, whole cells of which may be names of actors or texts."""
TABLE = "CASE {subject} WHEN 'actor' THEN 'actors' WHEN 'instrument' THEN 'instruments' END"
"""In SQL, the table of what a row of ``names`` is about."""


class Called(NamedTuple):
    """The record that a name is of, and the language of the name if it is not the reader's."""

    kind: str
    key: str
    language: str | None


def find(kind: str, key: str) -> Row | None:
    """Return the record of a kind with this key, a source with ``language``, or none."""
    rows = database.run("FROM records WHERE kind = $kind AND id = $key", kind=kind, key=key)
    return rows.row(0, named=True) if rows.height else None


def listed(kind: str, language: str, words: str, limit: int, offset: int) -> pl.DataFrame:
    """Return a page of the records of a kind by name, with how many there are in all.

    Where there are ``words``, the name, symbol or description must have them.
    """
    searched = f"search_text(concat_ws(' ', name_{language}, symbol_{language}, about_{language}))"
    return database.run(
        f"SELECT *, count(*) OVER () AS {TOTAL} FROM records WHERE kind = $kind"
        f" AND list_bool_and([contains({searched}, search_text(word)) FOR word IN"
        f" string_split_regex(trim($words), '\\s+')])"
        f" ORDER BY search_text(name_{language}), id LIMIT $limit OFFSET $offset",
        kind=kind,
        words=words,
        limit=limit,
        offset=offset,
    )


def named(tables: Iterable[str], keys: Collection[str]) -> pl.DataFrame:
    """Return the records with these keys in these tables, a source with ``language``."""
    # By the keys alone, for which there is an index.
    found = database.run(
        "FROM records WHERE id IN (SELECT unnest($keys::VARCHAR[]))", keys=tuple(sorted(keys))
    )
    return found.filter(pl.col("relation").is_in(sorted(tables)))


def called(names: Iterable[str], language: str) -> dict[str, Called]:
    """Return the actor or text that each name is of, if it is of one alone."""
    wanted = sorted(set(names))
    if not wanted:
        return {}
    rows = database.run(
        "WITH single AS MATERIALIZED (SELECT name, any_value(id) AS id,"
        f" {TABLE.format(subject='any_value(subject)')} AS relation,"
        " CASE WHEN count(DISTINCT language) = 1 THEN nullif(any_value(language), $language) END"
        " AS language FROM names"
        " WHERE name IN (SELECT unnest($wanted)) AND kind <> 'misnomer'"
        " GROUP BY name HAVING count(DISTINCT id) = 1),"
        " found AS MATERIALIZED (FROM records WHERE id IN (SELECT id FROM single))"
        " SELECT single.name, found.kind, found.id, single.language"
        " FROM single JOIN found USING (id, relation)",
        wanted=wanted,
        language=language,
    )
    return {name: Called(*found) for name, *found in rows.iter_rows()}


def nearest(kind: str, key: str, language: str, n: int) -> pl.DataFrame:
    """Return at most ``n`` records of a kind whose key, name or symbol is nearly ``key``.

    Of three letters one may be wrong; of a longer text the beginning is enough. One of several
    further names, such as former ones, counts only as it is.
    """
    texts = ("lower(id)", f"search_text(name_{language})", f"search_text(symbol_{language})")
    # Texts of another length are not compared, which takes long.
    slips = ", ".join(
        f"CASE WHEN 3 * abs(length({text}) - length(word))"
        f" <= greatest(length({text}), length(word))"
        f" THEN damerau_levenshtein({text}, word) / greatest(length({text}), length(word))"
        f" WHEN length(word) > 3 AND starts_with({text}, word) THEN 1 / 3 END"
        for text in texts
    )
    return database.run(
        f"SELECT *, least({slips}, CASE WHEN (relation, id) IN"
        f" (SELECT ({TABLE.format(subject='subject')}, id)"
        " FROM names WHERE folded = search_text(trim($key))) THEN 0 END) AS slips"
        " FROM records, (SELECT search_text(trim($key)) AS word)"
        " WHERE kind = $kind AND slips <= 1 / 3 ORDER BY slips, id LIMIT $n",
        kind=kind,
        key=key,
        n=n,
    )


def profile(
    relation: str, column: str, key: str, day: date, options: Mapping[str, object] | None = None
) -> Row | None:
    """Return the facts of one record as of a day, or none; ``options`` as in ``belonging.page``."""
    sql = f"FROM {unsorted(call(relation, options or {}))} WHERE {column} = $record"
    rows = database.run(sql, **bound(sql, {"record": key, "day": day, **(options or {})}))
    return rows.row(0, named=True) if rows.height else None


def events(table: str, key: str, day: date, n: int) -> pl.DataFrame:
    """Return the ``n`` dated things about a record that lie nearest to the day, oldest first."""
    return database.run(
        f"FROM (SELECT *, count(*) OVER () AS {TOTAL} FROM unsorted.record_events_on($day)"
        " WHERE about_relation = $table AND about_id = $key"
        " ORDER BY distance, event_id LIMIT $n) ORDER BY happened_on_latest, event_id",
        day=day,
        table=table,
        key=key,
        n=n,
    )


def sources(table: str, key: str, limit: int) -> pl.DataFrame:
    """Return the first sources of a record and the rows about it: its own, then official ones."""
    order = "own DESC, code_position('source_kind', kind), rows DESC, source_id"
    return _about("record_sources", order, table, key, limit)


def discrepancies(table: str, key: str, limit: int) -> pl.DataFrame:
    """Return the first cases in which sources disagree about a record or the rows about it."""
    return _about("record_discrepancies", "id", table, key, limit)


def numbers() -> dict[str, int]:
    """Return how many records there are of each kind, in the order of kinds."""
    sql = (
        "SELECT code, count(records.id) FROM vocabularies"
        " LEFT JOIN records ON records.kind = code"
        " WHERE vocabulary = 'record_kind' GROUP BY code, position ORDER BY position"
    )
    return dict(database.run(sql).iter_rows())


def keys(kind: str, limit: int, offset: int) -> list[str]:
    """Return the keys of the records of one kind, in order, ``limit`` of them."""
    sql = "SELECT id FROM records WHERE kind = $kind ORDER BY id LIMIT $limit OFFSET $offset"
    return database.run(sql, kind=kind, limit=limit, offset=offset)["id"].to_list()


def _about(relation: str, order: str, table: str, key: str, limit: int) -> pl.DataFrame:
    """Return the first rows of a relation that are about a record, with how many there are."""
    condition = "about_relation = $table AND about_id = $key"
    return row_pages.page(
        relation, condition, {"table": table, "key": key}, order, limit, is_long=False
    )
