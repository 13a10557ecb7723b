"""A citation as programs that manage references read it: BibTeX, RIS and CSL-JSON."""

import json
import re
from dataclasses import dataclass
from datetime import date

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
SPECIAL |= {sign: f"\\{sign}" for sign in "&%$#_"}
"""What TeX would take for a command, as it writes the sign itself."""


@dataclass(frozen=True)
class Citation:
    """A record as it is cited.

    Attributes:
        key: What a bibliography calls it.
        title: What is cited.
        publisher: Who keeps the tracker; empty where nobody is named.
        container: What the tracker is called.
        edition: Of its data.
        day: For which it is cited.
        language: Code of the language it was read in.
        url: Where it stands.
    """

    key: str
    title: str
    publisher: str
    container: str
    edition: str
    day: date
    language: str
    url: str


def bibtex(cited: Citation) -> str:
    r"""Return an entry of BibTeX, whose address and signs TeX leaves alone.

    >>> one = Citation("text-gdc", "A & B", "Us", "Tracker", "0a", date(2026, 1, 2), "en", "http://x/?a_b")
    >>> print(bibtex(one).splitlines()[1])
      title = {{A \& B}},
    """
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": f"{{{_tex(cited.publisher)}}}" if cited.publisher else "",
        "howpublished": _tex(cited.container),
        "edition": _tex(cited.edition),
        "year": str(cited.day.year),
        "month": str(cited.day.month),
        "day": str(cited.day.day),
        "language": cited.language,
        "url": cited.url,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    key = re.sub(r"[^A-Za-z0-9:-]", "-", cited.key)
    return "\n".join([f"@misc{{{key},", *lines, "}", ""])


def ris(cited: Citation) -> str:
    r"""Return an entry of RIS: one field a line, and lines that end as the form wants.

    >>> one = Citation("text-gdc", "A\nB", "", "Tracker", "0a", date(2026, 1, 2), "en", "http://x/")
    >>> ris(one).splitlines()[:3]
    ['TY  - ELEC', 'TI  - A B', 'T2  - Tracker']
    """
    fields = (
        ("TY", "ELEC"),
        ("TI", cited.title),
        ("AU", cited.publisher),
        ("T2", cited.container),
        ("ET", cited.edition),
        ("PY", str(cited.day.year)),
        ("DA", cited.day.strftime("%Y/%m/%d")),
        ("LA", cited.language),
        ("UR", cited.url),
        ("ID", cited.key),
        ("ER", ""),
    )
    lines = [f"{tag}  - {' '.join(text.split())}" for tag, text in fields if text or tag == "ER"]
    return "\r\n".join([*lines, ""])


def csl_json(cited: Citation) -> str:
    """Return a list of one item in CSL-JSON."""
    item: dict[str, object] = {
        "id": cited.key,
        "type": "webpage",
        "title": cited.title,
        "container-title": cited.container,
        "version": cited.edition,
        "issued": {"date-parts": [[cited.day.year, cited.day.month, cited.day.day]]},
        "language": cited.language,
        "URL": cited.url,
    }
    if cited.publisher:
        item["author"] = [{"literal": cited.publisher}]
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


def _tex(text: str) -> str:
    return "".join(SPECIAL.get(sign, sign) for sign in text)
