"""The meaning of a view's columns: from its head, or else inherited from what the view reads.

A column inherits the meaning, the closed list and the reference of the columns of the same name in
the tables and views that the view reads, as long as these agree. Where their meanings differ, the
head must give one. A list or reference on which they differ is not inherited, and neither is
inherited where the head gives one of the two.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import dataframely as dy

from transforms.database import ddl
from transforms.database.ddl import Column, meaning_of_day
from transforms.database.heads import Entry, Head, HeadError
from transforms.problems import did_you_mean
from transforms.schema import TABLES, VOCABULARIES
from transforms.translations import Text

Known = Mapping[str, list[Column]]
"""Columns by table or view."""

REFERRED = (*TABLES, "dictionary", "vocabularies")
"""What a column can refer to: rows of a table, a relation by its name, a closed list by its own."""
SILENT = Entry(meaning=None)


def tables(declared: Mapping[str, type[dy.Schema]]) -> dict[str, list[Column]]:
    """Return the columns of tables as those inherit them that read the tables.

    The ``id`` of a table holds keys of this table wherever it turns up.
    """
    return {
        name: [
            replace(column, refers_to=(name,)) if column.key and column.name == "id" else column
            for column in ddl.columns(schema)
        ]
        for name, schema in declared.items()
    }


def inherit(
    head: Head, types: Mapping[str, str], sources: Known, languages: tuple[str, ...]
) -> list[Column]:
    """Return the columns of a view: ``types`` are DuckDB's, in order; it reads ``sources``.

    Raises:
        HeadError: A column could mean two things or nothing, or the head has a wrong entry.
    """
    localized_columns = _localized(types, languages)
    _check(head, types, {base for base, _ in localized_columns.values()})
    offered = _offered(sources)
    return [
        _column(name, type_, head, offered.get(name, {}), types, localized_columns.get(name))
        for name, type_ in types.items()
    ]


def _localized(types: Iterable[str], languages: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Return the columns of texts that there are in every language: name, base and language.

    >>> _localized(["id", "name_en", "name_fr", "note_en"], ("en", "fr"))
    {'name_en': ('name', 'en'), 'name_fr': ('name', 'fr')}
    """
    names = list(types)
    bases = [name.removesuffix(f"_{languages[0]}") for name in names]
    return {
        f"{base}_{language}": (base, language)
        for base in bases
        if all(f"{base}_{language}" in names for language in languages)
        for language in languages
    }


def _check(head: Head, types: Mapping[str, str], bases: Collection[str]) -> None:
    if unknown := [name for name in head.entries if name not in types and name not in bases]:
        raise HeadError(f"the header explains {unknown[0]!r}, which it lacks")
    if unknown := [name for name in head.key if name not in types]:
        raise HeadError(f"the key names {unknown[0]!r}, which it lacks")
    for entry in head.entries.values():
        _refuse_unknown("closed list", entry.vocabularies, VOCABULARIES)
        _refuse_unknown("table", entry.refers_to, REFERRED)


def _refuse_unknown(kind: str, names: Iterable[str], known: Collection[str]) -> None:
    if unknown := [name for name in names if name not in known]:
        raise HeadError(f"there is no {kind} {unknown[0]!r}{did_you_mean(unknown[0], known)}")


def _offered(sources: Known) -> dict[str, dict[str, Column]]:
    """Return the columns that can be inherited, by their name and then by their source."""
    offered: dict[str, dict[str, Column]] = {}
    for source, columns in sources.items():
        for column in columns:
            offered.setdefault(column.name, {})[source] = column
    return offered


def _column(
    name: str,
    type_: str,
    head: Head,
    offered: Mapping[str, Column],
    types: Mapping[str, str],
    localized: tuple[str, str] | None,
) -> Column:
    base, language = localized or (None, None)
    entry = head.entries.get(base or name, SILENT)
    # Who says a list or a table says all that the cells can be.
    columns = [] if entry.vocabularies or entry.refers_to else offered.values()
    own = replace(entry.meaning, of=language) if entry.meaning else None
    of_day = meaning_of_day(name) if name.rpartition("_")[0] in types else None
    return Column(
        name=name,
        type=type_,
        nullable=True,
        meaning=own or of_day or _meaning(base or name, offered),
        key=name in head.key,
        vocabularies=entry.vocabularies or _agreed(column.vocabularies for column in columns),
        refers_to=entry.refers_to or _agreed(column.refers_to for column in columns),
        dated=f"{name}_latest" in types,
        derived=of_day is not None,
        language=language,
        base_name=base,
    )


def _meaning(name: str, offered: Mapping[str, Column]) -> Text:
    meanings: dict[Text, str] = {}
    for source, column in offered.items():
        meanings.setdefault(column.meaning, source)
    if not meanings:
        raise HeadError(f"the header does not say what {name!r} means")
    if len(meanings) > 1:
        raise HeadError(
            f"the header must say what {name!r} means: it is one thing in"
            f" {' and another in '.join(meanings.values())}"
        )
    [meaning] = meanings
    return meaning


def _agreed(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what all say; nothing where they differ.

    >>> _agreed([("actors",), ("actors",)]), _agreed([("actors",), ("texts",)]), _agreed([])
    (('actors',), (), ())
    """
    different = set(values)
    return different.pop() if len(different) == 1 else ()
