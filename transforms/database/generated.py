"""Expand the templates of views into plain SQL: lines repeated by language, date or table.

A line with ``{language}`` in it is repeated for each language of the data folder, joined by commas
if it does not end in one. ``_('…')`` in a line is a text in that language, and ``{first}`` is the
first language. A line with ``{days}`` is repeated for a date and for the first and last day that it
can mean: ``due_on{days}`` becomes ``due_on``, ``due_on_earliest`` and ``due_on_latest``;
``{{ dated("due_on") }}`` is a struct of the three.

For the rest a view is a Jinja template. ``tables`` are the tables (see ``Table``), ``mentions`` the
columns that name what a row is about (``about, column, table``), ``pages`` the page of each kind of
record, and ``languages`` those of the data (see ``transforms.languages``). A long query includes
its parts from files of their own: ``{% include "search/parts/meant.sql" %}``. The database gets
the expanded SQL.
"""

import re
from functools import cache, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from transforms.database.ddl import literal
from transforms.database.subjects import subjects
from transforms.languages import language
from transforms.paths import VIEWS
from transforms.translations import translated

DAYS = ("", "_earliest", "_latest")
"""How the names of a date's columns end."""
TEXT = re.compile(r"(?<!\w)_\('((?:[^']|'')*)'\)")
"""A text that is translated, as the SQL of a view has it."""
JOINED = re.compile(
    r"\s*(?:UNION|INTERSECT|EXCEPT|AND|OR|WHEN|(?:\w+ )*JOIN)\b|\s*\|\|", re.IGNORECASE
)
"""How a line begins that joins what stands before it, and so needs no comma between."""
CLAUSE = re.compile(
    r"\s*(SELECT|FROM|WHERE|GROUP|ORDER|HAVING|QUALIFY|LIMIT|WITH)\b",
    re.IGNORECASE,
)
"""How a line begins that can stand only once."""
MARK = re.compile(r"\{[{%#]")
"""What begins a part that Jinja is to fill in; most views have none."""
TEMPLATES = Environment(
    loader=FileSystemLoader(VIEWS),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


class LineError(Exception):
    """A line that cannot stand once for each language.

    Attributes:
        line: The line, as the file has it.
    """

    def __init__(self, line: str, message: str) -> None:
        """Say what is wrong with a line."""
        super().__init__(message)
        self.line = line


def rendered(view: str, sql: str, languages: tuple[str, ...]) -> str:
    r"""Return plain SQL for data in certain languages.

    >>> rendered("x", "{% for table in tables[:2] %}{{ table.name }} {% endfor %}", ("en",))
    'sources actors '
    >>> rendered("x", "name_{language} || _(': ') AS name_{language}", ("en", "fr"))
    "name_en || ': ' AS name_en,\nname_fr || ' : ' AS name_fr"
    >>> rendered("x", "on_date{days} AS since{days}", ("en",)).split(",\n")[1:]
    ['on_date_earliest AS since_earliest', 'on_date_latest AS since_latest']

    Raises:
        LineError: A line is a part of SQL that cannot stand several times.
    """
    if MARK.search(sql):
        sql = _template(sql).render(**subjects(), languages=[*map(language, languages)])
    lines = (each for line in sql.split("\n") for each in _repeated(view, line, languages))
    return "\n".join(lines).replace("{first}", languages[0])


def _repeated(view: str, line: str, languages: tuple[str, ...]) -> list[str]:
    """Return a line once, or as often as there are languages or days if it names them."""
    if "{days}" in line:
        return [
            each.replace("{days}", end)
            for each, end in zip(_copies(line, len(DAYS)), DAYS, strict=True)
        ]
    if "{language}" not in line and not ("_('" in line and TEXT.search(line)):
        return [line]

    def text_in(found: re.Match[str], language: str) -> str:
        english = found[1].replace("''", "'")
        contexts = (f"sql {view}", "sql")
        return literal(translated(english, contexts, language, languages[0]))

    return [
        TEXT.sub(partial(text_in, language=language), each).replace("{language}", language)
        for each, language in zip(_copies(line, len(languages)), languages, strict=True)
    ]


def _copies(line: str, n: int) -> list[str]:
    """Return ``n`` copies of a line, all but the last with a comma where one is needed."""
    return [*[_joined(line)] * (n - 1), line]


def _joined(line: str) -> str:
    """Return a line as it stands before its like for the next language: with a comma at its end.

    >>> _joined("    name_{language} -- As it is called."), _joined("AND name_{language} = ''")
    ('    name_{language}, -- As it is called.', "AND name_{language} = ''")
    """
    sql, *comment = re.split(r"(\s*--.*|\s*$)", line, maxsplit=1)
    if found := CLAUSE.match(sql):
        raise LineError(line, f"begins with {found[1]}: put what is said in each language below it")
    if sql.count("(") != sql.count(")"):
        raise LineError(line, "has only one end of a bracket: write what is in it on one line")
    return line if sql.endswith(",") or JOINED.match(sql) else "".join([f"{sql},", *comment])


@cache
def _template(sql: str) -> Template:
    return TEMPLATES.from_string(sql)
