"""Score the search on a file of questions: what was found where, in which language, how fast.

Times are processor time, of which other programs take nothing.

``python -m benchmarks.check_search queries.csv [database]``. The file has the columns
``id, query, lang, expected, rank_within, kind_of_case``; ``expected`` is ``kind:key``, ``+`` for
both, ``|`` for either, ``none ~ a ; b`` for nothing but these as an offer. In a database of
``generate``, a record and its copies are one hit: they are one thing many times over.
"""

import csv
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import parse_qsl

import duckdb

from benchmarks.generate import COPY
from transforms.paths import DATABASE

FOUND, NOTHING, AMBIGUOUS = "found", "nothing", "ambiguous"
SQL = "SELECT kind, id, title FROM search($q, $lang)"
OFFERS = "SELECT kind, id FROM search_offers($q, $lang)"

COPIES = re.compile(rf"{COPY}\d+")
"""The part of a key that marks a copy."""

Row = dict[str, str]
Hit = tuple[str, str, str]
"""Kind, key and title."""


@dataclass(frozen=True)
class Answer:
    """One question, what the search answered, and whether it was right."""

    row: Row
    hits: list[Hit]
    offers: list[str]
    milliseconds: float
    success: bool
    first: bool

    @property
    def part(self) -> str:
        """Whether something, nothing or several things should be found."""
        kind = self.row["kind_of_case"]
        return kind if kind in (NOTHING, AMBIGUOUS) else FOUND


def main() -> None:
    """Ask every question once, warm, and print the figures and what failed."""
    questions, *database = map(Path, sys.argv[1:])
    file = database[0] if database else DATABASE.resolve()
    rows = list(csv.DictReader(questions.open(encoding="utf-8", newline="")))
    with duckdb.connect(file, read_only=True) as connection:
        connection.execute(SQL, {"q": "warm", "lang": "en"}).fetchall()
        answers = [answer(connection, row) for row in rows]
    print("\n".join(report(answers)))


def answer(connection: duckdb.DuckDBPyConnection, row: Row) -> Answer:
    """Ask one question, and judge what comes."""
    parameters = {"q": row["query"], "lang": row["lang"]}
    begun = time.process_time()
    rows = connection.execute(SQL, parameters).fetchall()
    milliseconds = 1000 * (time.process_time() - begun)
    hits = originals(rows)
    offers = [] if hits else connection.execute(OFFERS, parameters).fetchall()
    success, first = judged(row, hits, [f"{kind}:{key}" for kind, key in offers])
    return Answer(
        row, hits, [f"{kind}:{key}" for kind, key in offers], milliseconds, success, first
    )


def originals(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits, each once, with the original in the place of a copy.

    >>> originals([("text", "a-copy-2", "A 2"), ("text", "a", "A"), ("text", "b", "B")])
    [('text', 'a', 'A 2'), ('text', 'b', 'B')]
    """
    found: dict[tuple[str, str], str] = {}
    for kind, key, title in hits:
        found.setdefault((kind, COPIES.sub("", key)), title)
    return [(kind, key, title) for (kind, key), title in found.items()]


def judged(row: Row, hits: list[Hit], offers: list[str]) -> tuple[bool, bool]:
    """Return whether the answer is right, and whether its first hit is one of the expected."""
    if row["expected"].startswith("none"):
        allowed = row["expected"].partition("~")[2].replace(" ", "").split(";")
        return not hits and set(offers) <= set(allowed), not hits
    ways = [way.split(" + ") for way in row["expected"].split(" | ")]
    top = hits[: int(row["rank_within"])]
    success = any(all(any(_is(hit, one, hits) for hit in top) for one in way) for way in ways)
    wanted = {one for way in ways for one in way}
    return success, success and any(_is(hits[0], one, hits) for one in wanted)


def _is(hit: Hit, expected: str, hits: Iterable[Hit]) -> bool:
    """Whether a hit is what was expected, or has its kind and exactly its name."""
    kind, key, title = hit
    wanted_kind, _, wanted_key = expected.strip().partition(":")
    if kind != wanted_kind:
        return False
    if kind == "list":
        return _same_list(key, wanted_key)
    names = {name for other, same, name in hits if (other, same) == (wanted_kind, wanted_key)}
    return key == wanted_key or title in names


def _same_list(address: str, wanted: str) -> bool:
    """Whether an address is of the same page, with at least the filters wanted; a day has a year.

    >>> _same_list("members?body=x&as_of=2023", "members?body=x"), _same_list("a?b=1", "a?b=2")
    (True, False)
    """
    page, _, query = address.partition("?")
    wanted_page, _, wanted_query = wanted.partition("?")
    given = parse_qsl(query)
    return page == wanted_page and all(
        any(name == other and text.startswith(value) for other, text in given)
        for name, value in parse_qsl(wanted_query)
    )


def report(answers: list[Answer]) -> Iterator[str]:
    """Yield the figures, and then each question that failed with what stood in its place."""
    found = [answer for answer in answers if answer.part == FOUND]
    yield _share("success@3", found)
    yield f"success@1: {sum(answer.first for answer in found)} of {len(found)}"
    for language in sorted({answer.row["lang"] for answer in found}):
        yield _share(f"  {language}", [each for each in found if each.row["lang"] == language])
    for part in (NOTHING, AMBIGUOUS):
        yield _share(part, [answer for answer in answers if answer.part == part])
    allowed = [each for each in answers if each.part == NOTHING and "~" in each.row["expected"]]
    offered = sum(bool(answer.offers) for answer in allowed)
    yield f"  offered where an offer is allowed: {offered} of {len(allowed)}"
    times = sorted(answer.milliseconds for answer in answers)
    if times:
        tail = times[min(len(times) - 1, round(0.95 * len(times)))]
        yield f"ms of CPU: median {median(times):.0f}, p95 {tail:.0f}, max {times[-1]:.0f}"
    yield from _by("kind of case", [(each.row["kind_of_case"], each.success) for each in answers])
    yield from _by("kind of record", [(_kind(each), each.success) for each in found])
    for answer in answers:
        if not answer.success:
            yield f"FAILED {_told(answer)}"
        elif not answer.first:
            yield f"not first: {_told(answer)}"


def _share(name: str, answers: list[Answer]) -> str:
    right = sum(answer.success for answer in answers)
    share = f" ({right / len(answers):.1%})" if answers else ""
    return f"{name}: {right} of {len(answers)}{share}"


def _by(name: str, pairs: list[tuple[str, bool]]) -> Iterator[str]:
    counts, right = Counter(key for key, _ in pairs), Counter(key for key, good in pairs if good)
    scores = ", ".join(f"{key} {right[key]}/{n}" for key, n in sorted(counts.items()))
    yield f"by {name}: {scores}"


def _kind(answer: Answer) -> str:
    return answer.row["expected"].partition(":")[0]


def _told(answer: Answer) -> str:
    top = [f"{kind}:{key}" for kind, key, _ in answer.hits[:4]]
    instead = ", ".join(top or [f"offered {offer}" for offer in answer.offers]) or "nothing"
    row = answer.row
    return f"{row['id']} {row['query']!r} ({row['lang']}): {row['expected']} <- {instead}"


if __name__ == "__main__":
    main()
