"""The hostile queries: those of ``helpers/hostile/*.sql``, and those that only a program writes.

A file holds blocks ``-- expected: what it tries`` with one query each. ``expected`` is the kind of
refusal, ``answered`` for what is harmless, or ``contained`` where either will do, because what
matters is that it ends.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.hostile_written import BUILT

FILES = Path(__file__).with_name("hostile")
BLOCK = re.compile(r"^-- (answered|contained|crash|long|memory|not_a_query|query|size|time): (.+)$")


@dataclass(frozen=True)
class HostileQuery:
    """One query, what it tries, and how it should end."""

    group: str
    tries: str
    expected: str
    sql: str

    def aimed(self, **places: str) -> str:
        """Return the SQL with ``{canary}``, ``{database}``, ``{folder}`` and ``{target}``."""
        sql = self.sql
        for name, place in places.items():
            sql = sql.replace(f"{{{name}}}", place)
        return sql


def hostile_queries() -> list[HostileQuery]:
    """Return the whole corpus, group by group."""
    found = [
        HostileQuery(path.stem, tries, expected, sql)
        for path in sorted(FILES.glob("*.sql"))
        for expected, tries, sql in _blocks(path.read_text(encoding="utf-8"))
    ]
    return found + [HostileQuery("written", tries, *about) for tries, about in BUILT.items()]


def _blocks(text: str) -> list[tuple[str, str, str]]:
    blocks: list[tuple[str, str, str]] = []
    for line in text.splitlines(keepends=True):
        if found := BLOCK.match(line):
            blocks.append((found[1], found[2], ""))
        else:
            expected, tries, sql = blocks.pop()
            blocks.append((expected, tries, sql + line))
    return blocks
