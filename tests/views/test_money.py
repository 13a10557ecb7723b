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
        "SELECT amount, amount_text_en, amount_text_fr FROM money_on(DATE '2026-02-01')"
        " WHERE step = 'paid'"
    )

    assert rows.fetchall() == [(None, "No payment is on record.", "Aucun versement n'est attesté.")]


def test_each_giver_has_its_own_newest_sum() -> None:
    """It hides no giver's pledge behind that of another."""
    rows = given(
        initiative_figures="""
            id | initiative_id | as_of   | value | currency | scale | nature  | giver_id
            a  | fund          | 2025-01 | 5     | USD      | 1     | pledged | KEN
            b  | fund          | 2025-02 | 7     | USD      | 1     | pledged | KEN
            c  | fund          | 2025-01 | 1     | EUR      | 1     | pledged | ITA
        """
    ).sql("SELECT figure_id FROM money_on(DATE '2026-01-01') WHERE step = 'pledged' ORDER BY ALL")

    assert rows.fetchall() == [("b",), ("c",)]


def test_a_body_has_a_chain_too() -> None:
    """It reads a sum that is meant for the work of a body, and none of its other figures."""
    rows = given(
        actor_figures="""
            id | actor_id | as_of      | value   | unit_en | unit_fr | nature  | currency | scale
            a  | office   | 2024-12-24 | 1543000 | dollars | dollars | planned | USD      | 1
            b  | club     | 2024-12-24 | 2       | people  | gens    | actual  |          |
        """
    ).sql("""
        SELECT actor_id, amount_text_en, amount_text_fr FROM money_on(DATE '2026-01-01')
        WHERE amount > 0
    """)

    assert rows.fetchall() == [("office", "1,543,000 dollars", "1\u202f543\u202f000 dollars")]
