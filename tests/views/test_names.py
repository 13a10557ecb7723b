"""Finding things by any of their names: `names` and the search column, on drawn tables."""

from typing import Any

import pytest

from tests.helpers.drawn import given


def named() -> Any:
    """Return a database with one text that has many names, and two bodies that share one."""
    return given(
        actors="""
            id     | name_en                          | acronym_en | acronym_fr
            dco    | Digital Cooperation Organization | DCO        | DCO
            office | Development Coordination Office  | DCO        | BCD
        """,
        instruments="""
            id  | symbol              | title_en               | title_fr
            gdc | A/RES/79/1, annex I | Global Digital Compact | Pacte numérique mondial
        """,
        instrument_names="""
            instrument_id | name                     | language | kind
            gdc           | Cadre numérique mondial  | fr       | misnomer
            gdc           | Mise en œuvre de l’avenir | fr      | alias
        """,
        commitments="""
            id  | instrument_id | summary_fr
            c1  | gdc           | Relier chaque école
        """,
        commitment_actors="""
            commitment_id | actor_id | role
            c1            | dco      | responsible
        """,
    )


@pytest.mark.parametrize(
    "name", ["pacte numerique", "cadre numerique", "mise en oeuvre de l", "a/res/79/1"]
)
def test_every_name_of_a_text_finds_it(name: str) -> None:
    """It needs no accents, and knows wrong names in use."""
    rows = named().sql(f"SELECT DISTINCT id FROM names WHERE folded LIKE '{name}%'").fetchall()

    assert rows == [("gdc",)]


def test_an_acronym_that_two_bodies_share_finds_both() -> None:
    """It keeps names apart from keys."""
    rows = named().sql("SELECT DISTINCT id FROM names WHERE folded = 'dco' ORDER BY id").fetchall()

    assert rows == [("dco",), ("office",)]


@pytest.mark.parametrize(
    "typed",
    ["c1", "relier chaque ecole", "pacte numerique", "cadre numerique", "dco", "oeuvre de l'av"],
)
def test_a_commitment_is_found_by_its_words_its_text_and_its_actors(typed: str) -> None:
    """It looks through key, summary, names of the text and of those it binds."""
    search = "SELECT id FROM commitment_register WHERE contains(folded, $typed)"

    assert named().sql(search, params={"typed": typed}).fetchall() == [("c1",)]


def test_a_symbol_has_no_language() -> None:
    """It marks a symbol as one."""
    rows = named().sql("SELECT kind, language FROM names WHERE name LIKE 'A/RES%'").fetchall()

    assert rows == [("symbol", None)]


def test_a_name_that_two_columns_repeat_is_one_row() -> None:
    """It has no doubles for an acronym that is the same in both languages but for the language."""
    rows = named().sql("SELECT language FROM names WHERE id = 'dco' AND kind = 'acronym'")

    assert rows.fetchall() == [("en",), ("fr",)]
