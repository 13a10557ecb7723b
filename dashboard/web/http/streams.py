"""Send an answer piece by piece, and never let half of one pass for all of it.

No library breaks an answer off when a piece fails: all end it as if it were whole.
"""

import logging
from collections.abc import Iterator

from starlette.responses import StreamingResponse
from starlette.types import Send

from dashboard.web.http.errors import log_line

LOG = logging.getLogger("tracker.web")


class StreamedResponse(StreamingResponse):
    """A response whose length is not known in advance.

    If a piece fails, the final chunk is not sent and the server closes the connection, which every
    client can tell from the regular end of a response.
    """

    def __init__(self, pieces: Iterator[bytes], headers: dict[str, str], media_type: str) -> None:
        """Keep what to send; the first piece should be made already."""
        super().__init__(pieces, headers=headers, media_type=media_type)

    async def stream_response(self, send: Send) -> None:
        """Send all pieces, or break off."""
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        await send(start)
        pieces = aiter(self.body_iterator)
        while True:
            try:
                piece = await anext(pieces)
            except StopAsyncIteration:
                break
            except Exception as error:
                LOG.error("an answer broke off: %s", log_line(error))
                return
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
