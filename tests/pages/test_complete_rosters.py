"""When a roster is known to be complete, so that not to be on it says something."""

from datetime import date

import polars as pl
import pytest

from dashboard.shaping import complete_rosters


def report(day: date, reported: int, *, agrees: bool, qualifier: str = "exactly") -> dict:
    """Return a count that a source reports of the club, beside its roster."""
    return {
        "organization_id": "club",
        "instrument_id": None,
        "body_kind": "organization",
        "body_en": "Club",
        "day": day,
        "reported": reported,
        "reported_count_id": day.isoformat(),
        "reported_qualifier": qualifier,
        "agrees": agrees,
    }


@pytest.mark.parametrize(
    ("newest", "complete"),
    [
        ({"agrees": True}, ["club"]),
        ({"agrees": False}, []),
        ({"agrees": True, "qualifier": "more_than"}, []),
    ],
)
def test_a_roster_is_complete_where_its_newest_count_agrees(newest, complete):
    """It looks at the newest count alone, which must be exact."""
    counts = pl.DataFrame(
        [report(date(2024, 1, 1), 5, agrees=True), report(date(2025, 1, 1), 6, **newest)],
        schema_overrides={"instrument_id": pl.String},
    )

    assert complete_rosters.complete(counts, date(2026, 1, 1))["body_id"].to_list() == complete


def test_a_count_of_after_the_day_says_nothing():
    """It does not know today what a source will report."""
    counts = pl.DataFrame(
        [report(date(2025, 1, 1), 6, agrees=True)], schema_overrides={"instrument_id": pl.String}
    )

    assert complete_rosters.complete(counts, date(2024, 12, 31)).is_empty()


@pytest.mark.parametrize(("possible", "short"), [(2, [("club", 2, 6)]), (7, []), (None, [])])
def test_a_roster_is_partial_where_its_newest_count_is_above_it(possible, short):
    """It gives how many are listed of how many; a roster that is longer is not partial."""
    row = report(date(2025, 1, 1), 6, agrees=False) | {"possible": possible}
    if possible is None:
        row["agrees"] = None
    counts = pl.DataFrame(
        [row],
        schema_overrides={"instrument_id": pl.String, "agrees": pl.Boolean, "possible": pl.Int64},
    )

    assert complete_rosters.partial(counts, date(2026, 1, 1)).rows() == short
