"""Write editions as an Atom feed (RFC 4287)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from dashboard.shaping.changes import Line, Part
from dashboard.words.i18n import Translator

MEDIA = "application/atom+xml"
ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, escaped or not."""

Link = Mapping[str, str]
Address = Callable[[tuple[str, str]], str | None]
"""From table and key of a record to the whole address of its page; none if it is there no more."""


@dataclass(frozen=True)
class Entry:
    """One edition as readers of a feed see it."""

    name: str
    """Its identifier, unique in this feed."""
    title: str
    updated: str
    facts: tuple[str, ...]
    parts: tuple[Part, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Feed:
    """Properties of the feed; its identifier is made from ``journal`` and ``name``."""

    journal: UUID
    name: str
    title: str
    subtitle: str
    updated: str
    author: str
    rights: str
    links: tuple[Link, ...]


def written(feed: Feed, entries: Iterable[Entry], address: Address, t: Translator) -> bytes:
    """Return a whole feed; ``entries`` are newest first."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": t.language})
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "id", uuid5(feed.journal, f"{feed.name} {t.language}").urn)
    _add(root, "updated", feed.updated)
    _add(ET.SubElement(root, "author"), "name", feed.author)
    _add(root, "rights", feed.rights)
    for link in feed.links:
        ET.SubElement(root, "link", dict(link))
    for entry in entries:
        root.append(_entry(entry, uuid5(feed.journal, f"{entry.name} {t.language}"), address, t))
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _entry(entry: Entry, name: UUID, address: Address, t: Translator) -> ET.Element:
    root = ET.Element("entry")
    _add(root, "title", entry.title)
    _add(root, "id", name.urn)
    _add(root, "published", entry.updated)
    _add(root, "updated", entry.updated)
    for link in entry.links:
        ET.SubElement(root, "link", dict(link))
    content = ET.SubElement(root, "content", {"type": "xhtml"})
    division = ET.SubElement(content, "div", {"xmlns": XHTML})
    for fact in entry.facts:
        _add(division, "p", fact)
    for part in entry.parts:
        _part(division, part, address, t)
    return root


def _part(parent: ET.Element, part: Part, address: Address, t: Translator) -> None:
    _add(parent, "p", t("{label}: {text}", label=part.name, text=part.counts))
    if not part.lines and not part.more and not part.unnamed:
        return
    listed = ET.SubElement(parent, "ul")
    for line in part.lines:
        _line(ET.SubElement(listed, "li"), line, address, t)
    if part.more:
        _add(listed, "li", t.and_more(part.more))
    if part.unnamed:
        unnamed = t.plural(
            "Of {n} more row of this table it is not known whether it belongs here.",
            "Of {n} more rows of this table it is not known whether they belong here.",
            part.unnamed,
        )
        _add(listed, "li", unnamed)


def _line(item: ET.Element, line: Line, address: Address, t: Translator) -> None:
    item.text = f"{_kind(line, t)} "
    if line.record and (target := address(line.record)):
        _add(item, "a", line.title).set("href", target)
    else:
        _add(item, "span", line.title)
    if line.details:
        within = ET.SubElement(item, "ul")
        for detail in line.details:
            _add(within, "li", detail)


def _kind(line: Line, t: Translator) -> str:
    return {"added": t("New:"), "changed": t("Changed:"), "removed": t("Removed:")}[line.kind]


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    """Add an element with text, from which goes what XML cannot hold."""
    element = ET.SubElement(parent, name)
    element.text = UNWRITABLE.sub("\ufffd", text)
    return element
