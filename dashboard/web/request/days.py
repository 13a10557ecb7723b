"""Read a day from the query of an address that is no relation's."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import cast

from dashboard.web.request.parameters import as_of
from dashboard.web.request.values import read_each
from dashboard.words.i18n import Translator


def read_day(
    query: Mapping[str, str], t: Translator, name: str = "as_of", default: date | None = None
) -> date:
    """Return the day that a query gives; without one, or where it is empty, the default or today.

    Raises:
        RequestError: It is no day, or one that pages do not show.
    """
    if text := query.get(name):
        [day] = read_each(replace(as_of(t), name=name), [text], t)
        return cast("date", day)
    return default or date.today()
