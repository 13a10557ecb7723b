"""How a date that is as precise as its source stands in a calendar, and in words."""

import pytest

from dashboard.shaping.deadlines import span, title
from dashboard.words.i18n import Translator

PLANNED: dict[str, str | None] = {
    "origin": "milestone",
    "kind": "deadline",
    "status": "planned",
    "state": "later",
}
PLANNED |= {"context": None}


@pytest.mark.parametrize(
    ("due_on", "first", "last"),
    [
        ("2027", "2027-01-01", "2027-12-31"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2027-12", "2027-12-01", "2027-12-31"),
        ("[2027-09..2028-09-03]", "2027-09-01", "2028-09-03"),
        ("[..2027]", None, "2027-12-31"),
    ],
)
def test_a_period_is_as_long_as_its_date_is_vague(
    due_on: str, first: str | None, last: str
) -> None:
    """It takes all the days that the date can mean, and no day for certain."""
    days = span(due_on)
    assert (days.first and days.first.isoformat(), days.last.isoformat()) == (first, last)
    assert not days.exact


def test_an_end_in_some_month_is_no_day() -> None:
    """It shows an event on the day on which it begins, when nobody says on which it ends."""
    assert span("2027-06-03", "2027-06") == span("2027-06-03")


@pytest.mark.parametrize(
    ("due_on", "begins"),
    [
        ("2027", "By 2027: "),
        ("2027-06", "By June 2027: "),
        ("[2027-09..2028-09]", "Between September 2027 and September 2028: "),
        ("[..2027-09-02]", "By 2 September 2027: "),
        ("2027-06-03", "Report"),
    ],
)
def test_the_title_says_how_precise_it_is(due_on: str, begins: str) -> None:
    """It begins with the period where there is no day."""
    row = PLANNED | {"due_on": due_on, "title": {"en": "Report"}, "text": None}
    assert title(row, Translator()).startswith(begins)
