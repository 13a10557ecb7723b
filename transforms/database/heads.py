"""The comment at the head of a view's file: what the view is, its key, and what is new about it.

```
-- One row per commitment of a text that stands.
-- key: id
-- parameters: day DATE, include_derived BOOLEAN := false
--
-- status: [assessment_status] How far it was met on the day.
-- instrument: Short title of the text.
-- lane_id: -> actors
```

``stored: word, id`` means that the rows of a view are computed during the build and stored in the
order of these columns, so that a search reads only the few blocks that hold its words. Of a column
in ``indexed: id``, few rows by their values are found without reading the others.

The entry of a column has the closed list of its codes in brackets, the table that it refers to
after an arrow, and its meaning. Each of the three may be left out and is then inherited. A text
that exists in every language has one entry, under its name without a language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from transforms.settings import LETTERS
from transforms.translations import Text

EXAMPLES = {"DATE": "DATE '2026-01-01'", "VARCHAR": "'FRA'", "BOOLEAN": "false", "INTEGER": "1"}
"""A value for each type of parameter, with which a macro is run once to see that it works."""

FACTS = ("key", "parameters", "returns", "stored", "indexed")
"""Entries of a head about the relation itself, besides its meaning."""
NAMES = r"\w+(?:, \w+)*"
ENTRY = re.compile(rf"(?:\[(?P<lists>{NAMES})\] ?)?(?:-> (?P<tables>{NAMES}) ?)?(?P<meaning>.*)")
PARAMETER = re.compile(r"(?P<name>\w+) (?P<type>\w+)(?: := (?P<default>.+))?")


class HeadError(Exception):
    """What is wrong with a head, in a sentence."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of a macro; without a default it must be given."""

    name: str
    type: str
    default: str | None = None

    @property
    def declaration(self) -> str:
        """The parameter as CREATE MACRO wants it."""
        default = f" := {self.default}" if self.default else ""
        return f"{self.name} {self.type}{default}"


@dataclass(frozen=True)
class Entry:
    """The entry of one column; what is empty is inherited."""

    meaning: Text | None
    vocabularies: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Head:
    """A parsed head."""

    meaning: Text
    key: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    returns: str | None
    stored: tuple[str, ...]
    indexed: tuple[str, ...]
    entries: Mapping[str, Entry]


def parse(name: str, comment: str) -> Head:
    """Read the head of the view ``name``, given as its lines of comment.

    Raises:
        HeadError: It lacks something, or cannot be understood.
    """
    lines = [line.removeprefix("--").strip() for line in comment.splitlines()]
    about, columns, *_ = [*"\n".join(lines).split("\n\n"), "", ""]
    meaning, *facts = re.split(rf"^(?=(?:{'|'.join(FACTS)}): )", about, flags=re.MULTILINE)
    itself = _named("".join(facts))
    if not meaning.strip():
        raise HeadError("the header does not begin with what a row is: '-- One row per ...'")
    if re.match(f"{LETTERS}: ", meaning) or " | " in comment:
        raise HeadError("it is said in English alone; translations are in transforms/locales")
    return Head(
        meaning=Text(" ".join(meaning.split()), (name,)),
        key=_split(itself.get("key", "")),
        parameters=tuple(map(_parameter, _split(itself.get("parameters", "")))),
        returns=itself.get("returns"),
        stored=_split(itself.get("stored", "")),
        indexed=_split(itself.get("indexed", "")),
        entries={column: _entry(name, column, text) for column, text in _named(columns).items()},
    )


def _named(block: str) -> dict[str, str]:
    """Read lines of ``name: text``; a line without a name goes on with the one before.

    >>> lines = ["id: Key of", "the row.", "day: A day."]
    >>> _named(chr(10).join(lines))
    {'id': 'Key of the row.', 'day': 'A day.'}
    """
    pieces = re.split(r"^(\w+): ", block, flags=re.MULTILINE)[1:]
    return dict(zip(pieces[::2], (" ".join(piece.split()) for piece in pieces[1::2]), strict=True))


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _parameter(text: str) -> Parameter:
    """Read one declared parameter.

    >>> _parameter("include_derived BOOLEAN := false")
    Parameter(name='include_derived', type='BOOLEAN', default='false')
    """
    found = PARAMETER.fullmatch(text)
    if not found or found["type"] not in EXAMPLES:
        raise HeadError(f"parameter {text!r} needs a type: {', '.join(EXAMPLES)}")
    return Parameter(found["name"], found["type"], found["default"])


def _entry(view: str, column: str, text: str) -> Entry:
    """Parse the entry of one column.

    >>> _entry("members_on", "role", "[act, membership_role] Its role.").vocabularies
    ('act', 'membership_role')
    >>> _entry("members_on", "body_id", "-> actors")
    Entry(meaning=None, vocabularies=(), refers_to=('actors',))
    """
    parts = re.fullmatch(ENTRY, text)
    assert parts  # the last part takes any text
    meaning = Text(parts["meaning"], (f"{view}.{column}",)) if parts["meaning"] else None
    return Entry(meaning, _split(parts["lists"] or ""), _split(parts["tables"] or ""))
