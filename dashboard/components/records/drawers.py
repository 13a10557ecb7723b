"""What draws the sections of a record that are no plain lists, by the name that declares them.

A drawer is given the first rows of its section, none where the section has no relation, the key of
the record and the day. It returns what draws the section below its title, or none where there is
nothing to draw.
"""

from collections.abc import Callable, Mapping
from datetime import date

import polars as pl

from dashboard.components.countries import commitments, comparison, facts, lists

Drawer = Callable[[pl.DataFrame, str, date], Callable[[], object] | None]

DRAWERS: Mapping[str, Drawer] = {
    "beside": comparison.beside,
    "ways": commitments.ways,
    "due": commitments.due,
    "facts": facts.listed,
    "developing": lists.developing_countries,
    "needs": lists.needs,
    "neighbours": lists.neighbours,
}
