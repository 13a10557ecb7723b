"""Kinds of records are declared once: closed list, tables and pages agree."""

import duckdb
import pytest

from dashboard.kinds import KINDS, address


def test_every_kind_of_the_database_is_declared(connection: duckdb.DuckDBPyConnection) -> None:
    """It declares exactly the codes of the closed list, with the table that has the rows."""
    listed = connection.sql("SELECT code FROM vocabularies WHERE vocabulary = 'record_kind'")
    found = connection.sql("SELECT DISTINCT kind, relation FROM records").fetchall()

    assert set(KINDS) == {code for (code,) in listed.fetchall()}
    assert {name: kind.tables[0] for name, kind in KINDS.items()} == dict(found)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_an_address_of_its_own(kind: str) -> None:
    """It names the key in the address, behind a page that no other kind has."""
    assert address(kind, "a b") == f"{KINDS[kind].page}?{KINDS[kind].parameter}=a+b"
    assert [other for other in KINDS.values() if other.page == KINDS[kind].page] == [KINDS[kind]]
