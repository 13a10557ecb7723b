"""How a kind of record is declared: its address, where its facts are, and its sections.

Names of columns stand for those of every language: ``title`` for ``title_en`` and its like. What a
column holds, a date, a code, a number, the key of another record, the dictionary of the database
says; so a declaration only names it.
"""

from dataclasses import dataclass
from typing import NamedTuple

from dashboard.words.i18n import message
from transforms.addresses import PAGES


class Counted(NamedTuple):
    """A sentence on a number: for one and for many."""

    one: str
    many: str


def plural(one: str, many: str) -> Counted:
    """Mark a sentence with a number as one that a translator will be given elsewhere."""
    return Counted(one, many)


@dataclass(frozen=True)
class Fact:
    """One fact of the strip below the heading.

    Attributes:
        column: Of the profile.
        label: What it is called, to be translated; else what the column is called.
        needed: Whether its lack is named among what is not known.
        zero: Whether none of it says something, and is shown.
        opens: Where its rows are: ``#`` and a section; or a page, its filter that takes the key of
            the record, and further filters, each with a value.
        otherwise: Other labels, each with a column and what it must hold; the first that holds
            counts.
    """

    column: str
    label: str = ""
    needed: bool = False
    zero: bool = False
    opens: tuple[str, ...] = ()
    otherwise: tuple[tuple[str, str, object], ...] = ()


@dataclass(frozen=True)
class Sentence:
    """One sentence of the summary or of what is not known.

    Attributes:
        text: To be translated, with names of columns of the profile in braces, and ``{day}``. It is
            left out where one of them is empty.
        column: Of a text on a number, the number; it is left out where that is none.
        where: A column and what it must hold for the sentence to be said, then further ones.
    """

    text: str | Counted
    column: str = ""
    where: tuple[object, ...] = ()


@dataclass(frozen=True)
class Section:
    """A list of rows that belong to the record.

    Attributes:
        name: In the address, where the section is opened alone.
        title: To be translated; nothing for what has a title of its own.
        relation: Where the rows are; of a macro, as of the day. Nothing for what only the app has.
        by: The column that holds the key of the record; one of lists, among others; nothing for a
            macro that takes the key.
        columns: What is shown, the first as the name of the row.
        link: The column with the key of the record that the row is, if it is one.
        kind: The column with the kind of that record, where it is not always the same.
        order: In SQL.
        where: In SQL, what else must hold; ``$day`` is the as-of day, ``$record`` the key of the
            record, ``{language}`` that of the reader, as in ``order``.
        page: The page on which all rows can be filtered, and the name of the filter there.
        note: A sentence below the title, to be translated.
        noted: The column of the profile that is zero where the note says nothing.
        opens: The page, filter and column of its value with which the name of a row opens its rows.
        of: The column of the profile with the key that ``by`` holds, where it is another record's.
        spread: Whether a row is a paragraph, with all its facts, instead of a line of a table.
        chart: The chart above the rows in the app, and the parameter that takes the key.
        charted_from: How many rows there must be for the chart to say more than they do.
        drawer: The name of what draws it in the app, where it is no plain list.
        most: How many rows are shown among other sections; where the drawer shows all itself, one
            if it is enough that there is any, and none if their number counts.
        found_in: A relation that finds the rows without what is shown of them: the first column of
            its key has theirs, and ``where`` and ``order`` are of it.
    """

    name: str
    title: str
    relation: str
    by: str
    columns: tuple[str, ...]
    link: str = ""
    kind: str = ""
    order: str = ""
    where: str = ""
    page: tuple[str, str] | None = None
    note: str = ""
    noted: str = ""
    opens: tuple[str, str, str] | None = None
    of: str = ""
    spread: bool = False
    chart: tuple[str, str] | None = None
    charted_from: int = 2
    drawer: str = ""
    most: int = 8
    found_in: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    Attributes:
        name: Its code in the closed list ``record_kind``.
        tables: Whose keys are keys of such records; the first holds their rows.
        title: Of the page with the list, to be translated.
        about: What that page shows, in a sentence.
        icon: Of that page.
        tells: What the list says of each beside its name, to be translated.
        profile: The relation with one row per record: its facts, as of the day.
        followed_as: How feeds and calendars call the record that they are narrowed to.
        key: The column of the profile that holds the key.
        known: Column of the profile that is empty where nobody knew of the record by the day.
        ended: Column of the profile with the date on which it ended.
        link: Column of the profile with its address elsewhere.
        lead: Column of the profile that says what it is, in large below the heading.
        notices: What must not be overlooked before all else, in sentences.
        summary: What it is and how it stands, in sentences.
        facts: The strip below the heading.
        sections: What belongs to it.
        gaps: What is not known, in sentences.
        rows: The relation with the rows of all sections, for files.
        dated: Whether something of it can be due or planned, for a calendar.
    """

    name: str
    tables: tuple[str, ...]
    title: str
    about: str
    icon: str
    followed_as: str
    profile: str = ""
    key: str = "id"
    known: str = ""
    ended: str = ""
    link: str = ""
    lead: str = ""
    notices: tuple[Sentence, ...] = ()
    summary: tuple[Sentence, ...] = ()
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    gaps: tuple[Sentence, ...] = ()
    rows: str = ""
    dated: bool = True
    tells: str = message("What it is")

    @property
    def page(self) -> str:
        """The page that lists them and, with a key, shows one; the path of its address."""
        return PAGES[self.name].path

    @property
    def parameter(self) -> str:
        """How the address names the key."""
        return PAGES[self.name].parameter
