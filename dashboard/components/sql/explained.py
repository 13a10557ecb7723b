"""Explain common errors of DuckDB in the reader's language."""

import re
from difflib import get_close_matches

from dashboard.components.sql.browser import called, relations
from dashboard.words.i18n import Translator, message
from transforms.database.hints import DAY, macro_named, takes_day

KNOWN: dict[str, str] = {
    r"disabled by configuration|^Permission Error|Table with name \S*/\S* does not exist": message(
        "No file outside the database can be read."
    ),
    r"it exists in the (?P<name>\w+) extension": message(
        "This needs {name}, an extension of DuckDB that is not loaded here."
    ),
    r'Referenced column "(?P<name>[^"]*)" not found[^\n]*\s+Candidate bindings:'
    r'(?P<near>[^\n]+)\s+LINE \d+:[^\n]*"(?P=name)"': message(
        "There is no column {name} here; names near it: {near}. If it is a text, it needs single"
        " quotes."
    ),
    r'(?:Referenced column|column named) "(?P<name>[^"]*)"[^\n]*\s+Candidate bindings:'
    r"(?P<near>[^\n]+)": message("There is no column {name} here; names near it: {near}."),
    r'(?:Referenced column|column named) "(?P<name>[^"]*)"': message(
        "There is no column {name} here."
    ),
    r'Referenced table "(?P<name>[^"]*)" not found': message(
        "{name} is none of the tables that stand after FROM or JOIN."
    ),
    r'Function with name (?P<name>\S+) does not exist!\s+Did you mean (?P<near>"[^"]+")': message(
        "There is no function {name}. Did you mean {near}?"
    ),
    r'Function "(?P<name>\w+)" is a table function': message(
        "{name} gives rows: it stands after FROM."
    ),
    r'syntax error at or near "(?P<place>.+?)"\n.*?LINE (?P<line>\d+):': message(
        "The query cannot be read at {place}, in line {line}: look there and just before."
    ),
    r"unterminated (?:string|quoted|/\*)": message(
        "A quote or a comment is opened and not closed."
    ),
    r'Ambiguous reference to column name "(?P<name>[^"]*)" \(use: (?P<near>[^)]*)\)': message(
        "More than one of the tables has a column {name}; say which one: {near}."
    ),
    r"Ambiguous reference to table": message(
        "Two of the tables have the same name: give them others with AS."
    ),
    r"Could not convert string '(?P<value>.*?)' to (?P<type>\w+) when casting from source column"
    r" (?P<name>\w+)": message("{name} holds {value}, which cannot be read as {type}."),
    r"Could not convert string '(?P<value>.*?)' to (?P<type>\w+)": message(
        "{value} cannot be read as {type}."
    ),
    r'(?:date|timestamp) field [^"]*: "(?P<value>[^"]*)"': message(
        "{value} is not a day: one is written `DATE '2026-01-01'`."
    ),
    r"out of range for the destination type|^Out of Range Error": message(
        "A number is too large for its type: take a larger one, as in `n::DOUBLE`."
    ),
    r"Cannot compare values of type (?P<type>.+?) and type (?P<other>.+?) -": message(
        "{type} and {other} cannot be compared: turn one into the other, as in `n::VARCHAR`."
    ),
    r"(?:argument types '|function call \")(?P<name>[^'\"(]+)\((?P<type>[^)]*)\)": message(
        "{name} does not take {type}: turn the values into another type, as in `n::VARCHAR`."
    ),
    r"^Conversion Error": message("A value cannot be turned into the type that is asked for."),
    r'column "(?P<name>[^"]*)" must appear in the GROUP BY': message(
        "{name} is not the same in all rows of a group: add `GROUP BY ALL`, or take"
        " `any_value(...)` of it."
    ),
    r"WHERE clause cannot contain aggregates": message(
        "WHERE chooses rows before they are counted: a condition on a count or a sum goes into"
        " HAVING."
    ),
    r"following parameters: \d|Mixing named and positional": message(
        "A parameter has a name here: instead of `?` or `$1`, write a name, such as `$country`."
    ),
    r"following parameters: (?P<name>[^\n]+)": message("There is no value for {name}."),
    r"Division by zero": message(
        "Something is divided by zero; with `nullif(n, 0)` it has no value instead."
    ),
    r"More than one row returned by a subquery": message(
        "A subquery gives several rows where one value is needed."
    ),
    r"same number of result columns": message(
        "What UNION, INTERSECT or EXCEPT joins needs the same number of columns."
    ),
}
"""Explanations by pattern of DuckDB's message; the first that matches counts."""

NO_RELATION = re.compile(r'Table (?:Function )?with name "?(?P<name>[^"!\s/]+)"? does not exist')
CALL = re.compile(r"Macro (?P<name>\w+)\(\) does not support")
QUOTED = re.compile(r"""["']([^"']*)["']""")
SHOWN = 60
"""Characters of what DuckDB quotes."""


def explained(text: str, t: Translator) -> str | None:
    """Return what ``text``, a message of DuckDB, means and what to do; None if it is not known."""
    if words := _of_relation(text, t):
        return words
    for pattern, words in KNOWN.items():
        if found := re.search(pattern, text, re.DOTALL):
            quoted = {name: _code(name, value) for name, value in found.groupdict().items()}
            return t(words, **quoted)
    return None


def _of_relation(text: str, t: Translator) -> str | None:
    """Say how to query one of our relations, or which one may have been meant."""
    ours = dict(relations().select("relation", "parameters").iter_rows())
    macros = dict(relations().filter(kind="macro").select("relation", "parameters").iter_rows())
    if name := macro_named(text, macros):
        call = f"`FROM {called(name, macros[name])}`"
        return t("`{name}` is a macro: {call}", name=name, call=call)
    if takes_day(text):
        example = f"`{DAY}`"
        return t("A day is written {example}, or `$day` for the as-of day.", example=example)
    if (found := CALL.search(text)) and found["name"] in macros:
        call = f"`FROM {called(found['name'], macros[found['name']])}`"
        return t("`{name}` is a macro: {call}", name=found["name"], call=call)
    if not (found := NO_RELATION.search(text)):
        return None
    name = _code("name", found["name"])
    for near in get_close_matches(found["name"].lower(), ours, n=1, cutoff=0.7):
        meant = f"`{called(near, ours[near])}`"
        return t(
            "There is no table, view or macro {name}. Did you mean {near}?", name=name, near=meant
        )
    return t("There is no table, view or macro {name}.", name=name)


def _code(name: str, text: str) -> str:
    """Return what DuckDB quotes as code: a name, a value, a number of a line, or several names.

    >>> _code("name", "a`b"), _code("line", "3"), _code("near", ' "id", "due_on"')
    ("`a'b`", '3', '`id`, `due_on`')
    """
    if name == "line":
        return text
    if name == "near":
        return ", ".join(_code("name", each) for each in QUOTED.findall(text))
    plain = " ".join(text.replace("`", "'").replace("_LITERAL", "").split())
    return f"`{plain[:SHOWN] + ('...' if len(plain) > SHOWN else '') or ' '}`"
