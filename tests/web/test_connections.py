"""Slow and too many connections end, and the others are answered."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from dashboard.environment import Connections
from dashboard.web.security import connections

HANG = 120
"""Seconds after which a test gives up: it only ends a hang."""
WHOLE = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
Connect = Callable[[], socket.socket]


@pytest.fixture
def connect() -> Iterator[Connect]:
    """``connect()`` opens a connection to a server of this protocol."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        PlainTextResponse("here"), http=connections.BoundedProtocol, log_level="error"
    )
    server = uvicorn.Server(config)
    running = threading.Thread(target=lambda: asyncio.run(server.serve([listener])))
    running.start()
    opened: list[socket.socket] = []

    def open_one() -> socket.socket:
        opened.append(socket.create_connection(listener.getsockname(), HANG))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()
    server.should_exit = True
    running.join(HANG)


def received(connection: socket.socket) -> bytes:
    """Return what comes next; nothing where the server has ended the connection."""
    with suppress(ConnectionError):
        return connection.recv(1000)
    return b""


def test_unfinished_headers_end(connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits for them no longer than it says."""
    monkeypatch.setattr(connections, "HEADER_SECONDS", 0.05)
    slow = connect()
    slow.sendall(WHOLE[:-2])

    assert received(slow) == b""


def test_unfinished_headers_of_a_second_request_end(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gives a connection that was answered no more time than a new one."""
    slow = connect()
    slow.sendall(WHOLE)
    assert received(slow).startswith(b"HTTP/1.1 200")
    monkeypatch.setattr(connections, "HEADER_SECONDS", 0.05)
    slow.sendall(WHOLE[:-2])

    while received(slow):
        pass


@pytest.mark.parametrize("limits", [Connections(most=1), Connections(of_address=1)])
def test_too_many_are_refused(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, limits: Connections
) -> None:
    """It answers those that it has, and ends the next one."""
    monkeypatch.setattr(connections, "LIMITS", limits)
    monkeypatch.setattr(connections, "PROXIES", ())
    first = connect()
    first.sendall(WHOLE)
    assert received(first).startswith(b"HTTP/1.1 200")

    assert received(connect()) == b""
