"""One process for one query."""

import json
import os
import signal
import threading
from pathlib import Path

from dashboard.sandbox import Result
from dashboard.sandbox.worker import Worker
from tests.helpers.numbers_file import HANG, UNHURRIED


def message(file: Path, sql: str) -> bytes:
    """Return what a worker is sent."""
    stat = file.stat()
    query: dict[str, object] = {"sql": sql, "parameters": {}, "seconds": UNHURRIED.seconds}
    query["file"] = [str(file), stat.st_ino, stat.st_mtime_ns, stat.st_size]
    query |= {"memory": 512, "rows": 1, "columns": 1, "cells": 1}
    query |= {"cell_characters": 9, "header_characters": 99}
    return json.dumps(query).encode() + b"\n"


def test_a_query_starts_when_its_process_is_up(file: Path) -> None:
    """It does not count the start of the process as time of the query."""
    started, results = threading.Event(), list[Result]()
    worker = Worker()
    os.kill(worker.pid, signal.SIGSTOP)  # as one that is still starting
    work = (message(file, "SELECT 1 AS one"), UNHURRIED, started.set)
    thread = threading.Thread(target=lambda: results.append(worker.run(*work)))
    thread.start()
    early = started.wait(0.5)
    os.kill(worker.pid, signal.SIGCONT)
    thread.join()
    worker.end()

    assert not early
    assert started.wait(HANG)
    assert results[0].rows["one"].to_list() == [1]
