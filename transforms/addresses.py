"""The page of each kind of record, for the SQL that gives addresses and the app behind them."""

from collections.abc import Mapping
from typing import NamedTuple


class Page(NamedTuple):
    """Where a record is shown.

    Attributes:
        path: Of the page, from the root of the site.
        parameter: How the address names the key.
    """

    path: str
    parameter: str = "id"


PAGES: Mapping[str, Page] = {
    "commitment": Page("commitments"),
    "text": Page("texts"),
    "organization": Page("organizations"),
    "country": Page("countries", "country"),
    "programme": Page("programmes"),
    "topic": Page("topics"),
    "person": Page("people"),
    "source": Page("sources"),
    "milestone": Page("milestones"),
}
"""By the code of the kind in the closed list ``record_kind``."""
