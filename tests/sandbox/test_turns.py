"""Whose turn it is in the line of questions: who came first, and who had least of late."""

from dashboard.sandbox import Asker
from dashboard.sandbox.fair_queue import Line


def test_who_came_first_is_served_first() -> None:
    """It lets in as many as may be at a time, and the next when one goes."""
    line = Line(at_once=2, longest=2)
    assert [line.enter(name) for name in "abcde"] == [True, True, True, True, False]
    assert [line.ahead(name) for name in "abcd"] == [None, None, 0, 1]
    assert not line.served("c", patience=0)

    line.leave("a")

    assert line.served("c", patience=0)
    assert [line.ahead(name) for name in "bcd"] == [None, None, 0]


def in_turn(line: Line, names: str) -> str:
    """Serve one after the other, and return in which order; each leaves when it was served."""
    order = ""
    while waiting := [name for name in names if name not in order]:
        order += next(name for name in waiting if line.served(name, patience=0))
        line.leave(order[-1])
    return order


def test_the_third_of_one_asker_is_refused() -> None:
    """It lets the others in."""
    line = Line(at_once=1, longest=20)
    tab, other = Asker("tab"), Asker("other")

    assert [line.enter(name, tab) for name in "abc"] == [True, True, False]
    assert line.enter("d", other)


def test_what_was_given_up_does_not_count() -> None:
    """It lets a reader ask the next while the worker of the last is still being killed."""
    line = Line(at_once=1, longest=20)
    tab = Asker("tab")
    assert [line.enter(name, tab) for name in "ab"] == [True, True]

    for name in "ab":
        line.give_up(name)

    assert [line.enter(name, tab) for name in "cde"] == [True, True, False]
    assert not line.served("c", patience=0)


def test_who_was_served_least_recently_is_next() -> None:
    """It takes turns among the askers, and keeps the order among equals."""
    line = Line(at_once=1, longest=20)
    for name, asker in zip("aAbBc", ["a", "a", "b", "b", "c"], strict=True):
        line.enter(name, Asker(asker))

    assert [line.ahead(name) for name in "aAbBc"] == [None, 2, 0, 3, 1]
    assert in_turn(line, "aAbBc") == "abcAB"


def test_many_tabs_of_one_network_take_turns_with_others() -> None:
    """It does not serve a reader more often who opens more tabs."""
    line = Line(at_once=1, longest=20)
    for name in "abcd":
        line.enter(name, Asker(name, "many"))
    line.enter("X", Asker("X", "one"))

    assert in_turn(line, "abcdX") == "aXbcd"


def test_in_a_full_line_the_last_of_the_most_makes_room() -> None:
    """It keeps nobody out because somebody else has filled the line."""
    line = Line(at_once=1, longest=3)
    for name in "abcd":
        line.enter(name, Asker(name, "many"))

    assert line.enter("X", Asker("X", "one"))
    assert not line.served("d", patience=20)
    assert not line.enter("e", Asker("e", "many"))
    assert in_turn(line, "abcX") == "aXbc"


def test_nobody_makes_room_for_who_has_as_many() -> None:
    """It refuses the last that comes where all have the same."""
    line = Line(at_once=1, longest=2)
    assert all(line.enter(name, Asker(name)) for name in "abc")

    assert not line.enter("d", Asker("d"))
