"""Messages to a browser go in batches: for each, Streamlit lays out the whole page anew.

It sends what a script has made every 10 milliseconds; a run of 50 to 150 was drawn three to five
times, with what had not yet been made again paler, and then dark.
"""

from time import monotonic
from typing import Any

from streamlit.runtime.app_session import AppSession, AppSessionState

LONGEST = 0.15
"""Seconds for which what a script has made may wait for what it is making."""

send_all = AppSession.flush_browser_queue


def send_in_batches() -> None:
    """Have every session of this server send what a run makes as it ends, or after a while."""
    AppSession.flush_browser_queue = next_batch  # type: ignore[method-assign, assignment]


def next_batch(session: Any) -> list[Any]:
    """Return the messages that go now: none, while a run has only just begun to make some."""
    made = any(message.HasField("delta") for message in session._browser_queue._queue)
    if made and session._state == AppSessionState.APP_IS_RUNNING:  # that it runs is said at once
        now = monotonic()
        if not getattr(session, "waits_since", None):
            session.waits_since = now
            session._event_loop.call_later(LONGEST, session._message_enqueued_callback)
        if now < session.waits_since + LONGEST:
            return []
    session.waits_since = None
    return send_all(session)
