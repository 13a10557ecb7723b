"""Every file of `transforms/views/`: what it says of itself, and the order of its rows."""

import re

import pytest

from transforms.database import relations

FILES = relations.read()
RELATIONS = {relation.name: relation for relation in FILES if not relation.returns}
KEYS = {
    "actor_ancestors": "actor_id, ancestor_id",
    "actor_lanes": "actor_id",
    "actor_words": "actor_id",
    "assessment_history": "assessment_id",
    "capacity_gaps": "focus_area_id, group_id",
    "commitment_deadlines": "instrument_id, happened_on",
    "commitment_register": "id",
    "commitments_on": "id",
    "commitments_without_initiative": "commitment_id",
    "country_commitments": "commitment_id, way, through_id",
    "country_events": "row_table, id, section",
    "country_offers": "row_table, id",
    "country_participations": "row_table, id",
    "country_profile": "section, row_table, id",
    "coverage": "relation",
    "deadlines_on": "origin, id",
    "fact_sources": "relation, row_id",
    "focus_area_ancestors": "focus_area_id, ancestor_id",
    "groupings_on": "member_id, group_id",
    "initiative_overview": "id",
    "initiatives_on": "id",
    "initiatives_running_on": "initiative_id",
    "instrument_descent": "instrument_id, direction, relation, other_id",
    "instrument_events": "instrument_id, kind",
    "instrument_lines": "instrument_id",
    "instrument_words": "instrument_id",
    "instruments_on": "instrument_id",
    "latest_assessments_on": "commitment_id",
    "member_counts": "organization_id, instrument_id, day, reported_count_id",
    "members_on": "organization_id, instrument_id, member_id",
    "names": "subject, id, name, language, kind",
    "needs_on": "need_id",
    "offers_on": "origin, id, focus_area_id, group_id",
    "participation_events": "actor_id, instrument_id, act, happened_on",
    "participations": "row_table, row_id",
    "proposals_on": "id",
    "roster_steps": "organization_id, instrument_id, day",
    "sources_used": "source_id",
    "timeline": "id",
    "told_deadlines": "milestone_id",
}
"""What tells the rows of a relation apart."""


def call(relation: relations.Relation) -> str:
    """Return what stands after FROM, for a country and a day with much to show."""
    return relation.call.replace("'FRA'", "'RWA'").replace("2026-01-01", "2026-11-21")


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=RELATIONS)
def test_the_header_explains_the_columns_in_their_order(relation, connection):
    """It lists each column that the relation has, and no other."""
    columns = [row[0] for row in connection.sql(f"DESCRIBE FROM {call(relation)}").fetchall()]

    assert list(relation.meanings) == columns


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=RELATIONS)
def test_rows_come_in_an_order_of_their_own(relation):
    """It ends in an ORDER BY."""
    last = re.split(r"\n(?=\w)", relation.sql)[-1]

    assert last.startswith("ORDER BY")


@pytest.mark.parametrize("name", RELATIONS)
def test_no_two_rows_have_one_key(name, connection):
    """It has something that tells any two rows apart."""
    doubles = connection.sql(f"""
        SELECT {KEYS[name]}, count(*)
        FROM {call(RELATIONS[name])}
        GROUP BY ALL
        HAVING count(*) > 1
    """).fetchall()

    assert doubles == []


@pytest.mark.parametrize("name", ["commitments_on", "members_on", "offers_on", "timeline"])
def test_two_readings_are_one(name, connection):
    """It gives the same lists and rows in the same order, with one thread or several."""
    question = f"FROM {call(RELATIONS[name])}"
    once = connection.sql(question).fetchall()
    connection.execute("SET threads = 1")

    assert connection.sql(question).fetchall() == once


@pytest.mark.parametrize("relation", FILES, ids=lambda relation: relation.name)
def test_french_is_not_the_english(relation):
    """It says what it is and what its columns mean in both languages."""
    meanings = [(relation.en, relation.fr), *relation.meanings.values()]

    assert [en for en, fr in meanings if not en or not fr or en == fr] == []
