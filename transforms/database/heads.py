"""The comment at the head of a view's file: what the view is, its key, and what is new about it.

```
-- en: One row per commitment of a text that stands.
-- fr: Une ligne par engagement d'un texte en vigueur.
-- key: id
-- parameters: day DATE, include_derived BOOLEAN := false
--
-- status: [assessment_status] How far it was met on the day. | Degré de réalisation au jour dit.
-- lane_id: -> actors
```

An entry says the closed list of a column's codes in brackets, the table that it refers to after an
arrow, and what it means. Each of the three may be left out: it is then inherited.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

EXAMPLES = {"DATE": "DATE '2026-01-01'", "VARCHAR": "'FRA'", "BOOLEAN": "false", "INTEGER": "1"}
"""A value of each type that a macro may ask for, to see whether the macro runs."""

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
    """What a head says of one column; what is empty is inherited."""

    meaning: Mapping[str, str]
    vocabularies: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Head:
    """All that a head says."""

    meaning: Mapping[str, str]
    key: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    returns: str | None
    entries: Mapping[str, Entry]


def parse(comment: str) -> Head:
    """Read a head, given as its lines of comment.

    Raises:
        HeadError: It lacks something, or cannot be understood.
    """
    lines = [line.removeprefix("--").strip() for line in comment.splitlines()]
    about, columns, *_ = [*"\n".join(lines).split("\n\n"), "", ""]
    itself = _named(about)
    if not {"en", "fr"} <= itself.keys():
        raise HeadError("the header must say '-- en: ...' and '-- fr: ...'")
    return Head(
        meaning={language: itself[language] for language in ("en", "fr")},
        key=_split(itself.get("key", "")),
        parameters=tuple(map(_parameter, _split(itself.get("parameters", "")))),
        returns=itself.get("returns"),
        entries={name: _entry(name, text) for name, text in _named(columns).items()},
    )


def _named(block: str) -> dict[str, str]:
    """Read lines of ``name: text``; a line without a name goes on with the one before.

    >>> lines = ["id: Key of", "the row. | Clé.", "day: A day. | Un jour."]
    >>> _named(chr(10).join(lines))
    {'id': 'Key of the row. | Clé.', 'day': 'A day. | Un jour.'}
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


def _entry(name: str, text: str) -> Entry:
    """Read what is said of one column.

    >>> _entry("role", "[act, membership_role] Its role. | Son rôle.").vocabularies
    ('act', 'membership_role')
    >>> _entry("body_id", "-> actors")
    Entry(meaning={}, vocabularies=(), refers_to=('actors',))
    """
    said = re.fullmatch(ENTRY, text)
    assert said  # the last part takes any text
    en, bar, fr = said["meaning"].partition(" | ")
    if en and not bar:
        raise HeadError(f"column {name!r} needs both languages: 'English. | Français.'")
    meaning = {"en": en.strip(), "fr": fr.strip()} if en else {}
    return Entry(meaning, _split(said["lists"] or ""), _split(said["tables"] or ""))
