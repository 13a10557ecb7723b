"""What a brief is made of, whatever file it is written to."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """A text, and the whole address that it leads to, if any."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Table:
    """Rows below the names of their columns.

    Attributes:
        heads: The names of the columns.
        rows: As many cells each as there are columns.
        widths: Relative widths of the columns.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[Text]]
    widths: Sequence[int]


@dataclass(frozen=True)
class Part:
    """One heading and what stands below it: sentences, a table or a list, a note."""

    title: str
    sentences: Sequence[str] = ()
    table: Table | None = None
    items: Sequence[Text] = ()
    note: str = ""


@dataclass(frozen=True)
class Brief:
    """A whole brief.

    Attributes:
        language: Its code.
        kind: What it is a brief of, in a word, with its symbol.
        title: The name of the record.
        dated: The day for which it is true.
        lead: What it is and how it stands, in sentences.
        facts: Labels and values of the strip below.
        parts: What follows.
        foot: Whose it is, its edition and licence.
        url: The page of the record.
        name: Of its files, without an ending.
    """

    language: str
    kind: str
    title: str
    dated: str
    lead: str
    facts: Sequence[tuple[str, str]]
    parts: Sequence[Part]
    foot: str
    url: str
    name: str
