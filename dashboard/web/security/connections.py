"""Limit the number of connections and end slow ones; uvicorn does neither.

uvicorn has a time only for what comes after an answer, and a limit only for requests.
"""

import asyncio
import os
from typing import Any
from weakref import WeakSet

from uvicorn.protocols.http.h11_impl import H11Protocol

from dashboard.environment import connections_from

HEADER_SECONDS = 20.0
"""In which all headers of a request must have come."""
LIMITS = connections_from(os.environ)
PROXIES = ("127.0.0.1", "::1")
"""A proxy on this machine speaks for many readers, and counts them itself."""

_open: WeakSet[asyncio.Transport] = WeakSet()


class BoundedProtocol(H11Protocol):
    """HTTP on one connection, which is refused where there are too many, and ended where slow."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take the connection, or end it at once."""
        super().connection_made(transport)
        if _is_full(transport):
            transport.abort()
            return
        _open.add(transport)
        self._wait_for_headers()

    def data_received(self, data: bytes) -> None:
        """Read on; the time for headers runs from the first byte to the last of them."""
        super().data_received(data)
        self._wait_for_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait_for_headers(self) -> None:
        # A websocket has taken the connection over where the transport has another protocol.
        answering = self.cycle is not None and not self.cycle.response_complete
        idle = self.timeout_keep_alive_task is not None
        if answering or idle or self.transport.get_protocol() is not self:
            self._stop_waiting()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(HEADER_SECONDS, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def _is_full(transport: asyncio.Transport) -> bool:
    alive = [each for each in _open if not each.is_closing()]
    address = _address(transport)
    same = sum(_address(each) == address for each in alive)
    return len(alive) >= LIMITS.most or (address not in PROXIES and same >= LIMITS.of_address)


def _address(transport: asyncio.Transport) -> str:
    peer: Any = transport.get_extra_info("peername")
    return str(peer[0]) if peer else ""
