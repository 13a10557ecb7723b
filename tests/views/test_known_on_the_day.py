"""A view of a past day uses nothing first known later: `milestones_on` and what rests on it."""

from datetime import date, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import given as drawn_by_chance
from hypothesis import settings, strategies

from tests.helpers.drawn import given

DAYS = [date(2020, 1, 1) + timedelta(days=n) for n in range(6)]
"""Few days, so that they meet."""
MAYBE = strategies.none() | strategies.sampled_from(DAYS)
MILESTONE = strategies.fixed_dictionaries(
    {
        "happened_on": strategies.sampled_from(DAYS),
        "kind": strategies.sampled_from(["meeting", "deadline"]),
        "status": strategies.sampled_from(["planned", "held", "postponed", "cancelled"]),
        "told": MAYBE,
        "cited": strategies.lists(MAYBE, max_size=2),
        "adopted": MAYBE,
    }
)
Milestone = dict[str, Any]


def database(milestones: list[Milestone]) -> duckdb.DuckDBPyConnection:
    """Return a database with these milestones, each with a source and a text of its own."""
    sources, citations, texts, rows = [], [], [], []
    for n, milestone in enumerate(milestones):
        own = [milestone["told"], *milestone["cited"]]
        sources += [f"s{n}-{i} | {day or ''}" for i, day in enumerate(own)]
        citations += [f"milestones | m{n} | s{n}-{i}" for i in range(1, len(own))]
        texts.append(f"t{n} | {milestone['adopted'] or ''}")
        facts = [milestone[name] for name in ("happened_on", "kind", "status")]
        rows.append(f"m{n} | s{n}-0 | t{n} | {' | '.join(map(str, facts))}")
    return given(
        sources="\n".join(["id | published_on", *sources]),
        instruments="\n".join(["id | adopted_on", *texts]),
        milestones="\n".join(
            ["id | source_id | instrument_id | happened_on | kind | status", *rows]
        ),
        **(
            {"citations": "\n".join(["table_name | row_id | source_id", *citations])}
            if citations
            else {}
        ),
    )


def status(milestone: Milestone, day: date) -> str:
    """Say how it stood: what happened later, or was called off later, was planned."""
    if milestone["status"] == "held":
        return "held" if milestone["happened_on"] <= day else "planned"
    if milestone["status"] in ("cancelled", "postponed"):
        called_off = milestone["told"] is None or milestone["told"] <= day
        return milestone["status"] if called_off else "planned"
    return "planned"


def known(milestone: Milestone, day: date) -> bool:
    """Say whether it was known: from the fact itself, from a source, or from the text."""
    if milestone["status"] == "held" and milestone["happened_on"] <= day:
        return True
    out = [milestone["told"], *milestone["cited"]]
    if milestone["kind"] == "deadline":
        out.append(milestone["adopted"])
    dated = [each for each in out if each is not None]
    return not dated or any(each <= day for each in dated)


@pytest.mark.slow
@settings(max_examples=15)
@drawn_by_chance(strategies.lists(MILESTONE, min_size=1, max_size=4), strategies.sampled_from(DAYS))
def test_milestones_stand_as_they_were_known(milestones: Any, day: Any) -> None:
    """It agrees with a slow and obvious reading of the rule, in every view that has them."""
    connection = database(milestones)
    found = connection.sql(f"""
        SELECT status, NOT known_later FROM milestones_on(DATE '{day}') ORDER BY milestone_id
    """).fetchall()

    assert found == [(status(each, day), known(each, day)) for each in milestones]

    ahead = connection.sql(f"""
        SELECT row_id FROM next_events_on(DATE '{day}') WHERE origin = 'milestone' ORDER BY ALL
    """).fetchall()
    assert ahead == [
        (f"m{n}",)
        for n, each in enumerate(milestones)
        if known(each, day) and status(each, day) == "planned" and each["happened_on"] > day
    ]

    due = connection.sql(f"SELECT id FROM deadlines_on(DATE '{day}') ORDER BY id").fetchall()
    assert due == [
        (f"m{n}",)
        for n, each in enumerate(milestones)
        if known(each, day)
        and status(each, day) in ("planned", "held")
        and (each["kind"] == "deadline" or status(each, day) == "planned")
    ]


SOURCES = "id | published_on\nearly | 2024-01-01\nlate | 2026-01-01"


@pytest.mark.parametrize(("day", "status"), [("2025-12-31", "limited"), ("2026-01-01", "complete")])
def test_an_assessment_counts_from_the_day_of_its_source(day: str, status: str) -> None:
    """It does not use evidence of 2024 that a source first told in 2026."""
    connection = given(
        sources=SOURCES,
        instruments="id | adopted_on\npact | 2020-01-01",
        commitments="id | instrument_id\nc | pact",
        assessments="""
            id | commitment_id | as_of      | status   | source_id
            a  | c             | 2024-01-01 | limited  | early
            b  | c             | 2024-06-01 | complete | late
        """,
    )

    found = connection.sql(f"SELECT status FROM commitments_on(DATE '{day}')").fetchall()

    assert found == [(status,)]


def test_a_count_is_known_from_the_first_source_that_is_cited() -> None:
    """It does not wait for the row's own source if another one said so earlier."""
    connection = given(
        sources=SOURCES,
        actors="id | kind\nclub | organization\nleague | organization",
        reported_counts="""
            id | actor_id | as_of      | count | what    | qualifier | nature | source_id
            a  | club     | 2024-01-01 | 2     | members | exactly   | actual | late
            b  | league   | 2024-01-01 | 3     | members | exactly   | actual | late
        """,
        citations="table_name | row_id | source_id\nreported_counts | b | early",
    )
    reports = "SELECT body_id FROM roster_reports_on(DATE '{}')"

    assert connection.sql(reports.format("2025-01-01")).fetchall() == [("league",)]
    assert len(connection.sql(reports.format("2026-01-01")).fetchall()) == 2


def test_the_latest_events_are_those_that_certainly_happened() -> None:
    """It leaves out what may not have been, what was called off, and deadlines; newest first."""
    connection = given(
        milestones="""
            id   | happened_on | kind     | status
            old  | 2024-01-01  | report   | held
            year | 2025        | launch   | held
            new  | 2025-04     | adoption | held
            off  | 2025-04-09  | meeting  | cancelled
            due  | 2025-04-08  | deadline | held
        """,
    )

    rows = connection.sql("SELECT row_id FROM latest_events_on(DATE '2025-05-01')").fetchall()
    ahead = connection.sql("SELECT row_id FROM next_events_on(DATE '2025-05-01')").fetchall()

    assert rows == [("new",), ("old",)]
    assert ahead == [("year",)]


def test_nobody_signs_in_advance() -> None:
    """It marks a signature of after the day, though its register is older."""
    connection = given(
        sources=SOURCES,
        adherences="""
            id | actor_id | instrument_id | act    | on_date    | source_id
            a  | KEN      | pact          | signed | 2025-10-25 | early
        """,
    )
    marked = "SELECT known_later FROM timeline_on(DATE '{}') WHERE origin = 'adherence'"

    assert connection.sql(marked.format("2025-10-24")).fetchall() == [(True,)]
    assert connection.sql(marked.format("2025-10-25")).fetchall() == [(False,)]
