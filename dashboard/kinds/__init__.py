"""The kinds of record that have a page of their own, each declared once.

``KINDS`` is in the order in which kinds are shown. The codes are those of the closed list
``record_kind``, which has the labels; the relation ``records`` has every record of every kind.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from dashboard.kinds.commitment import COMMITMENT
from dashboard.kinds.country import COUNTRY
from dashboard.kinds.declared import Kind
from dashboard.kinds.milestone import MILESTONE
from dashboard.kinds.organization import ORGANIZATION
from dashboard.kinds.person import PERSON
from dashboard.kinds.programme import PROGRAMME
from dashboard.kinds.source import SOURCE
from dashboard.kinds.text import TEXT
from dashboard.kinds.topic import TOPIC

__all__ = [
    "BY_PAGE",
    "COMMITMENT",
    "COUNTRY",
    "KINDS",
    "PLAIN",
    "Kind",
    "address",
    "holders",
    "plain_path",
]

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        COMMITMENT,
        TEXT,
        ORGANIZATION,
        COUNTRY,
        PROGRAMME,
        TOPIC,
        PERSON,
        SOURCE,
        MILESTONE,
    )
}
BY_PAGE: Mapping[str, Kind] = {kind.page: kind for kind in KINDS.values()}
"""The kinds by the page that shows them."""
PLAIN = "records/"
"""Where the pages of records without scripts are, below ``data/``."""


def address(kind: str, key: str, **query: str) -> str:
    """Return the address of a record, relative to the app; empty values of the query are left out.

    >>> address("text", "gdc", lang="fr"), address("country", "KEN", lang="")
    ('texts?id=gdc&lang=fr', 'countries?country=KEN')
    """
    declared = KINDS[kind]
    parameters = {declared.parameter: key} | {name: value for name, value in query.items() if value}
    return f"{declared.page}?{urlencode(parameters)}"


def plain_path(kind: str, key: str) -> str:
    """Return the path of the page of a record without scripts, from the root of the site.

    >>> plain_path("text", "gdc"), plain_path("text", "a/b")
    ('data/records/text/gdc.html', 'data/records/text/a%2Fb.html')
    """
    return f"data/{PLAIN}{kind}/{quote(key, safe='')}.html"


def holders(tables: Iterable[str]) -> frozenset[str]:
    """Return the tables that have the rows of the records to which keys of ``tables`` lead.

    >>> sorted(holders(["countries", "sources", "votes"]))
    ['actors', 'sources']
    """
    known = set(tables)
    return frozenset(kind.tables[0] for kind in KINDS.values() if known.intersection(kind.tables))
