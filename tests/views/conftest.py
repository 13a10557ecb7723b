"""Rows that several tests of views look at."""

import duckdb
import pytest

from tests.helpers.drawn import given


@pytest.fixture(scope="module")
def commitments() -> duckdb.DuckDBPyConnection:
    """Five commitments of two texts, of which two are in the pact's capacity building; a draft."""
    return given(
        instruments="""
            id    | status   | adopted_on
            pact  | adopted  | 2020-01-01
            act   | adopted  | 2021-01-01
            draft | proposed |
        """,
        commitments="""
            id | instrument_id | due_on     | verification
            a  | pact          | 2024-01-01 | read
            b  | pact          | 2026-02-01 | read
            c  | pact          |            | excerpt
            d  | act           |            | secondary
            e  | act           | 2025-01-01 | read
            p  | draft         |            | read
        """,
        assessments="""
            id | commitment_id | as_of      | status      | polarity
            1  | a             | 2023-01-01 | limited     | supports
            2  | e             | 2023-01-01 | complete    | supports
            3  | c             | 2023-01-01 | substantial | supports
        """,
        focus_areas="""
            id                | broader_id
            capacity-building |
            skills            | capacity-building
            school            | skills
            trade             |
        """,
        commitment_focus_areas="""
            commitment_id | focus_area_id
            a             | school
            a             | skills
            c             | trade
            d             | capacity-building
            e             | skills
        """,
        commitment_beneficiaries="""
            commitment_id | actor_id
            a             | ldc
            c             | ldc
            e             | ldc
        """,
        actors="""
            id            | kind          | parent_id
            all-countries | country_group |
            ldc           | country_group | all-countries
            KEN           | state         |
        """,
        needs="""
            id | actor_id      | focus_area_id | stated_on
            n1 | ldc           | skills        | 2024
            n2 | ldc           | school        | 2024
            n3 | all-countries | trade         | 2024
            n4 | ldc           | trade         | 2024
        """,
        initiatives="id | started_on\ni | 2025-01-01",
        initiative_focus_areas="initiative_id | focus_area_id\ni | school",
        initiative_reach="initiative_id | actor_id\ni | ldc",
    )
