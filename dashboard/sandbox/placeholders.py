"""The parameters in a text of SQL, found without DuckDB's parser.

The command and the worker take DuckDB's own list. A text can crash the parser, or keep it busy,
and this runs in the server at every rerun of a page: one pattern goes over the text once,
whatever stands there. A test on random texts holds both to the same answer.
"""

import re

LETTER = r"A-Za-z_\u00a1-\U0010ffff"
TOKEN = re.compile(
    rf"""
      --[^\n\r]*+
    | (?P<comment>/\*)
    | [eE]'(?:[^'\\]|\\.|'')*+(?:'|\Z)                # with backslashes
    | '[^']*+(?:'|\Z)                                 # '' inside is the end of one and the next
    | "[^"]*+(?:"|\Z)
    | \$(?P<tag>(?:[{LETTER}][{LETTER}0-9]*+)?)\$.*?(?:\$(?P=tag)\$|\Z)
    | \$(?P<name>[{LETTER}][{LETTER}0-9]*+)
    | [{LETTER}0-9][{LETTER}0-9$]*+                   # a$b is one name
    """,
    re.VERBOSE | re.DOTALL,
)
COMMENT = re.compile(r"/\*|\*/")
LONGEST = 1_000_000
"""Characters; a longer text never runs."""


def parameters_of(sql: str) -> tuple[str, ...]:
    """Return the ``$name`` placeholders of a query in their order, each once.

    A text that is no SQL gets those that it would have; ``$1`` and ``?`` have no name. DuckDB
    takes ``$Day`` for ``$day``: the first spelling stands for both.

    >>> parameters_of("SELECT '$a', $day, $country -- $b")
    ('day', 'country')
    """
    found: dict[str, str] = {}
    place = 0
    while len(sql) <= LONGEST and (token := TOKEN.search(sql, place)):
        place = _after_comment(sql, token.end()) if token["comment"] else token.end()
        if name := token["name"]:
            found.setdefault(name.lower(), name)
    return tuple(found.values())


def _after_comment(sql: str, start: int) -> int:
    """Return where the comment ends whose inside starts there; comments may hold comments."""
    depth = 1
    for mark in COMMENT.finditer(sql, start):
        depth += 1 if mark[0] == "/*" else -1
        if not depth:
            return mark.end()
    return len(sql)
