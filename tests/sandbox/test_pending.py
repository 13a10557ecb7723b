"""A query that was submitted, until its outcome."""

from dashboard.sandbox import Capacity, Client, PendingQuery, SandboxError
from dashboard.sandbox.fair_queue import FairQueue


def test_who_has_an_outcome_may_submit_the_next_query() -> None:
    """It does not count a query whose process still has to end."""
    queue, tab = FairQueue(Capacity(per_session=1)), Client("tab")
    first = PendingQuery(queue)
    assert queue.enter(first, tab)
    assert not queue.enter(PendingQuery(queue), tab)

    first.resolve(SandboxError("query"))

    assert queue.enter(PendingQuery(queue), tab)


def test_the_first_outcome_counts() -> None:
    """It stays out of time, though its process then ends in another way."""
    query = PendingQuery(FairQueue(Capacity()))
    first, later = SandboxError("time"), SandboxError("memory")

    query.resolve(first)
    query.resolve(later)

    assert query.wait() is first
