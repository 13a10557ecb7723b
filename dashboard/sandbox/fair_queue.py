"""A line of those who wait: next is whose asker was served least recently, a few at a time."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

REMEMBERED = 1_000
"""Of so many askers and networks we know when they were served last."""


@dataclass(frozen=True)
class Asker:
    """Who asks, as far as is known; nothing is known of the empty ones, and nothing held back."""

    name: str = ""
    """One tab of a browser."""
    network: str = ""
    """An address that many tabs, and many readers, may share."""

    @property
    def household(self) -> str:
        """What we take all tabs of one reader for: their network, where it is known."""
        return self.network or self.name


NOBODY = Asker()


class Line:
    """Few are served at a time; the others wait until one of those leaves."""

    def __init__(self, at_once: int, longest: int, each: int = 2) -> None:
        """Let ``at_once`` be served at a time, up to ``longest`` wait, ``each`` of one asker."""
        self._at_once = at_once
        self._most = at_once + longest
        self._each = each
        self._moved = threading.Condition()
        self._waiting: dict[object, Asker] = {}
        self._served: dict[object, Asker] = {}
        self._given_up: set[object] = set()
        self._turns: OrderedDict[tuple[str, str], int] = OrderedDict()
        self._turn = 0

    def enter(self, who: object, asker: Asker = NOBODY) -> bool:
        """Join the line at its end; return whether there was room for that ``asker``.

        In a full line, room is made for who has less in it: by who came last of those that have
        most.
        """
        with self._moved:
            if asker.name and self._count("name")[asker.name] >= self._each:
                return False
            if len(self._waiting) + len(self._served) >= self._most and not self._yields(asker):
                return False
            self._waiting[who] = asker
            self._let_in()
            return True

    def give_up(self, who: object) -> None:
        """Leave if it still waits; if it is served, it no longer counts as its asker's."""
        with self._moved:
            self._waiting.pop(who, None)
            if who in self._served:
                self._given_up.add(who)
            self._moved.notify_all()

    def leave(self, who: object) -> None:
        """Go, served or not, and let the next one in."""
        with self._moved:
            self._waiting.pop(who, None)
            self._served.pop(who, None)
            self._given_up.discard(who)
            self._let_in()

    def ahead(self, who: object) -> int | None:
        """Return how many will be served before ``who``; None if it is served, or gone."""
        with self._moved:
            waiting, turns, ahead = dict(self._waiting), dict(self._turns), 0
            while who in waiting:
                first = _next(waiting, turns)
                if first is who:
                    return ahead
                ahead += 1
                asker = waiting.pop(first)
                if asker.household:
                    turns |= dict.fromkeys(_keys(asker), self._turn + ahead)
            return None

    def served(self, who: object, patience: float) -> bool:
        """Wait up to ``patience`` seconds; return whether it is the turn of ``who`` now."""
        with self._moved:
            self._moved.wait_for(lambda: who not in self._waiting, patience)
            return who in self._served

    def _let_in(self) -> None:
        while self._waiting and len(self._served) < self._at_once:
            who = _next(self._waiting, self._turns)
            self._served[who] = asker = self._waiting.pop(who)
            self._turn += 1
            for key in _keys(asker) if asker.household else ():
                self._turns[key] = self._turn
                self._turns.move_to_end(key)
            while len(self._turns) > REMEMBERED:
                self._turns.popitem(last=False)
        self._moved.notify_all()

    def _yields(self, asker: Asker) -> bool:
        """Send away one who waits, if that leaves its household no less than ``asker`` gets."""
        held = self._count("household")
        for who in reversed(self._waiting):
            household = self._waiting[who].household
            if household and held[household] == max(held.values()) > held[asker.household] + 1:
                del self._waiting[who]
                return True
        return False

    def _count(self, of: str) -> Counter[str]:
        """Count the questions that somebody wants, by whose they are; nobody's are not counted."""
        wanted = {**self._waiting, **self._served}
        names = (getattr(asker, of) for who, asker in wanted.items() if who not in self._given_up)
        return Counter(name for name in names if name)


def _next(waiting: Mapping[object, Asker], turns: Mapping[tuple[str, str], int]) -> object:
    """Return whose household was served least recently, then whose asker, then who came first."""
    return min(waiting, key=lambda who: [turns.get(key, 0) for key in _keys(waiting[who])])


def _keys(asker: Asker) -> list[tuple[str, str]]:
    """Return under which names to remember when an asker was served."""
    return [("household", asker.household), ("name", asker.name)]
