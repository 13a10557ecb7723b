"""Money as a chain: `money_on`, on drawn tables."""

import pytest

from tests.helpers.drawn import given

FIGURES = """
    id | initiative_id | as_of      | value | value_to | currency | scale   | nature
    a  | fund          | 2025-07-02 | 1     | 3        | USD      | 1000000 | target
    b  | fund          | 2025-01    | 5     |          | USD      | 1000    | pledged
    c  | fund          | 2026-01    | 8     |          | USD      | 1000    | pledged
    d  | fund          | 2026-01    | 7     |          |          |         | actual
"""


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        (
            "2025-12-31",
            [("target", 1e6, 3e6), ("pledged", 5e3, None), ("planned", None, None)],
        ),
        (
            "2026-02-01",
            [("target", 1e6, 3e6), ("pledged", 8e3, None), ("planned", None, None)],
        ),
    ],
)
def test_each_step_has_its_newest_sum_by_the_day(
    day: str, answer: list[tuple[str, float | None, float | None]]
) -> None:
    """It keeps a range as a range, and reads no other figure as money."""
    rows = given(initiative_figures=FIGURES).sql(
        f"SELECT step, amount, amount_to FROM money_on(DATE '{day}') WHERE step <> 'paid'"
    )

    assert rows.fetchall() == answer


def test_that_nothing_was_paid_is_said_in_words() -> None:
    """It has a row for the step, in both languages."""
    rows = given(initiative_figures=FIGURES).sql(
        "SELECT amount, said_en, said_fr FROM money_on(DATE '2026-02-01') WHERE step = 'paid'"
    )

    assert rows.fetchall() == [(None, "No payment is on record.", "Aucun versement n'est attesté.")]
