"""What a page is called in its window and in links: with filters and days of its address."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.filtering.catalogue import relations
from dashboard.filtering.declared import FILTERS, TEXTS, Filter
from dashboard.filtering.options import span_ends
from dashboard.filtering.page_names import SPANS
from dashboard.filtering.rules import WordBeginnings, Words
from dashboard.kinds import KINDS
from dashboard.navigation import FIRST, PAGES, SEARCH
from dashboard.source import database, queries, records
from dashboard.state.address import COMPARED
from dashboard.state.days import LONGEST, read_day
from dashboard.words.i18n import Translator

RELATIONS = {
    "commitments": "commitments_on",
    "timeline": "timeline_on",
    "members": "members_on",
    "capacity": "gap_totals_on",
}
"""By the name of the page: the relation whose filters its address has."""
PROPOSED = {"standing": FILTERS["proposals_on"]["standing"]}
"""What the page of commitments takes beside its filters: what is made needs no word."""
MOST, NAMED = 20, 3
"""Values of one filter that are kept, and that are named."""
TABLES = {kind.tables[0] for kind in KINDS.values()}
Values = Mapping[str, Sequence[str]]


def of_page(page: str, query: Values, t: Translator) -> str:
    """Return what a page is called that shows no record; the first one is called as the tracker."""
    own = t(PAGES[page].title)
    title = database.settings().localized("name", t.language) if page == FIRST else own
    if words := named(page, known(page, query), t):
        title = t("{label}: {text}", label=title, text=words)
    if page != FIRST and (day := _day("as_of", query)):
        title = t("{title}, on {day}", title=title, day=day)
    if other := _day(COMPARED, query):
        name = own if page == FIRST else title
        title = t("{name}, compared with {others}", name=name, others=other)
    return title


def known(page: str, query: Values) -> dict[str, list[str]]:
    """Return the filters in an address with those of their values that leave rows in."""
    found: dict[str, list[str]] = {}
    for name, filter_ in _filters(page).items():
        texts = dict.fromkeys(" ".join(text.split())[:LONGEST] for text in query.get(name, ()))
        values = [text for text in texts if text and _is_value(text, name, filter_, page)]
        if values and name in SPANS.get(RELATIONS.get(page, ""), ()):
            years = _years(name, page, query, found)
            values = [text for text in values if text in years]
        if values:
            found[name] = values[: MOST if filter_.many else 1]
    return found


def named(page: str, filters: Values, t: Translator) -> str:
    """Return the values of filters in words; those that stand for themselves are left out."""
    declared = _filters(page)
    groups, ends = [], SPANS.get(RELATIONS.get(page, ""), ())
    first, last = (next(iter(filters.get(name, ())), "") for name in ends or ("", ""))
    for name, values in filters.items():
        if name in ends:
            groups.append(_span(first, last, t))
            continue
        words = [word for text in values if (word := _word(text, name, declared[name], page, t))]
        more = t.and_more(len(words) - NAMED)
        if words:
            groups.append(f"{', '.join(words[:NAMED])} {more}" if more else t.join(words))
    return " · ".join(dict.fromkeys(groups))  # a span has two ends


def _span(first: str, last: str, t: Translator) -> str:
    """Return the years from the first to the last in words; either may be missing."""
    if first == last:
        return first
    if first and last:
        return t("{first_year} to {last_year}", first_year=first, last_year=last)
    return t("from {year} on", year=first) if first else t("up to {year}", year=last)


def _years(name: str, page: str, query: Values, found: Values) -> list[str]:
    """Return the years that the page offers for an end of a span, given those before it."""
    first, last = SPANS[RELATIONS[page]]
    years = queries.timeline_choices(_day("as_of", query) or date.today())["years"]
    since = next(iter(found.get(first, ())), None) if name == last else None
    return span_ends(map(str, years), since)


def _day(name: str, query: Values) -> date | None:
    """Return the day that the address gives, if it is one that pages show."""
    return read_day([*query.get(name, ()), ""][0])


def _filters(page: str) -> Mapping[str, Filter]:
    if page == SEARCH:
        return {"q": TEXTS}
    declared = FILTERS[RELATIONS[page]] if page in RELATIONS else {}
    return {**declared, **PROPOSED} if page == "commitments" else declared


def _codes(name: str, page: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the codes that the column of a filter can hold, and the lists that label them."""
    of = relations().get(RELATIONS.get(page, ""))
    column = next((each for each in of.columns if each.name == name), None) if of else None
    return (column.codes, column.vocabularies) if column else ((), ())


def _is_value(text: str, name: str, filter_: Filter, page: str) -> bool:
    if isinstance(filter_.rule, Words | WordBeginnings):
        return True
    if keys := filter_.keys:
        return text in keys()
    if filter_.type == "INTEGER":
        return text.isascii() and text.isdigit() and len(text) == len("2026")
    if filter_.type == "BOOLEAN":
        return False
    return text in _codes(name, page)[0]


def _word(text: str, name: str, filter_: Filter, page: str, t: Translator) -> str:
    """Return one value in words; nothing where it says nothing on its own."""
    if isinstance(filter_.rule, Words | WordBeginnings):
        return t.quoted(text)
    if filter_.type == "INTEGER":
        return text
    for vocabulary in _codes(name, page)[1]:
        if label := t.labels[vocabulary].get(text):
            return label
    if not filter_.keys:
        return ""
    rows = records.named(TABLES, [text]).to_dicts()
    return t.localized(rows[0], "name") if rows else ""
