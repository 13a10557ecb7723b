"""Dates as precise as their source: which there are, and which days they can mean."""

import re
from datetime import date

import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from transforms.edtf.expressions import earliest, latest
from transforms.edtf.text import PATTERN, YEARS, parse

DAYS = {
    "2025": ("2025-01-01", "2025-12-31"),
    "2025-08": ("2025-08-01", "2025-08-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "1900-02": ("1900-02-01", "1900-02-28"),
    "2025-08-26": ("2025-08-26", "2025-08-26"),
    "[2025-02-11..2025-09-02]": ("2025-02-11", "2025-09-02"),
    "[2024..2025-09]": ("2024-01-01", "2025-09-30"),
    "[2025-12..2026]": ("2025-12-01", "2026-12-31"),
    "[..2025-09-02]": (None, "2025-09-02"),
    "[..2025]": (None, "2025-12-31"),
}


def days(text: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that a date can mean."""
    frame = pl.DataFrame({"on": [text]}, schema={"on": pl.String})
    return frame.select(first=earliest(pl.col("on")), last=latest(pl.col("on"))).row(0)


def day(text: str | None) -> date | None:
    """Return a full date as a day."""
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("text", "span"), DAYS.items())
def test_a_date_means_the_days_from_its_first_to_its_last(
    text: str, span: tuple[str | None, str | None]
) -> None:
    """It gives exactly the days that the precision of the source leaves open."""
    assert days(text) == tuple(map(day, span))


@pytest.mark.parametrize("text", [None, "2025-13", "2025-00", "2025-02-30", "[2025-13..2025-14]"])
def test_what_is_no_date_means_no_day(text: str | None) -> None:
    """It is null at both ends, and does not raise."""
    assert days(text) == (None, None)


dates = st.dates(date(YEARS[0], 1, 1), date(YEARS[1], 12, 31))
"""Any day that can be meant."""
precise = st.builds(lambda on, size: on.isoformat()[:size], dates, st.sampled_from([4, 7, 10]))
"""A day, a month or a year, also of days that no calendar has."""
near = st.one_of(
    precise,
    st.from_regex(r"[0-9]{4}-[01][0-9](-[0-3][0-9])?", fullmatch=True),
    st.builds("[{}..{}]".format, st.one_of(st.just(""), precise), precise),
    st.text("0123456789-.[]", max_size=12),
)
"""What is a date, and what nearly is."""


@given(near)
def test_plain_python_reads_a_date_as_whole_columns_do(text: str) -> None:
    """It gives the same two days, and refuses what has no last day or another form."""
    assume("0000" not in text)  # a year that Polars has and Python has not; YEARS leaves it out
    try:
        dated = parse(text)
    except ValueError:
        first, last = days(text)
        assert not re.match(PATTERN, text) or last is None or first is None
        return
    assert (dated.earliest, dated.latest) == days(text)


@pytest.mark.parametrize("text", DAYS)
def test_every_form_matches_the_pattern(text: str) -> None:
    """It is what a cell with a date must look like."""
    assert re.match(PATTERN, text)


@pytest.mark.parametrize(
    "text",
    [
        "25",
        "\uff12\uff10\uff12\uff15",
        "2025-8",
        "2025-08-26T10:00",
        "26/08/2025",
        "2025-08-26 ",
        "[2025..]",
        "2025/2026",
        "~",
    ],
)
def test_other_forms_do_not_match_the_pattern(text: str) -> None:
    """It lets no other way to write a date through."""
    assert not re.match(PATTERN, text)
