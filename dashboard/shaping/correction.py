"""A correction of one cell, as it is written to those who keep the data."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from dashboard.words.i18n import Translator

LONGEST = 1_500
"""Characters of a text that go into an address: some servers take no more than 8,000."""
_PLACE = re.compile(r"\{(title|body|row|says|source|locator)\}")


@dataclass(frozen=True)
class Correction:
    """What is wrong in which cell, what is right, and who says so.

    Attributes:
        file: The file, such as ``commitments.csv``.
        key: Of the row; the parts of a compound key are separated by blanks.
        line: On which the row stood when the edition was built; none if nobody knows.
        edition: In which it was seen.
        page: The address of the page on which it was seen.
        column: The column; none for the row as a whole.
        current: What it says; none for an empty cell.
        proposed: What it should say.
        source: Where that was read: an address or a symbol.
        locator: At which place.
    """

    file: str
    key: str
    line: int | None
    edition: str
    page: str
    column: str | None = None
    current: str | None = None
    proposed: str = ""
    source: str = ""
    locator: str = ""


def title(wrong: Correction, t: Translator) -> str:
    """Return what it is about, in one line."""
    where = ", ".join(filter(None, (wrong.file, wrong.key, wrong.column)))
    return t("Correction: {where}", where=where)


def body(wrong: Correction, t: Translator) -> str:
    """Return it as a letter; what is not filled in yet stands empty, to be filled in."""
    facts = {
        t("File"): wrong.file,
        t("Key"): wrong.key,
        t("Line"): str(wrong.line or ""),
        t("Edition"): wrong.edition,
        t("Page"): wrong.page,
        t("Column"): wrong.column or t("the whole row"),
        t("Says now"): _now(wrong, t),
        t("Should say"): wrong.proposed,
        t("Source (address or symbol)"): wrong.source,
        t("Place in the source (paragraph, page)"): wrong.locator,
    }
    needed = list(facts)[-3:]
    lines = [
        t("{label}: {text}", label=label, text=text).rstrip()
        for label, text in facts.items()
        if text or label in needed
    ]
    return "\n".join(lines)


def _now(wrong: Correction, t: Translator) -> str:
    if wrong.column is None:
        return ""
    return t("an empty cell") if wrong.current is None else wrong.current


def address(contact: str, wrong: Correction, t: Translator) -> str:
    """Return where it can be sent, filled in; nothing where there is no contact.

    Args:
        contact: An e-mail address, or the address of a form: what stands in braces in it is
            replaced, and to one without braces ``title`` and ``body`` are added.
        wrong: What to send.
        t: The reader's language.
    """
    if not contact:
        return ""
    fields = {
        "title": title(wrong, t),
        "body": body(wrong, t),
        "row": ", ".join(filter(None, (wrong.file, wrong.key, wrong.column))),
        "says": f"{wrong.current or ''} → {wrong.proposed}",
        "source": wrong.source,
        "locator": wrong.locator,
    }
    values = {name: quote(text[:LONGEST], safe="") for name, text in fields.items()}
    if "://" not in contact:
        return f"mailto:{contact}?subject={values['title']}&body={values['body']}"
    if _PLACE.search(contact):
        return _PLACE.sub(lambda found: values[found[1]], contact)
    joint = "&" if "?" in contact else "?"
    return f"{contact}{joint}title={values['title']}&body={values['body']}"


def file_address(pattern: str, file: str, line: int | None) -> str:
    """Return where a line of a file can be read; nothing where the files are not public.

    >>> file_address("https://a.example/data/{file}#L{line}", "needs.csv", 7)
    'https://a.example/data/needs.csv#L7'
    """
    return pattern.replace("{file}", quote(file)).replace("{line}", str(line or 1))


def cell(row: Mapping[str, object], column: str | None) -> str | None:
    """Return a cell as its file has it; None for an empty one.

    >>> cell({"ldc": True, "n": 3}, "ldc"), cell({"n": 3}, "n"), cell({"n": None}, "n")
    ('true', '3', None)
    """
    value = row[column] if column else None
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)
