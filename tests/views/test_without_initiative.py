"""Promises on capacity building without a programme: drawn tables, drawn answers."""

from typing import Any

import duckdb
import pytest

from tests.helpers.drawn import given

GROUPS = """
    id            | kind          | parent_id
    all-countries | country_group |
    developing    | country_group | all-countries
    ldc           | country_group | developing
    dco           | organization  |
"""
FIELDS = """
    id                | broader_id
    capacity-building |
    skills            | capacity-building
    school            | skills
    safety            |
"""


def world(
    *,
    area: str = "skills",
    whom: str = "developing",
    reach: str = "",
    offer: str = "skills",
    **more: Any,
) -> duckdb.DuckDBPyConnection:
    """Return a database with one promise, and one initiative where ``reach`` names somebody."""
    tables = {
        "instruments": "id | status | adopted_on\nact | adopted | 2024-01-01",
        "commitments": "id | instrument_id\nc | act",
        "commitment_focus_areas": f"commitment_id | focus_area_id\nc | {area}",
    }
    if whom:
        tables["commitment_beneficiaries"] = f"commitment_id | actor_id\nc | {whom}"
    if reach:
        tables["initiatives"] = "id | started_on | status\ni | 2025-01-01 | active"
        tables["initiative_focus_areas"] = f"initiative_id | focus_area_id\ni | {offer}"
        tables["initiative_reach"] = f"initiative_id | actor_id\ni | {reach}"
    return given(**({"actors": GROUPS, "focus_areas": FIELDS} | tables | more))


def found(database: duckdb.DuckDBPyConnection, day: str = "2026-01-01") -> list[tuple[str, int]]:
    """Return the promises without a programme, and how many run nearby for others."""
    return database.sql(f"""
        SELECT commitment_id, initiatives_reaching_others
        FROM commitments_without_initiative(DATE '{day}')
    """).fetchall()


def test_a_promise_that_nobody_works_on_is_listed() -> None:
    """It finds a commitment in whose area nothing runs."""
    assert found(world()) == [("c", 0)]


@pytest.mark.parametrize("reach", ["developing", "all-countries"])
def test_an_initiative_that_reaches_its_group_answers_it(reach: str) -> None:
    """It takes one for the group or a wider group as an answer."""
    assert found(world(reach=reach)) == []


def test_an_initiative_for_others_is_no_answer() -> None:
    """It lists the commitment, and says that something runs nearby."""
    database = world(
        reach="islands",
        actors=GROUPS + "    islands | country_group | all-countries\n",
    )

    assert found(database) == [("c", 1)]


@pytest.mark.parametrize(("offer", "answered"), [("school", True), ("capacity-building", False)])
def test_a_narrower_programme_answers_and_a_broader_one_does_not(
    offer: str, answered: bool
) -> None:
    """It looks in the area of the promise and below it, as the gaps do."""
    assert (found(world(reach="developing", offer=offer)) == []) is answered


@pytest.mark.parametrize(
    ("reach", "answered"), [("all-countries", True), ("dco", True), ("ldc", False)]
)
def test_a_promise_for_a_body_is_answered_by_what_names_it_or_all(
    reach: str, answered: bool
) -> None:
    """It treats those of a body as part of all countries, and of no other group."""
    assert (found(world(whom="dco", reach=reach)) == []) is answered


def test_a_promise_that_names_nobody_is_answered_by_any_programme_there() -> None:
    """It does not ask for whom where the text does not say."""
    assert found(world(whom="")) == [("c", 0)]
    assert found(world(whom="", reach="ldc")) == []


def test_other_fields_are_left_out_unless_asked_for() -> None:
    """It is about capacity building, and about any other area on demand."""
    database = world(area="safety")

    assert found(database) == []
    assert database.sql(
        "FROM commitments_without_initiative(DATE '2026-01-01', area := 'safety')"
    ).fetchall()


@pytest.mark.parametrize(
    ("day", "listed"), [("2023-12-31", False), ("2024-06-01", True), ("2025-06-01", False)]
)
def test_only_what_was_made_and_runs_by_the_day_counts(day: str, listed: bool) -> None:
    """It lists from the adoption of the text until the start of the programme."""
    assert (found(world(reach="developing"), day) != []) is listed


@pytest.mark.parametrize("status", ["proposed", "withdrawn"])
def test_what_does_not_stand_is_not_listed(status: str) -> None:
    """It asks for no programme behind what nobody adopted or what was taken back."""
    assert found(world(instruments=f"id | status | adopted_on\nact | {status} | 2024-01-01")) == []


def test_an_initiative_is_known_before_it_runs() -> None:
    """It keeps what was announced or is over, and says that it does not run."""
    database = given(
        initiatives="""
            id | status    | started_on | ended_on
            a  | active    | 2025-01-01 |
            b  | announced | 2025-01-01 |
            c  | completed | 2025-01-01 | 2025-06-01
            d  | active    | 2027-01-01 |
        """
    )

    rows = database.sql("SELECT id, runs FROM initiatives_on(DATE '2026-01-01')").fetchall()

    assert rows == [("a", True), ("b", False), ("c", False)]


def test_a_need_stands_beside_what_answers_it() -> None:
    """It says of each stated need whether a programme, words or nothing reaches the group."""
    needs = """
        id | actor_id   | focus_area_id | stated_on
        n  | developing | skills        | 2024-01-01
        m  | developing | safety        | 2024-01-01
        o  | developing | school        | 2027-01-01
    """
    day = "DATE '2026-01-01'"
    query = f"SELECT need_id, answer FROM needs_on({day}) ORDER BY need_id"

    assert world(needs=needs).sql(query).fetchall() == [("m", None), ("n", "commitment_only")]
    assert world(needs=needs, reach="ldc").sql(query).fetchall()[1] == ("n", "initiative")
