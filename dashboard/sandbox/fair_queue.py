"""A queue of queries that is fair to clients, and has an express lane for short queries.

No library does this: queues of the standard library and of task runners order by time or by
priority, not by who was served least recently, and none takes a running job back.
"""

import threading
from collections import Counter

from dashboard.sandbox.lane import Client, Lane, Ticket
from dashboard.sandbox.limits import Capacity

ANONYMOUS = Client()


class FairQueue:
    """Queries wait here until a lane has a place for them.

    The main lane takes any query. The express lane takes short ones, those first that have not run
    yet (newcomers). A query that does not finish there in time goes on in the main lane
    (`promote`) or waits anew (`requeue`): for either lane, behind all newcomers, if it only made
    room for one; for the main lane alone if it is no short one. All methods may be called from any
    thread.
    """

    def __init__(self, capacity: Capacity) -> None:
        """Start with an empty queue."""
        self._capacity = capacity
        self._main, self._express = Lane(capacity.main), Lane(capacity.express)
        self._changed = threading.Condition()
        self._waiting: dict[object, Ticket] = {}
        self._tried: set[object] = set()
        self._slow: set[object] = set()
        self._released: set[object] = set()
        self._entered = 0

    def enter(self, query: object, client: Client = ANONYMOUS) -> bool:
        """Add a query; return whether there was room for one more of this client.

        In a full queue, a client with few queries takes the place of the newest waiting query of
        the client with the most.
        """
        with self._changed:
            if client.session and self._count("session")[client.session] >= self._most_each:
                return False
            if len(self._tickets()) >= self._most and not self._evict_for(client):
                return False
            self._entered += 1
            self._waiting[query] = Ticket(client, self._entered)
            self._admit()
            return True

    def release(self, query: object) -> None:
        """Stop waiting; a query whose process still has to end no longer counts as its client's."""
        with self._changed:
            self._waiting.pop(query, None)
            if query in self._tickets():
                self._released.add(query)
            self._changed.notify_all()

    def leave(self, query: object) -> None:
        """Remove a query, running or not, and let the next one run."""
        with self._changed:
            for tickets in (self._waiting, self._main.running, self._express.running):
                tickets.pop(query, None)
            self._forget(query)
            self._released.discard(query)
            self._admit()

    def promote(self, query: object) -> bool:
        """Return whether a running query may go on in the main lane, where it now has a place."""
        with self._changed:
            if query in self._express.running and self._main.free:
                self._main.admit(query, self._express.running.pop(query))
                self._admit()
            return query in self._main.running

    def has_newcomers(self) -> bool:
        """Return whether a query waits for the express lane that has not run yet."""
        with self._changed:
            return bool(self._newcomers())

    def requeue(self, query: object, *, slow: bool = True) -> bool:
        """Have a query that had to leave the express lane wait, ``slow`` for the main lane alone.

        It keeps its rank by the time when it came. Return False if it was released.
        """
        with self._changed:
            if query in self._released or query not in self._express.running:
                return False
            (self._slow if slow else self._tried).add(query)
            self._waiting[query] = self._express.running.pop(query)
            self._admit()
            return True

    def ahead(self, query: object) -> int | None:
        """Return how many waiting queries come before this one; None if it does not wait."""
        with self._changed:
            if query not in self._waiting:
                return None
            main = self._main.rank(query, self._waiting)
            newcomers, short = self._newcomers(), self._short()
            if query in newcomers:
                return min(main, self._express.rank(query, newcomers))
            behind = {other: short[other] for other in short if other not in newcomers}
            if query in behind:
                return min(main, len(newcomers) + self._express.rank(query, behind))
            return main

    def wait_for_place(self, query: object, seconds: float) -> bool:
        """Wait up to so many ``seconds``; return whether the query may run now."""
        with self._changed:
            self._changed.wait_for(lambda: query not in self._waiting, seconds)
            return query in self._main.running or query in self._express.running

    @property
    def _most(self) -> int:
        return self._capacity.main + self._capacity.express + self._capacity.waiting

    @property
    def _most_each(self) -> int:
        return self._capacity.per_session

    def _tickets(self) -> dict[object, Ticket]:
        return {**self._waiting, **self._main.running, **self._express.running}

    def _short(self) -> dict[object, Ticket]:
        """Return the waiting queries that the express lane may take."""
        if not self._capacity.express:
            return {}
        return {query: of for query, of in self._waiting.items() if query not in self._slow}

    def _newcomers(self) -> dict[object, Ticket]:
        """Return those of them that have not run yet."""
        return {query: of for query, of in self._short().items() if query not in self._tried}

    def _forget(self, query: object) -> None:
        self._tried.discard(query)
        self._slow.discard(query)

    def _admit(self) -> None:
        while self._waiting and self._main.free:
            query = self._main.first(self._waiting)
            self._main.admit(query, self._waiting.pop(query))
        while self._express.free and (short := self._newcomers() or self._short()):
            query = self._express.first(short)
            self._express.admit(query, self._waiting.pop(query))
        self._changed.notify_all()

    def _evict_for(self, client: Client) -> bool:
        """Drop a waiting query, if that leaves its group no fewer than ``client`` then has."""
        held = self._count("group")
        for query in sorted(self._waiting, key=lambda query: -self._waiting[query].number):
            group = self._waiting[query].client.group
            if group and held[group] == max(held.values()) > held[client.group] + 1:
                del self._waiting[query]
                self._forget(query)
                return True
        return False

    def _count(self, attribute: str) -> Counter[str]:
        """Count the queries that are still wanted, by session or group; anonymous ones are not."""
        wanted = [
            ticket for query, ticket in self._tickets().items() if query not in self._released
        ]
        names = (getattr(ticket.client, attribute) for ticket in wanted)
        return Counter(name for name in names if name)
