"""Numbers that sources state, as known on the day: counts of members, figures, sums of money."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as drawn_by_chance
from hypothesis import settings, strategies

from tests.helpers.drawn import given

DAYS = [date(2020, 1, 1) + timedelta(days=n) for n in range(6)]
"""Few days, so that they meet."""
MAYBE = strategies.none() | strategies.sampled_from(DAYS)
NUMBER = strategies.fixed_dictionaries(
    {
        "as_of": strategies.sampled_from(DAYS),
        "told": MAYBE,
        "cited": strategies.lists(MAYBE, max_size=2),
    }
)
Number = dict[str, Any]


def database(numbers: list[Number]) -> Any:
    """Return a database where each number is a count of its own body, and a pledge of a fund."""
    sources, citations = ["id | published_on"], ["table_name | row_id | source_id"]
    counts = ["id | actor_id | as_of | count | what | nature | qualifier | source_id"]
    figures = ["id | initiative_id | as_of | value | currency | scale | nature | source_id"]
    for n, number in enumerate(numbers):
        for i, day in enumerate([number["told"], *number["cited"]]):
            sources.append(f"s{n}-{i} | {day or ''}")
            if i:
                citations += [
                    f"{table} | {key}{n} | s{n}-{i}"
                    for table, key in (("reported_counts", "c"), ("initiative_figures", "f"))
                ]
        counts.append(f"c{n} | b{n} | {number['as_of']} | 2 | members | actual | exactly | s{n}-0")
        figures.append(f"f{n} | i{n} | {number['as_of']} | 5 | USD | 1000 | pledged | s{n}-0")
    tables = {
        "sources": sources,
        "citations": citations,
        "reported_counts": counts,
        "initiative_figures": figures,
    }
    return given(**{name: "\n".join(rows) for name, rows in tables.items() if len(rows) > 1})


def known(number: Number, day: date) -> bool:
    """Say whether the number was known: one of its sources was out, or nobody knows when."""
    out = [each for each in (number["told"], *number["cited"]) if each is not None]
    return not out or any(each <= day for each in out)


@pytest.mark.slow
@settings(max_examples=15)
@drawn_by_chance(strategies.lists(NUMBER, min_size=1, max_size=4), strategies.sampled_from(DAYS))
def test_numbers_are_used_from_the_day_of_their_first_source(numbers: Any, day: Any) -> None:
    """It agrees with a slow and obvious reading of the rule, in every view that has them."""
    connection = database(numbers)
    come = [(n, each) for n, each in enumerate(numbers) if each["as_of"] <= day]
    used = [n for n, each in come if known(each, day)]

    def rows(sql: str) -> list[Any]:
        return sorted(row if len(row) > 1 else row[0] for row in connection.sql(sql).fetchall())

    assert rows(f"SELECT id, NOT known_later FROM initiative_figures_on(DATE '{day}')") == [
        (f"f{n}", known(each, day)) for n, each in come
    ]
    assert rows(f"""
        SELECT reported_count_id, NOT known_later FROM roster_counts_on(DATE '{day}')
    """) == [(f"c{n}", known(each, day)) for n, each in come]
    assert rows(f"SELECT id, NOT known_later FROM reported_counts_on(DATE '{day}')") == [
        (f"c{n}", known(each, day)) for n, each in come
    ]
    assert rows(f"SELECT body_id FROM roster_reports_on(DATE '{day}')") == [f"b{n}" for n in used]
    assert rows(f"""
        SELECT initiative_id FROM money_on(DATE '{day}') WHERE amount IS NOT NULL
    """) == [f"i{n}" for n in used]


def test_the_steps_of_a_roster_stand_whenever_a_report_of_them_came_out() -> None:
    """It marks the number that was reported later, and keeps the roster's own."""
    connection = given(
        actors="id | kind\nclub | organization",
        sources="id | published_on\nlate | 2026-01-01",
        memberships="id | member_id | organization_id | joined_on\na | KEN | club | 2024-01-01",
        reported_counts="""
            id | actor_id | as_of      | count | what    | nature | qualifier | source_id
            r  | club     | 2024-01-01 | 1     | members | actual | exactly   | late
        """,
    )

    assert connection.sql(
        "SELECT certain, reported, known_later FROM roster_counts_on(DATE '2025-01-01')"
    ).fetchall() == [(1, 1, True)]
