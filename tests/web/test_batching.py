"""What a run makes reaches the browser together, unless it takes long."""

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from dashboard import batching

RUNNING, ENDED = AppSessionState.APP_IS_RUNNING, AppSessionState.APP_NOT_RUNNING


class Loop:
    """Stands for the loop of the server: what shall be called, and when."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.later: list[float] = []

    def call_later(self, seconds: float, callback: Any) -> None:
        """Note it."""
        self.later.append(seconds)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A session with a run that goes on, and one message."""
    made = SimpleNamespace(
        now=100.0,
        _state=RUNNING,
        _browser_queue=ForwardMsgQueue(),
        _event_loop=Loop(),
        _message_enqueued_callback=None,
    )
    made._browser_queue.enqueue(ForwardMsg(delta=Delta(fragment_id="f")))
    monkeypatch.setattr(batching, "monotonic", lambda: made.now)
    return made


def test_messages_of_a_run_go_when_it_has_ended(session: Any) -> None:
    """Nothing before, and then all."""
    assert batching.next_batch(session) == []
    session._state = ENDED
    assert len(batching.next_batch(session)) == 1


def test_that_a_run_has_begun_is_said_at_once(session: Any) -> None:
    """Readers see that something happens, and a page is not taken for still."""
    session._browser_queue.flush()
    session._browser_queue.enqueue(ForwardMsg())
    assert len(batching.next_batch(session)) == 1


def test_messages_of_a_long_run_go_after_a_while(session: Any) -> None:
    """The server looks again by itself: a run that waits makes no message that would wake it."""
    assert batching.next_batch(session) == []
    assert session._event_loop.later == [batching.LONGEST]
    session.now += batching.LONGEST
    assert len(batching.next_batch(session)) == 1
    session._browser_queue.enqueue(ForwardMsg(delta=Delta(fragment_id="f")))
    assert batching.next_batch(session) == []


def test_streamlit_has_what_batches_rest_on() -> None:
    """Names that are Streamlit's own, and may change."""
    assert AppSession.flush_browser_queue in (batching.send_all, batching.next_batch)
    assert {"_browser_queue", "_event_loop", "_message_enqueued_callback", "_state"} <= set(
        AppSession.__init__.__code__.co_names
    )
