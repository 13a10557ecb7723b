"""What the tables must agree on with each other, and how many rows they may lose."""

import re
from pathlib import Path

import pytest

from tests.helpers.drawing import added, changed, problems_of
from tests.helpers.tiny import SURE, TINY
from transforms.problems import did_you_mean
from transforms.quality import shrinkage

CLUB = f",declared,,,{SURE}"

CONTRADICTIONS = {
    "a source that nobody opened": (
        changed("sources", "press,full_text", "press,not_opened")
        | {"citations": "table_name,row_id,source_id,locator\n"},
        "data/actor_figures.csv:2: source_id 'web' was never opened; "
        "name a source in which the fact was read",
    ),
    "a country that is no actor": (
        added("countries", "FJI,FJ,242,,,,,false,false,true,web,p. 1"),
        "data/countries.csv:4: id 'FJI' is no actor; give it a row in actors.csv, "
        "or take it out here",
    ),
    "a country that is another kind of actor": (
        changed("actors", "KEN,state", "KEN,organization"),
        "data/countries.csv:3: id 'KEN' is of kind 'organization' in actors.csv; "
        "write state or territory",
    ),
    "a promise due before the text was adopted": (
        changed("commitments", "le Sud,2025,", "le Sud,2024-02,"),
        "data/commitments.csv:2: 2024-02 is before 'pact' was there (2024-03-01)",
    ),
    "a proposal due before it was put forward": (
        changed("commitments", "proposes,member_states,,,,", "proposes,member_states,,,2024,"),
        "data/commitments.csv:3: 2024 is before 'idea' was there (2025-01)",
    ),
    "two texts that revise each other": (
        added(
            "instrument_relations",
            f"pact,idea,revises,{SURE}",
            f"idea,pact,revises,{SURE}",
        ),
        "data/instrument_relations.csv:3: revises runs in a circle: idea → pact → idea",
    ),
    "a text adopted as itself through others": (
        added(
            "instruments",
            f"last,,A,B,C,D,statement,none,proposed,club,2025,,,,,en,,,,{SURE}",
        )
        | added(
            "instrument_relations",
            f"idea,last,adopted_as,{SURE}",
            f"last,pact,adopted_as,{SURE}",
            f"pact,idea,adopted_as,{SURE}",
        ),
        "data/instrument_relations.csv:3: adopted_as runs in a circle: idea → last → pact → idea",
    ),
    "a part inside a part of another text": (
        added("instrument_parts", "idea-aims,idea,1,pact-aims,A,B,web,p. 1"),
        "data/instrument_parts.csv:4: 'pact-aims' is a part of 'pact', "
        "and this row belongs to 'idea'",
    ),
    "a commitment in a part of another text": (
        added("commitment_parts", "idea-1,pact-schools"),
        "data/commitment_parts.csv:3: 'pact-schools' is a part of 'pact', "
        "and this row belongs to 'idea'",
    ),
    "a part inside itself through others": (
        changed("instrument_parts", "pact,1,,Aims", "pact,1,pact-schools,Aims"),
        "data/instrument_parts.csv:2: broader_id runs in a circle: "
        "pact-aims → pact-schools → pact-aims",
    ),
    "more voters than votes": (
        added("votes", f"pact-club,NAM,abstain,{SURE}"),
        "data/votes.csv:3: 2 voters are named 'abstain' in 'pact-club', and its tally counts 1",
    ),
    "a vote on a text that nobody had put forward": (
        changed("vote_tallies", "club,2024-03-01", "club,2022"),
        "data/vote_tallies.csv:2: 2022 is before 'pact' was there (2023)",
    ),
    "an actor that succeeds itself": (
        added("actor_relations", f"club,club,succeeded_by,,{SURE}"),
        "data/actor_relations.csv:3: from_id and to_id are both 'club'",
    ),
    "a member twice on one day": (
        added("memberships", f"ken-again,KEN,club,member,2025-05-01,,{CLUB}"),
        "data/memberships.csv:5: 'KEN' is in at the same time and in the same role by line 3",
    ),
    "a member of itself": (
        added("memberships", f"club-club,club,club,observer,2023,,{CLUB}"),
        "data/memberships.csv:5: member_id and organization_id are both 'club'",
    ),
    "a text that bears on itself": (
        changed("instrument_relations", "idea,pact", "idea,idea"),
        "data/instrument_relations.csv:2: from_id and to_id are both 'idea'",
    ),
    "a member before the founding": (
        changed("memberships", "founding_member,2020-01", "founding_member,2019-12"),
        "data/memberships.csv:2: 2019-12 is before 'club' was there (2020-01)",
    ),
    "a member after its own end": (
        changed("actors", "Namibia,Namibie,,,,,,", "Namibia,Namibie,,,,1990,2024,"),
        "data/memberships.csv:2: left_on is empty, but 'NAM' ended on 2024",
    ),
    "an act told twice": (
        added("adherences", f"again,KEN,pact,signed,2024-04-02,{CLUB}"),
        "data/adherences.csv:3: the same act is on line 2",
    ),
    "a signature before the text": (
        changed("adherences", "2024-04-02", "2022-12-31"),
        "data/adherences.csv:2: 2022-12-31 is before 'pact' was there (2023)",
    ),
    "a meeting held after all evidence": (
        changed("milestones", "2020-01,,establishment", "2026-01-01,,establishment")
        | changed("initiative_figures", "open-school,2026,", "open-school,2025,"),
        "data/milestones.csv:2: status is 'held', but 2026-01-01 is after the newest evidence "
        "(2025-12-31)",
    ),
}


@pytest.mark.parametrize(("files", "message"), CONTRADICTIONS.values(), ids=CONTRADICTIONS.keys())
def test_a_contradiction_between_rows_is_reported(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    """It names the row to look at, and is the first thing said."""
    assert problems_of(tmp_path, **files)[0] == message


CONSISTENT = {
    "a spell that starts on the day on which the last one ended": added(
        "memberships", f"ken-again,KEN,club,member,2025-06-01,,{CLUB}"
    ),
    "an earlier spell further down": added(
        "memberships", f"ken-before,KEN,club,member,2021,2022-01,{CLUB}"
    ),
    "a spell that may overlap, as far as the sources know": added(
        "memberships", f"ken-again,KEN,club,member,2025,,{CLUB}"
    ),
    "a member that left in the year in which it joined": changed(
        "memberships", "2022-06-01,2025-06-01", "2022,2022"
    ),
    "a promise due in the month of the adoption": changed(
        "commitments", "le Sud,2025,", "le Sud,2024-03,"
    ),
    "texts that cite each other": added("instrument_relations", f"pact,idea,cites,{SURE}"),
    "two texts that one revises": added(
        "instruments", f"last,,A,B,C,D,statement,none,proposed,club,2025,,,,,en,,,,{SURE}"
    )
    | added(
        "instrument_relations",
        f"last,pact,revises,{SURE}",
        f"last,idea,revises,{SURE}",
        f"idea,pact,revises,{SURE}",
    ),
    "a member in two roles": added("memberships", f"ken-chair,KEN,club,president,2023,2024,{CLUB}"),
    "a member that may have joined on the day of the founding": changed(
        "memberships", "founding_member,2020-01", "founding_member,[2019..2020]"
    ),
    "a pledge before the text": changed("adherences", "signed,2024-04-02", "pledged,2022"),
    "a meeting planned after all evidence": changed(
        "milestones", "2020-01,,establishment,held", "2027,,establishment,planned"
    ),
    "a citation of a source that nobody opened": added(
        "sources", "shut,Press,Shut,en,,,press,not_opened,low"
    )
    | added("citations", "commitments,pact-1,shut,"),
    "acronyms in one language": changed("actors", "Le Club,TC,LC", "Le Club,TC,"),
}


@pytest.mark.parametrize("files", CONSISTENT.values(), ids=CONSISTENT.keys())
def test_what_may_be_true_is_not_reported(tmp_path: Path, files: dict[str, str]) -> None:
    """It blames only what cannot be right."""
    assert problems_of(tmp_path, **files) == []


def test_no_contradiction_is_seen_where_a_table_is_missing(tmp_path: Path) -> None:
    """It does not compare with what could not be read."""
    files = changed("actors", "Namibia,Namibie,,,,,,", "Namibia,Namibie,,,,1990,2024,")
    assert problems_of(tmp_path, **files, sources="") == [
        "data/sources.csv: the file is empty; it needs at least its line of column names"
    ]


def test_a_table_that_lost_more_than_a_tenth_is_an_error() -> None:
    """It says how to accept the loss."""
    assert list(map(str, shrinkage({"needs": 89}, {"needs": 100}))) == [
        "data/needs.csv: the table has 89 rows, and had 100 in the last edition; if rows were "
        "meant to go, build with --allow-shrink"
    ]


def test_an_accepted_loss_is_a_warning() -> None:
    """It is still told, and no longer stops the build."""
    assert list(map(str, shrinkage({"needs": 0}, {"needs": 5}, "mine", allowed=True))) == [
        "mine/needs.csv: warning: the table has 0 rows, and had 5 in the last edition"
    ]


@pytest.mark.parametrize("now", [90, 100, 500])
def test_a_table_may_lose_a_tenth_and_grow(now: int) -> None:
    """It says nothing of ordinary editing."""
    assert shrinkage({"needs": now, "new": 3}, {"needs": 100, "gone": 8}) == []


def test_a_hint_is_found_among_many_candidates() -> None:
    """It looks at those that begin or end alike, whatever their number."""
    many = [f"gdc-para-{number}" for number in range(50_000)]
    assert did_you_mean("gdc-para-49999x", many) == " (did you mean 'gdc-para-49999'?)"


def test_nobody_has_assessed_the_future(tmp_path: Path) -> None:
    """It knows the present by the clock."""
    files = changed("assessments", "pact-1,2025-06-30,", "pact-1,2099-06-30,")
    assert (
        "data/assessments.csv:2: as_of 2099-06-30 lies in the future: nobody can know of it yet"
        in problems_of(tmp_path, **files)
    )


def test_a_clock_that_is_behind_refuses_nothing(tmp_path: Path) -> None:
    """It takes the day of the newest source for the present, if that is later."""
    files = changed("assessments", "pact-1,2025-06-30,", "pact-1,2099-06-30,")
    files |= changed("sources", ",2024-05,", ",2099-07-01,")
    assert not [line for line in problems_of(tmp_path, **files) if "in the future" in line]


def test_a_second_actor_of_one_name_is_a_warning(tmp_path: Path) -> None:
    """It names both lines, whatever the case of the letters."""
    line = next(line for line in TINY["actors"].splitlines() if line.startswith("club,"))
    again = line.replace("club,", "club-2,", 1).replace("The Club", "the club")
    [message] = problems_of(tmp_path, **added("actors", again))
    assert re.fullmatch(
        r"data/actors\.csv:\d+: warning: '[a-z ]+' is also the name of 'club' on line \d+: "
        r"is it the same\?",
        message,
    )
