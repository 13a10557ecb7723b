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

    A text may be missing in a language that is neither the first nor complete.
    """
    own = {key: value for key, value in vars(schema).items() if not isinstance(value, dy.Column)}
    columns = {
        column: declared
        for base, one in schema.columns().items()
        for column, declared in _columns(base, one, languages, complete)
    }
    attributes = {
        key: value for key, value in own.items() if not key.startswith(("__data", "_abc"))
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
