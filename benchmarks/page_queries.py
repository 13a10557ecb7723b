"""The queries of each page when it is opened: how many, and what the most expensive one costs.

    python -m benchmarks.page_queries DATABASE [--pages overview,data] [--memory 2GB]

It prints a table in Markdown, in milliseconds of processor time, of pages opened once each in one
language and the other for a day that nobody had requested, with what DuckDB may use of memory. A
page that ends in an error is marked.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import duckdb

from benchmarks.questions import DAY, LANGUAGES, PAGES
from dashboard.source import connections, database
from tests.helpers.pages import open_page
from transforms import paths

HEAD = "| page | CPU | queries | their CPU | the dearest | is |\n|---|---:|---:|---:|---:|---|"
SHOWN = 60
"""Characters of a query that are shown."""


class TimedQuery(NamedTuple):
    """One query: milliseconds of processor time, and its SQL."""

    cpu: float
    sql: str


class PageCost(NamedTuple):
    """One page: milliseconds of processor time, its queries, and what went wrong, if anything."""

    cpu: float
    queries: list[TimedQuery]
    wrong: str


@contextmanager
def logged() -> Iterator[list[TimedQuery]]:
    """Record every query that is not answered from the cache."""
    log: list[TimedQuery] = []
    plain = connections.cursor

    @contextmanager
    def noted(
        file: str, sql: str, disabled_optimizers: str = ""
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        started = time.process_time()
        try:
            with plain(file, sql, disabled_optimizers) as cursor:
                yield cursor
        finally:
            log.append(TimedQuery(1_000 * (time.process_time() - started), sql))

    connections.cursor = noted
    try:
        yield log
    finally:
        connections.cursor = plain


def opened(name: str, language: str) -> PageCost:
    """Open a page with empty caches."""
    database._answers.clear()
    with logged() as log:
        started = time.process_time()
        page = open_page(name, as_of=DAY.isoformat(), lang=language, **PAGES[name])
        cpu = 1_000 * (time.process_time() - started)
    wrong = next((each.value.splitlines()[0] for each in page.exception), "")
    return PageCost(cpu, log, wrong)


def lines(pages: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield HEAD
    for place, name in enumerate(pages):
        cost = opened(name, LANGUAGES[place % len(LANGUAGES)])
        dearest = max(cost.queries, default=TimedQuery(0, ""))
        cells = [
            name,
            f"{cost.cpu:,.0f}",
            f"{len(cost.queries)}",
            f"{sum(each.cpu for each in cost.queries):,.0f}",
            f"{dearest.cpu:,.0f}",
            cost.wrong or f"`{' '.join(dearest.sql.split())[:SHOWN]}`",
        ]
        yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table for the database that the command names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("--pages", default=",".join(PAGES))
    parser.add_argument("--memory", default=connections.MEMORY)
    given = parser.parse_args()
    paths.DATABASE, connections.MEMORY = given.database.absolute(), given.memory
    # What is imported at first is no cost of a page.
    open_page("sql")
    for line in lines(given.pages.split(",")):
        print(line, flush=True)


if __name__ == "__main__":
    main()
