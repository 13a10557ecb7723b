"""One lane of the queue: a number of places, given to the client that was served least recently."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

REMEMBERED = 1_000
"""Of so many sessions and groups a lane knows when they were served last."""

Turns = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Client:
    """Who sends a query, as far as is known; the anonymous one is not held back by anything."""

    session: str = ""
    """One tab of a browser."""
    network: str = ""
    """An IP address, which many tabs, and many readers, may share."""

    @property
    def group(self) -> str:
        """What counts as one reader: all tabs of a network, where that is known."""
        return self.network or self.session


@dataclass(frozen=True)
class Ticket:
    """Whose query it is, and as which it came."""

    client: Client
    number: int


class Lane:
    """Queries that run, and in which order waiting ones follow; the queue holds the lock."""

    def __init__(self, places: int) -> None:
        """Allow so many queries at a time."""
        self.running: dict[object, Ticket] = {}
        self._places = places
        self._turn = 0
        self._turns: OrderedDict[tuple[str, str], int] = OrderedDict()

    @property
    def free(self) -> bool:
        """Whether another query may run."""
        return len(self.running) < self._places

    def admit(self, query: object, ticket: Ticket) -> None:
        """Let a query run, and note that it was its client's turn."""
        self.running[query] = ticket
        self._turn += 1
        for key in _keys(ticket.client) if ticket.client.group else ():
            self._turns[key] = self._turn
            self._turns.move_to_end(key)
        while len(self._turns) > REMEMBERED:
            self._turns.popitem(last=False)

    def first(self, waiting: Mapping[object, Ticket]) -> object:
        """Return which of the waiting queries is next."""
        return _first(waiting, self._turns)

    def rank(self, query: object, waiting: Mapping[object, Ticket]) -> int:
        """Return how many of the waiting queries are served before this one, which waits too."""
        rest, turns, rank = dict(waiting), dict(self._turns), 0
        while (other := _first(rest, turns)) != query:
            rank += 1
            client = rest.pop(other).client
            if client.group:
                turns |= dict.fromkeys(_keys(client), self._turn + rank)
        return rank


def _first(waiting: Mapping[object, Ticket], turns: Turns) -> object:
    """Return whose group was served least recently, then whose session, then who came first."""

    def order(query: object) -> list[int]:
        ticket = waiting[query]
        return [*(turns.get(key, 0) for key in _keys(ticket.client)), ticket.number]

    return min(waiting, key=order)


def _keys(client: Client) -> list[tuple[str, str]]:
    """Return under which names to remember when a client was served."""
    return [("group", client.group), ("session", client.session)]
