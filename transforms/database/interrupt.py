"""Ctrl-C ends a query at once, whichever thread of DuckDB is at work on it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

import duckdb

MOMENT = 0.1
"""Seconds after which a waiting command looks whether it was interrupted."""

Answer = TypeVar("Answer")


def interruptibly(connection: duckdb.DuckDBPyConnection, work: Callable[[], Answer]) -> Answer:
    """Return what a function answers that runs queries on a connection, in a thread of its own.

    DuckDB itself notices a signal only where the thread that runs the query has a part of the work:
    where another thread has all of it, the query goes on to its end.

    Raises:
        KeyboardInterrupt: Ctrl-C; the query has ended.
    """
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(work)
        try:
            # A wait without an end would not be woken: the handler of Polars restarts it.
            while not running.done():
                wait([running], MOMENT)
        except KeyboardInterrupt:
            while not running.done():  # an interrupt before the query begins is forgotten
                connection.interrupt()
                wait([running], MOMENT)
            raise
        return running.result()
