"""Give a declared table its columns for the languages of a data folder.

``summary = localized("What is promised, in our words.")`` stands for ``summary_en`` and
``summary_fr`` in a folder with these languages.
"""

from collections.abc import Iterator
from functools import cache

import dataframely as dy


@cache
def expanded(
    name: str,
    schema: type[dy.Schema],
    languages: tuple[str, ...],
    complete: tuple[str, ...] = (),
) -> type[dy.Schema]:
    """Return the table ``name`` as ``schema`` declares it, in certain languages.

    The columns that it inherits come after its own, in the order of its bases. A text may be
    missing in a language that is neither the first nor complete.
    """
    ancestry = [one for one in schema.__mro__ if issubclass(one, dy.Schema) and one != dy.Schema]
    declared = schema.columns()
    columns = {
        column: made
        for one in ancestry
        for base in vars(one)
        if base in declared
        for column, made in _columns(base, declared[base], languages, complete)
    }
    attributes = {
        key: value
        for one in reversed(ancestry)
        for key, value in vars(one).items()
        if key not in declared and not key.startswith(("__data", "_abc"))
    }
    made: type[dy.Schema] = type(
        schema.__name__, (dy.Schema,), {**attributes, "table": name, **columns}
    )
    return made


def is_optional(column: dy.Column) -> bool:
    """Whether a file may lack a column: that of a language that is not complete."""
    return bool((column.metadata or {}).get("optional"))


def _columns(
    name: str, declared: dy.Column, languages: tuple[str, ...], complete: tuple[str, ...]
) -> Iterator[tuple[str, dy.Column]]:
    more = declared.metadata or {}
    if not more.get("localized"):
        yield name, declared
        return
    for language in languages:
        optional = language not in (languages[0], *complete)
        yield (
            f"{name}_{language}",
            dy.String(
                nullable=declared.nullable or optional,
                min_length=1,
                description=declared.description,
                metadata={
                    "language": language,
                    "base_name": name,
                    "alone": more["alone"],
                    "optional": optional,
                },
            ),
        )
