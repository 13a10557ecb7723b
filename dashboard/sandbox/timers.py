"""Acts that are due in some seconds, each in a thread of its own, unless it is too late."""

import threading
from collections.abc import Callable
from typing import Self


class Timers:
    """Timers that end with a block; all methods may be called from any thread, also by an act."""

    def __init__(self) -> None:
        """Start without any."""
        self._lock = threading.Lock()
        self._timers: list[threading.Timer] = []
        self._over = False

    def after(self, seconds: float, act: Callable[[], None]) -> None:
        """Do something in so many ``seconds``; nothing once the block has ended."""
        timer = threading.Timer(seconds, act)
        timer.daemon = True
        with self._lock:
            if not self._over:
                self._timers.append(timer)
                timer.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._over = True
            for timer in self._timers:
                timer.cancel()
            self._timers.clear()  # an act may know these timers: a circle that would stay in memory
