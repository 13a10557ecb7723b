"""The desk where questions are handed in: a line, two places, and workers that wait ready."""

import json
import threading
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from dashboard.sandbox.answers import Answer, Limits, Progress, SandboxError
from dashboard.sandbox.fair_queue import NOBODY, Asker, Line
from dashboard.sandbox.hidden_path import Identity, NeutralNames
from dashboard.sandbox.pending import Asked
from dashboard.sandbox.worker import Worker


class Sandbox:
    """Workers for one server: some wait ready, at most ``at_once`` answer at a time."""

    def __init__(
        self, at_once: int = 2, patience: float = 20.0, longest: int = 20, ready: int = 2
    ) -> None:
        """Allow ``at_once`` questions at a time, with ``ready`` workers that wait for the next.

        Up to ``longest`` questions wait in line, up to ``patience`` seconds each.
        """
        self._line = Line(at_once, longest)
        self._patience = patience
        self._ready = ready
        self._waiting: deque[Worker] = deque()
        self._names = NeutralNames()
        self._lock = threading.Lock()
        self._closed = False

    def warm(self, database: Path) -> None:
        """Have workers waiting, with ``database`` open; this does not wait for their start."""
        with self._lock:
            if self._closed:
                return
            file = _line_of_json(file=self._names.of(database))
            self._waiting = deque(worker for worker in self._waiting if worker.alive)
            while len(self._waiting) < self._ready:
                self._waiting.append(Worker(file))

    def close(self) -> None:
        """End the workers that wait, and remove what they read; no question may come after."""
        with self._lock:
            self._closed = True
            while self._waiting:
                self._waiting.pop().end()
        self._names.close()

    def ask(
        self,
        sql: str,
        database: Path,
        parameters: Mapping[str, object] | None = None,
        limits: Limits | None = None,
        tell: Callable[[Progress], None] | None = None,
    ) -> Answer:
        """Hand in a question as `begin` does, and return its answer.

        ``tell`` hears every 0.2 s, in this thread, how it stands. Whatever it raises, or Ctrl-C,
        gives the question up.

        Raises:
            SandboxError: It is not a question, DuckDB cannot answer it, or it takes too much.
        """
        asked = self.begin(sql, database, parameters, limits)
        try:
            outcome = asked.attend(tell)
        except BaseException:
            asked.cancel()
            raise
        if isinstance(outcome, SandboxError):
            raise outcome
        return outcome

    def begin(
        self,
        sql: str,
        database: Path,
        parameters: Mapping[str, object] | None = None,
        limits: Limits | None = None,
        asker: Asker = NOBODY,
    ) -> Asked:
        """Hand in one question, and do not wait for its answer.

        Args:
            sql: Exactly one statement.
            database: The DuckDB file; it is opened read-only and shut off from all other files.
            parameters: Values of ``$name`` placeholders: text, number, truth, day or None. What
                the question does not ask for is left out.
            limits: What it may take; nine seconds, ten thousand rows and 20 MB unless told.
            asker: Who asks: of one, only two questions wait or run at a time.

        Raises:
            TypeError: A parameter is something else.
        """
        limits, asked = limits or Limits(), Asked(self._line)
        try:
            question = _question(sql, self._names.of(database), parameters or {}, limits)
        except SandboxError as refusal:
            asked.settle(refusal)
            return asked
        if self._line.enter(asked, asker):
            work = (asked, question, limits, database)
            threading.Thread(target=self._serve, args=work, daemon=True).start()
        else:
            asked.settle(SandboxError("busy"))
        return asked

    def _serve(self, asked: Asked, question: bytes, limits: Limits, database: Path) -> None:
        """Wait for a place, have a worker answer, and leave the place to the next."""
        worker: Worker | None = None
        outcome: Answer | SandboxError = SandboxError("busy")
        try:
            if self._line.served(asked, self._patience):
                worker = self._take()
                if asked.given_to(worker):
                    outcome = worker.ask(question, limits, asked.settle)
        except SandboxError as refusal:
            outcome = refusal
        except OSError:  # the machine has no process to spare
            pass
        finally:
            asked.settle(outcome)
            if worker is not None:
                worker.end()
            self._line.leave(asked)
            with suppress(OSError):
                self.warm(database)

    def _take(self) -> Worker:
        with self._lock:
            worker = self._waiting.popleft() if self._waiting else None
        return worker if worker is not None and worker.alive else Worker()


def _question(sql: str, file: Identity, parameters: Mapping[str, object], limits: Limits) -> bytes:
    texts = [sql, *parameters, *(value for value in parameters.values() if isinstance(value, str))]
    if (characters := sum(map(len, texts))) > limits.text:
        raise SandboxError("long", f"{characters:,} characters; at most {limits.text:,}")
    try:
        return _line_of_json(
            sql=sql,
            file=file,
            parameters=dict(parameters),
            rows=limits.rows,
            columns=limits.columns,
            cells=limits.cells,
            written=limits.written,
            characters=limits.characters,
            seconds=limits.seconds,
        )
    except UnicodeEncodeError as half:  # of a character
        raise SandboxError("query", str(half)) from None


def _line_of_json(**told: object) -> bytes:
    return json.dumps(told, default=_day, ensure_ascii=False).encode() + b"\n"


def _day(value: object) -> dict[str, str]:
    """Write a day so that the worker tells it from a text."""
    if not isinstance(value, date):
        raise TypeError(f"a parameter cannot be a {type(value).__name__}")
    return {"day": value.isoformat()}
