"""``/deadlines.ics``: what a reader is told of a duty, and of the calendar itself."""

import pytest
from starlette.testclient import TestClient

from tests.helpers.calendars import duties, read


def test_how_a_duty_stands_is_said_in_words(real: TestClient) -> None:
    """It tells what is met or overdue today, in title and description."""
    for state, status in (("overdue", "NEEDS-ACTION"), ("met", "COMPLETED")):
        found = duties(read(real, f"?state={state}&periods=tasks"))
        assert found
        for duty in found.values():
            assert duty.status.value == (status if duty.name == "VTODO" else "CONFIRMED")
            assert duty.summary.value.endswith(f"({state})")
            assert f"How it stands: {state}" in duty.description.value


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "ITU: PP-26 closes"),
        ("", "Partner2Connect Digital Coalition: USD 100 billion target"),
        ("", "EU AI Act broad application"),
        ("", "EU AI Act: End of grace for AI marking"),
        ("?lang=fr", "UIT\u00a0: Clôture de la PP-26"),
    ],
)
def test_a_milestone_says_of_what_it_is(real: TestClient, query: str, title: str) -> None:
    """It begins with the text, programme or body, where the title does not name it."""
    assert title in {duty.summary.value for duty in duties(read(real, query)).values()}


@pytest.mark.parametrize(("query", "tasks"), [("", "known only to a year"), ("?periods=all", "")])
def test_it_says_that_tasks_may_not_be_shown(real: TestClient, query: str, tasks: str) -> None:
    """It tells readers how to see all as events, until they do."""
    text = read(real, query).contents["x-wr-caldesc"][0].value
    assert tasks in text
    assert ("periods=all" in text) is bool(tasks)


def test_it_speaks_french(real: TestClient) -> None:
    """It leaves no English but titles of sources, and links to the French page."""
    found = duties(read(real, "?lang=fr"))
    for duty in found.values():
        lines = [duty.summary.value, *duty.description.value.splitlines()]
        assert [each for each in lines if "[en]" in each and not each.startswith("Source")] == []
        assert "lang=fr" in duty.url.value
    assert any(duty.summary.value.startswith("Au plus tard en ") for duty in found.values())
