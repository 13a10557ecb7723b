"""A reader of pages without a browser: one session over the server's websocket."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from dashboard.navigation import PAGES as PLACES

PAGES = tuple(PLACES)
"""Every page by its name in the address."""


@dataclass
class Page:
    """What one run of a page sent: kinds of its elements, and texts of errors."""

    elements: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)

    def note(self, message: ForwardMsg) -> None:
        """Read one message of the server."""
        if message.WhichOneof("type") != "delta" or not message.delta.HasField("new_element"):
            return
        element = message.delta.new_element
        self.elements.append(str(element.WhichOneof("type")))
        if element.HasField("exception"):
            self.exceptions.append(f"{element.exception.type}: {element.exception.message}")
        if element.HasField("alert") and element.alert.format == Alert.Format.ERROR:
            self.exceptions.append(element.alert.body)


class Session:
    """One open tab."""

    def __init__(self, address: str, seconds: float = 1_800) -> None:
        """Connect to a server; every answer may take so long."""
        self.seconds = seconds
        self._open = ExitStack()
        opened = connect(
            address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(address),
            max_size=None,
            open_timeout=seconds,
        )
        self.socket = self._open.enter_context(opened)

    def open(self, page: str, **query: str) -> Page:
        """Run a page and return what it sent.

        Raises:
            TimeoutError: It did not end in time.
        """
        request = BackMsg()
        request.rerun_script.page_name = page
        request.rerun_script.query_string = urlencode(query)
        self.socket.send(request.SerializeToString())
        seen = Page()
        while True:
            message = ForwardMsg()
            message.ParseFromString(_bytes(self.socket.recv(self.seconds)))
            seen.note(message)
            if message.WhichOneof("type") == "script_finished":
                return seen

    def close(self) -> None:
        """Close the tab."""
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _bytes(received: str | bytes) -> bytes:
    """Return a message of the server; all of them are binary."""
    return received.encode() if isinstance(received, str) else received
