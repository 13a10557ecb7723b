"""Which query runs next: who came first, who was served least; short ones have a lane."""

import pytest

from dashboard.sandbox import Capacity, Client
from dashboard.sandbox.fair_queue import FairQueue

ONE = Capacity(main=1, express=0)


def runs(queue: FairQueue, query: object) -> bool:
    """Return whether a query has a place."""
    return queue.wait_for_place(query, seconds=0)


def served_in_order(queue: FairQueue, names: str) -> str:
    """Return the order in which queries run when each leaves as soon as it has run."""
    order = ""
    while waiting := [name for name in names if name not in order]:
        order += next(name for name in waiting if runs(queue, name))
        queue.leave(order[-1])
    return order


def filled(names: str, capacity: Capacity = ONE) -> FairQueue:
    """Return a queue with one query each of clients of these names."""
    queue = FairQueue(capacity)
    for name in names:
        assert queue.enter(name, Client(name))
    return queue


def slow(queue: FairQueue, name: str) -> None:
    """Have a query of a client run in the express lane until it has to make room."""
    assert queue.enter(name, Client(name))
    assert runs(queue, name)
    assert not queue.promote(name)
    assert queue.requeue(name)


def test_who_came_first_is_served_first() -> None:
    """It lets as many run as there are places, and the next one when a query leaves."""
    queue = FairQueue(Capacity(main=2, express=0, waiting=2))
    assert [queue.enter(name) for name in "abcde"] == [True, True, True, True, False]
    assert [queue.ahead(name) for name in "abcd"] == [None, None, 0, 1]
    assert not runs(queue, "c")

    queue.leave("a")

    assert runs(queue, "c")
    assert [queue.ahead(name) for name in "bcd"] == [None, None, 0]


def test_the_third_query_of_a_session_is_refused() -> None:
    """It lets other sessions in."""
    queue = FairQueue(ONE)
    tab, other = Client("tab"), Client("other")

    assert [queue.enter(name, tab) for name in "abc"] == [True, True, False]
    assert queue.enter("d", other)


def test_released_queries_do_not_count() -> None:
    """It lets a reader submit the next while the process of the last is still being killed."""
    queue = FairQueue(ONE)
    tab = Client("tab")
    assert [queue.enter(name, tab) for name in "ab"] == [True, True]

    for name in "ab":
        queue.release(name)

    assert [queue.enter(name, tab) for name in "cde"] == [True, True, False]
    assert not runs(queue, "c")


def test_who_was_served_least_recently_is_next() -> None:
    """It takes turns among sessions, and keeps the order among equals."""
    queue = FairQueue(ONE)
    for name, session in zip("aAbBc", "aabbc", strict=True):
        queue.enter(name, Client(session))

    assert [queue.ahead(name) for name in "aAbBc"] == [None, 2, 0, 3, 1]
    assert served_in_order(queue, "aAbBc") == "abcAB"


def test_many_tabs_of_one_network_take_turns_with_others() -> None:
    """It does not serve a reader more often who opens more tabs."""
    queue = FairQueue(ONE)
    for name in "abcd":
        queue.enter(name, Client(name, "many"))
    queue.enter("X", Client("X", "one"))

    assert served_in_order(queue, "abcdX") == "aXbcd"


def test_in_a_full_queue_the_newest_of_the_most_makes_room() -> None:
    """It keeps nobody out because somebody else has filled the queue."""
    queue = FairQueue(Capacity(main=1, express=0, waiting=3))
    for name in "abcd":
        queue.enter(name, Client(name, "many"))

    assert queue.enter("X", Client("X", "one"))
    assert not queue.wait_for_place("d", seconds=3_600)
    assert not queue.enter("e", Client("e", "many"))
    assert served_in_order(queue, "abcX") == "aXbc"


def test_nobody_makes_room_for_who_has_as_many() -> None:
    """It refuses the last that comes where all have the same."""
    queue = filled("abc", Capacity(main=1, express=0, waiting=2))

    assert not queue.enter("d", Client("d"))


def test_a_short_query_passes_long_ones() -> None:
    """It runs while two long queries run and two more wait for the main lane."""
    queue = filled("ab", Capacity(main=2, express=1))
    slow(queue, "c")
    slow(queue, "d")

    assert queue.enter("short")

    assert runs(queue, "short")
    assert [queue.ahead(name) for name in "cd"] == [0, 1]


def test_a_long_query_leaves_the_express_lane_to_the_next() -> None:
    """It makes room for a query that waits for its first run."""
    queue = filled("abcd", Capacity(main=2, express=1))
    assert not runs(queue, "d")

    queue.requeue("c")

    assert runs(queue, "d")
    assert not runs(queue, "c")


def test_a_long_query_goes_on_where_the_main_lane_has_a_place() -> None:
    """It is not begun anew, and the express lane is free."""
    queue = filled("abc", Capacity(main=2, express=1))
    queue.leave("a")

    assert queue.promote("c")
    assert queue.enter("d")
    assert runs(queue, "d")


def test_a_query_in_the_main_lane_stays_there() -> None:
    """It makes room for nobody."""
    queue = filled("ab", Capacity(main=1, express=1))

    assert queue.promote("a")
    assert not queue.requeue("a")


def test_a_requeued_query_keeps_its_rank() -> None:
    """It is served before those that came later, as its short run was no turn of the main lane."""
    queue = filled("a", Capacity(main=1, express=1))
    slow(queue, "b")
    queue.enter("c", Client("c"))
    queue.enter("d", Client("d"))
    assert runs(queue, "c")

    queue.leave("a")

    assert runs(queue, "b")
    assert not runs(queue, "d")


@pytest.mark.parametrize("when", ["while it runs", "while it waits"])
def test_a_released_query_is_not_queued_again(when: str) -> None:
    """It never runs in the main lane."""
    queue = filled("ab", Capacity(main=1, express=1))
    if when == "while it waits":
        assert queue.requeue("b")
    queue.release("b")

    assert not queue.requeue("b")
    queue.leave("b")
    queue.leave("a")
    assert not runs(queue, "b")


def test_who_made_room_is_behind_all_newcomers() -> None:
    """It gives the express lane to who has not run yet, and then to who had to leave it."""
    queue = filled("ab", Capacity(main=1, express=1))
    assert not queue.has_newcomers()
    for name in "cd":
        queue.enter(name, Client(name))
    assert queue.has_newcomers()

    assert queue.requeue("b", slow=False)

    assert [queue.ahead(name) for name in "cbd"] == [None, 0, 0]  # "b" is next in the main lane
    queue.leave("c")
    assert runs(queue, "d")
    assert not queue.has_newcomers()
    queue.leave("d")
    assert runs(queue, "b")


def test_who_had_all_the_time_of_the_express_lane_does_not_come_back_to_it() -> None:
    """It leaves it empty for the next newcomer."""
    queue = filled("ab", Capacity(main=1, express=1))

    assert queue.requeue("b")

    assert not queue.has_newcomers()
    assert not runs(queue, "b")
    queue.enter("c", Client("c"))
    assert runs(queue, "c")
