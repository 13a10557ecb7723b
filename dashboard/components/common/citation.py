"""Under which licence the data is, and how to cite it."""

from dashboard.source import database
from dashboard.state.filters import PageState
from transforms.files import citation


def cited(state: PageState) -> str:
    """Return how to cite the edition on the page, with the day."""
    return citation.cited(database.settings(), state.t.language, database.edition(), state.day)


def licence_facts(state: PageState) -> list[tuple[str, ...]]:
    """Return the licence for the first sheet of a workbook; nothing where none is named.

    One line: what it is about, the licence, and its address where that is known.
    """
    settings, code = database.settings(), state.t.language
    named = (settings.localized(key, code) for key in ("licence", "licence_url"))
    texts = tuple(filter(None, named))
    return [(state.t("Licence"), *texts)] if texts else []
