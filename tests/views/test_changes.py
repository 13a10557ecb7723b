"""What changed between two days: `changes_between`."""

from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import HealthCheck, example, settings, strategies
from hypothesis import given as drawn_by_chance

from tests.helpers.drawn import given

BETWEEN = "changes_between(DATE '2025-01-01', DATE '2025-12-31')"
FIRST = date(2020, 1, 1)
DAYS = strategies.integers(0, 2700).map(lambda n: FIRST + timedelta(days=n))
STATE = "{'code': %s, 'certainty': %s_certainty, 'value': %s_value}"
TEXT = "id | adopted_on\ngdc | 2024-09-22"
SOURCES = "id | published_on\nearly | 2024-10-01\nin-time | 2025-05-01\nlate | 2026-02-01"

State = dict[str, str | None]
Changes = dict[tuple[str, str], tuple[State, State]]


def changes(connection: duckdb.DuckDBPyConnection, since: date, until: date) -> Changes:
    """Return what each thing that changed was on the first day, and is on the second."""
    before, after = (STATE % (name, name, name) for name in ("before", "after"))
    rows = connection.execute(
        f"SELECT aspect, item_id, {before}, {after} FROM changes_between($since, $until)",
        {"since": since, "until": until},
    ).fetchall()
    return {(aspect, item): (was, now) for aspect, item, was, now in rows}


def joined(first: Changes, second: Changes) -> Changes:
    """Return what is left at the end of changes that follow one another."""
    both = {
        key: (
            first[key][0] if key in first else second[key][0],
            second[key][1] if key in second else first[key][1],
        )
        for key in first | second
    }
    return {key: (was, now) for key, (was, now) in both.items() if was != now}


@pytest.mark.slow
@settings(max_examples=1, suppress_health_check=[HealthCheck.function_scoped_fixture])
@drawn_by_chance(days=strategies.lists(DAYS, min_size=3, max_size=3).map(sorted))
@example(days=[date(2025, 1, 1), date(2026, 1, 1), date(2026, 11, 29)])
def test_two_spans_add_up_to_one(connection: duckdb.DuckDBPyConnection, days: list[date]) -> None:
    """It has between the first and last of three days what the two spans leave at the end."""
    first, middle, last = days

    whole = changes(connection, first, last)

    assert joined(changes(connection, first, middle), changes(connection, middle, last)) == whole


def test_a_status_moves_with_the_judgement_that_counts() -> None:
    """It compares what was known on either day: context and later sources move nothing."""
    drawn = given(
        instruments=TEXT,
        commitments="""
            id        | instrument_id
            judged    | gdc
            context   | gdc
            published | gdc
            moved     | gdc
        """,
        sources=SOURCES,
        assessments="""
            id   | commitment_id | as_of      | status      | polarity | source_id
            as-1 | judged        | 2025-03-01 | complete    | supports | in-time
            as-2 | context       | 2025-03-01 | complete    | context  | in-time
            as-3 | published     | 2025-03-01 | complete    | supports | late
            as-4 | moved         | 2024-11-01 | limited     | supports | early
            as-5 | moved         | 2025-03-01 | substantial | supports | in-time
        """,
    )

    rows = drawn.sql(f"""
        SELECT item_id, before, after FROM {BETWEEN} WHERE aspect = 'status' ORDER BY ALL
    """).fetchall()

    assert rows == [("judged", "not_assessed", "complete"), ("moved", "limited", "substantial")]


@pytest.mark.parametrize(
    ("assessments", "first_known"),
    [
        ("as-1 | c | 2024-11-01 | complete | supports | in-time", True),
        ("as-1 | c | 2025-03-01 | complete | supports | in-time", False),
    ],
    ids=["dated earlier", "dated in between"],
)
def test_it_says_what_was_first_known_in_between(assessments: str, first_known: bool) -> None:
    """It marks what is dated by the earlier day and was published after it."""
    drawn = given(
        instruments=TEXT,
        commitments="id | instrument_id\nc | gdc",
        sources=SOURCES,
        assessments=(f"id | commitment_id | as_of | status | polarity | source_id\n{assessments}"),
    )

    rows = drawn.sql(f"SELECT first_known FROM {BETWEEN} WHERE aspect = 'status'").fetchall()

    assert rows == [(first_known,)]


def test_members_join_and_leave() -> None:
    """It says who is in, or may be, on one of the days only."""
    changed = {
        "2025-03-01 |  | ": "joined",
        "2020-01-01 | 2025-03-01 | ": "left",
        "2020-01-01 | [2020-06-01..2025-03-01] | ": "no_longer_possible",
        "[2025-03-01..2026-03-01] |  | ": "may_have_joined",
        "2020-01-01 |  | 2025-03-01": "may_have_left",
        "2020-01-01 |  | ": None,  # stayed
        "2025-03-01 | 2025-04-01 | ": None,  # in and out
    }
    states = [f"S{number}" for number in range(len(changed))]
    drawn = given(
        actors="\n".join(["id | kind\ndco | organization", *(f"{key} | state" for key in states)]),
        memberships="\n".join(
            [
                "id | organization_id | member_id | joined_on | left_on | expected_left_on",
                *(f"m-{s} | dco | {s} | {dates}" for s, dates in zip(states, changed, strict=True)),
            ]
        ),
    )

    rows = dict(drawn.sql(f"SELECT item_id, change FROM {BETWEEN}").fetchall())

    assert [rows.get(f"dco {state}") for state in states] == [*changed.values()]
    assert len(rows) == 5


@pytest.mark.parametrize(
    ("evidence", "change"),
    [
        ("", "fell_due"),
        ("2025-02-01 | complete", "fell_due_met"),
        ("2025-11-01 | unable_to_assess", "fell_due"),
    ],
    ids=["not met", "met", "not judged"],
)
def test_a_deadline_passes(evidence: str, change: str) -> None:
    """It says of a deadline that passed in between how it ended."""
    assessment = f"\nas-1 | c | in-time | {evidence} | supports" if evidence else ""
    drawn = given(
        instruments=TEXT,
        commitments="id | instrument_id | due_on\nc | gdc | 2025-06-30",
        sources=SOURCES,
        assessments=(f"id | commitment_id | source_id | as_of | status | polarity{assessment}"),
    )

    rows = drawn.sql(f"SELECT change FROM {BETWEEN} WHERE aspect = 'deadline'").fetchall()

    assert rows == [(change,)]


def test_what_was_met_too_late_rests_on_its_evidence() -> None:
    """It dates a commitment that was overdue and is met by the evidence, not by its deadline."""
    drawn = given(
        instruments=TEXT,
        commitments="id | instrument_id | due_on\nc | gdc | 2024-12-01",
        sources=SOURCES,
        assessments=(
            "id | commitment_id | source_id | as_of | status | polarity\n"
            "as-1 | c | in-time | 2025-03-01 | complete | supports"
        ),
    )

    rows = drawn.sql(
        f"SELECT change, changed_on, row_id FROM {BETWEEN} WHERE aspect = 'deadline'"
    ).fetchall()

    assert rows == [("met_late", "2025-03-01", "as-1")]


def test_milestones_are_as_known_on_either_day() -> None:
    """It has what was held, planned or called off in between, as far as sources said so."""
    drawn = given(
        sources=SOURCES,
        milestones="""
            id         | happened_on | status    | source_id
            held       | 2025-03-01  | held      | early
            planned    | 2026-03-01  | planned   | in-time
            called-off | 2026-03-01  | cancelled | in-time
            later      | 2026-03-01  | planned   | late
        """,
    )

    rows = drawn.sql(f"""
        SELECT item_id, change FROM {BETWEEN} WHERE aspect = 'milestone' ORDER BY ALL
    """).fetchall()

    assert rows == [
        ("called-off", "milestone_called_off"),
        ("held", "milestone_held"),
        ("planned", "milestone_planned"),
    ]


def test_a_number_follows_the_one_before_it() -> None:
    """It compares the newest number of a series by either day, and leaves other series alone."""
    drawn = given(
        reported_counts="""
            id | actor_id | as_of      | count | what      | source_id
            a  | dco      | 2024-02-01 | 15    | members   | early
            b  | dco      | 2025-02-01 | 16    | members   | in-time
            c  | dco      | 2025-03-01 | 4     | observers | in-time
            d  | dco      | 2025-04-01 | 17    | members   | late
        """,
        sources=SOURCES,
    )

    rows = drawn.sql(
        f"SELECT change, before_value, after_value FROM {BETWEEN} WHERE aspect = 'count'"
    ).fetchall()

    assert sorted(rows) == [("number_changed", "15", "16"), ("number_stated", None, "4")]
