"""Deadlines that lie ahead: `next_events_on` lists those of which something is still to be met."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as drawn_by_chance
from hypothesis import settings, strategies

from tests.helpers.drawn import given

DAYS = [date(2020, 1, 1) + timedelta(days=n) for n in range(6)]
"""Few days, so that they meet."""
DUE = date(2021, 1, 1)
"""When everything is due; later than all of them."""
ASSESSMENT = strategies.fixed_dictionaries(
    {
        "as_of": strategies.sampled_from(DAYS),
        "status": strategies.sampled_from(["complete", "limited", "overtaken"]),
        "reported": strategies.none() | strategies.sampled_from(DAYS),
    }
)
TEXT = strategies.fixed_dictionaries(
    {
        "adopted": strategies.sampled_from(DAYS[:2]),
        "ended": strategies.none() | strategies.sampled_from(DAYS),
        "promises": strategies.lists(
            strategies.none() | ASSESSMENT,  # one judgement of each commitment at most
            min_size=1,
            max_size=3,
        ),
    }
)
Text = dict[str, Any]
PACT = """
    id   | adopted_on | short_title_en | short_title_fr
    pact | 2020-01-01 | Pact           | Pacte
"""
PROMISES = """
    id | instrument_id | due_on | paragraph_en | paragraph_fr
    a  | pact          | 2030   | para. 1      | par. 1
    b  | pact          | 2030   | para. 2      | par. 2
    c  | pact          | 2030   | para. 3      | par. 3
"""


def assessed(*met: str, status: str = "complete") -> str:
    """Draw a judgement of each of these commitments."""
    rows = [f"as-{key} | {key} | 2024-01-01 | {status} | supports" for key in met]
    return "\n".join(["id | commitment_id | as_of | status | polarity", *rows])


def ahead(database: Any, columns: str, day: object = "2026-01-01") -> Any:
    """Return some columns of the deadlines of commitments that lie ahead."""
    return database.sql(f"""
        SELECT {columns} FROM next_events_on(DATE '{day}')
        WHERE kind = 'deadline' ORDER BY id
    """).fetchall()


def open_commitments(text: Text, name: str, day: date) -> list[str]:
    """Say slowly and obviously what of a text is still to be met."""
    still = []
    for n, judged in enumerate(text["promises"]):
        known = (
            judged is not None
            and text["adopted"] <= judged["as_of"] <= day
            and (judged["reported"] is None or judged["reported"] <= day)
        )
        if not (known and judged["status"] in ("complete", "overtaken")):
            still.append(f"{name}-{n}")
    stands = text["adopted"] <= day and (text["ended"] is None or text["ended"] > day)
    return still if stands else []


@pytest.mark.slow
@settings(max_examples=15)
@drawn_by_chance(strategies.lists(TEXT, min_size=1, max_size=2), strategies.sampled_from(DAYS))
def test_only_what_is_still_to_be_met_is_ahead(texts: Any, day: Any) -> None:
    """It agrees with a slow and obvious reading of the rule, text by text."""
    instruments, commitments, sources, assessments = [], [], [], []
    for t, text in enumerate(texts):
        ended = f"{text['ended'] or ''} | {'superseded' if text['ended'] else 'adopted'}"
        instruments.append(f"t{t} | {text['adopted']} | {ended}")
        for n, judged in enumerate(text["promises"]):
            key = f"t{t}-{n}"
            commitments.append(f"{key} | t{t} | {DUE}")
            if judged:
                sources.append(f"s-{key} | {judged['reported'] or ''}")
                facts = f"{judged['as_of']} | {judged['status']} | supports"
                assessments.append(f"a-{key} | {key} | s-{key} | {facts}")
    tables = {
        "instruments": ["id | adopted_on | ended_on | status", *instruments],
        "commitments": ["id | instrument_id | due_on", *commitments],
        "sources": ["id | published_on", *sources],
        "assessments": [
            "id | commitment_id | source_id | as_of | status | polarity",
            *assessments,
        ],
    }
    database = given(**{name: "\n".join(rows) for name, rows in tables.items() if len(rows) > 1})

    reported = [open_commitments(text, f"t{t}", day) for t, text in enumerate(texts)]
    assert ahead(database, "row_ids, n", day) == [(each, len(each)) for each in reported if each]


def test_a_group_says_how_many_are_still_to_be_met() -> None:
    """It counts them, in both languages, and names their paragraphs."""
    database = given(instruments=PACT, commitments=PROMISES, assessments=assessed("b"))

    assert ahead(database, "title_en, title_fr, description_en, row_id, commitment_id") == [
        (
            "Pact: 2 of 3 commitments still to be met",
            "Pacte : 2 engagements sur 3 encore à tenir",
            "para. 1, para. 3",
            None,
            None,
        )
    ]


def test_the_last_of_a_group_stands_for_itself() -> None:
    """It is named like the deadline of a single commitment, and leads to it."""
    database = given(instruments=PACT, commitments=PROMISES, assessments=assessed("a", "b"))

    assert ahead(database, "title_en, row_id, commitment_id") == [("Pact, para. 3: due", "c", "c")]


def test_a_deadline_with_words_of_its_own_goes_too() -> None:
    """It leaves out the milestone of a commitment that is met, and keeps that of no commitment."""
    milestones = """
        id | happened_on | kind     | status  | commitment_id
        m  | 2030        | deadline | planned | a
        n  | 2031        | deadline | planned |
    """
    tables = {"instruments": PACT, "commitments": PROMISES, "milestones": milestones}
    find = "row_ids"

    assert ahead(given(**tables), find) == [(["b", "c"],), (["m"],), (["n"],)]
    met = given(**tables, assessments=assessed("a"))
    assert ahead(met, find) == [(["b", "c"],), (["n"],)]
