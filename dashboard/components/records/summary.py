"""What a record is and how it stands on the day: sentences, and a strip of facts."""

import html
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from html import unescape
from string import Formatter

import streamlit as st

from dashboard.components.common import links
from dashboard.components.common.words import escape
from dashboard.components.records.cells import Cells
from dashboard.components.records.lists import LONG, label, length
from dashboard.kinds import Kind
from dashboard.kinds.declared import Counted, Fact, Sentence
from dashboard.source.totals import Row
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator


def show(kind: Kind, facts: Row, cells: Cells, day: date) -> None:
    """Show the notices, then the summary and the facts."""
    t = page_state().t
    if notice := absence(kind, facts, day, t):
        st.info(notice, icon=":material/history:")
        _offer_last_day(kind, facts, day)
    if notice := notices(kind, facts, cells, day):
        st.warning(escape(unescape(notice)), icon=":material/report:")
    if kind.lead:
        st.html(f'<p class="lead">{cells.html(facts, kind.lead)}</p>')
    st.html(f'<p class="summary">{sentences(kind, facts, cells, day)}</p>')
    if found := strip(kind, facts, cells):
        st.html(found)


def _offer_last_day(kind: Kind, facts: Row, day: date) -> None:
    """Link the last day on which the record existed."""
    over = facts[f"{kind.ended}_latest"] if kind.ended else None
    if over and over <= day:
        last = over - timedelta(days=1)
        label = page_state().t("See its last day, {day}", day=last)
        key = {kind.parameter: facts[kind.key], "as_of": last.isoformat()}
        st.html(f'<p class="more">{links.page(kind.page, label, **key)}</p>')


def absence(kind: Kind, facts: Row, day: date, t: Translator) -> str:
    """Return in a sentence that the record did not exist on the day, and why; else nothing."""
    if not kind.known or facts[kind.known] is not None:
        return ""
    over = facts[f"{kind.ended}_latest"] if kind.ended else None
    if over and over <= day:
        end = t.partial_date(facts[kind.ended])
        return t("It no longer existed on {day} (end: {end}).", day=day, end=end)
    return t("On {day} nobody knew of it, or it was not there. What follows may be later.", day=day)


def notices(kind: Kind, facts: Row, cells: Cells, day: date) -> str:
    """Return the notices, as HTML without links."""
    return " ".join(filled_in(kind.notices, facts, cells, day))


def sentences(kind: Kind, facts: Row, cells: Cells, day: date) -> str:
    """Return what a record is and how it stands, as HTML."""
    text = " ".join(filled_in(kind.summary, facts, cells, day))
    elsewhere = facts[kind.link] if kind.link else None
    more = f" {links.outside(elsewhere)}" if elsewhere else ""
    return f"{text}{more}"


def strip(kind: Kind, facts: Row, cells: Cells) -> str:
    """Return the facts of a record side by side, as HTML; nothing where none is known."""
    found = "".join(
        f"<div{_room(value)}><dt>{html.escape(called(fact, facts, cells))}</dt>"
        f"<dd>{_opening(fact, value, kind, facts, cells)}</dd></div>"
        for fact in kind.facts
        if (value := cells.html(facts, fact.column))
        and (fact.zero or facts[cells.column(fact.column)] != 0)
    )
    return f'<dl class="strip">{found}</dl>' if found else ""


def _room(value: str) -> str:
    """Return the class of a fact of many words, which are given as HTML: it has two columns."""
    return ' class="wide"' if length(value) >= LONG else ""


def called(fact: Fact, facts: Row, cells: Cells) -> str:
    """Return what a fact of a record is called, as it stands on the day."""
    others = (name for name, column, held in fact.otherwise if facts[column] == held)
    name = next(others, fact.label)
    return cells.t(name) if name else label(fact.column, cells)


def _opening(fact: Fact, value: str, kind: Kind, facts: Row, cells: Cells) -> str:
    """Return a fact as a link to its rows, where it has any."""
    if not fact.opens or not facts[cells.column(fact.column)]:
        return value
    page, *filters = fact.opens
    if page.startswith("#"):
        return f'<a href="{page}">{value}</a>'
    key, *further = filters
    chosen = {key: [facts[kind.key]]}
    for name, code in zip(further[::2], further[1::2], strict=True):
        chosen.setdefault(name, []).append(code)
    return cells.view.page(page, cells.text(facts, fact.column), **chosen)


def gaps(kind: Kind, facts: Row, cells: Cells, day: date) -> list[str]:
    """Return in sentences what is not known of a record, as HTML."""
    t = cells.t
    lacking = [
        called(fact, facts, cells)
        for fact in kind.facts
        if fact.needed and facts[cells.column(fact.column)] is None
    ]
    gap_sentences = list(filled_in(kind.gaps, facts, cells, day))
    if lacking:
        gap_sentences.append(html.escape(t("Not on record: {what}.", what=t.join(lacking))))
    return gap_sentences


def filled_in(sentences: Iterable[Sentence], facts: Row, cells: Cells, day: date) -> Iterator[str]:
    """Yield the sentences that hold of a record, as HTML with links."""
    t = cells.t
    for sentence in sentences:
        needed = zip(sentence.where[::2], sentence.where[1::2], strict=True)
        if any(facts[str(column)] != held for column, held in needed):
            continue
        if isinstance(sentence.text, Counted):
            n = facts[sentence.column]
            if n:
                values = _values(sentence.text.one + sentence.text.many, facts, cells, day)
                yield _capital(t.plural(sentence.text.one, sentence.text.many, n, **values))
            continue
        values = _values(sentence.text, facts, cells, day)
        if all(values.values()):
            yield _capital(_ended(t(sentence.text, **values)))


def _values(text: str, facts: Row, cells: Cells, day: date) -> dict[str, str]:
    """Return what stands for each name in braces, as HTML."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name and name != "n"}
    t = cells.t
    return {
        name: html.escape(t.date(day)) if name == "day" else cells.html(facts, name)
        for name in names
    }


def _capital(sentence: str) -> str:
    """Return a sentence that begins with a capital, unless it begins with a link.

    >>> _capital("treaty."), _capital("<a>x</a>")
    ('Treaty.', '<a>x</a>')
    """
    return sentence[:1].upper() + sentence[1:]


def _ended(sentence: str) -> str:
    """Return a sentence with one full stop; a note of the data may end with its own, or none.

    >>> _ended("A note.."), _ended("A note"), _ended("Really?")
    ('A note.', 'A note.', 'Really?')
    """
    bare = sentence.rstrip()
    if bare.endswith(("?", "!", "…")):
        return bare
    return bare.rstrip(".") + "."
