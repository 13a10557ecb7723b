"""A line of those who wait: who came first is served first, a few at a time."""

import threading


class Line:
    """The first ``at_once`` of a line are served; the others wait until those leave."""

    def __init__(self, at_once: int, longest: int) -> None:
        """Let ``at_once`` be served at a time, and up to ``longest`` wait."""
        self._at_once = at_once
        self._most = at_once + longest
        self._moved = threading.Condition()
        self._line: list[object] = []

    def enter(self, who: object) -> bool:
        """Join the line at its end; return whether there was room."""
        with self._moved:
            if len(self._line) >= self._most:
                return False
            self._line.append(who)
            return True

    def leave(self, who: object) -> None:
        """Go, served or not, and let the next one in."""
        with self._moved:
            if who in self._line:
                self._line.remove(who)
                self._moved.notify_all()

    def ahead(self, who: object) -> int | None:
        """Return how many wait before ``who``; None if it is served, or gone."""
        with self._moved:
            if who not in self._line:
                return None
            place = self._line.index(who) - self._at_once
            return place if place >= 0 else None

    def served(self, who: object, patience: float) -> bool:
        """Wait up to ``patience`` seconds; return whether it is the turn of ``who`` now."""
        with self._moved:
            self._moved.wait_for(
                lambda: who not in self._line or self._line.index(who) < self._at_once, patience
            )
            return who in self._line[: self._at_once]
