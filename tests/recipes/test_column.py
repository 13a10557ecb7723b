"""The recipe for columns, followed on a copy: a text in every language, and a reference."""

import pytest

from tests.helpers.recipe_copy import Copy

pytestmark = pytest.mark.slow

DECLARED = """\
    cause = localized("Why it is lacking.", nullable=True)
    asked_by_id = reference("actors", "Who asked for it.", nullable=True)
"""
FRENCH = {
    ("needs.cause", "Why it is lacking."): "Pourquoi cela manque.",
    ("needs.asked_by_id", "Who asked for it."): "Qui le demande.",
}
CELLS = {"cause_en": "No money.", "cause_fr": "Faute d'argent.", "asked_by_id": "KEN"}


def add_columns(copy: Copy) -> None:
    """Follow the steps of the recipe, and pass the columns on in a view."""
    copy.insert(
        "transforms/schema/capacity.py",
        before='    stated_on = partial_date("When the text stated it."',
        text=DECLARED,
    )
    copy.translate("transforms/locales/fr/tables.po", FRENCH)
    copy.add_columns("needs", CELLS)
    copy.append("dashboard/locales/en/columns.toml", 'cause = "Cause"\nasked_by_id = "Asked by"\n')
    copy.translate(
        "dashboard/locales/fr/columns.po",
        {("column cause", "Cause"): "Cause", ("column asked_by_id", "Asked by"): "Demandeur"},
    )
    copy.insert(
        "transforms/views/capacity/needs_on.sql",
        before="    needs.stated_on{days},\n",
        text="    needs.cause_{language},\n    needs.asked_by_id,\n",
    )


def test_a_view_inherits_what_a_new_column_means(copy: Copy) -> None:
    """It has meaning and reference in table and view, and its cells in SQL, page and address."""
    table, view = copy.meanings("needs"), copy.meanings("needs_on")
    assert view["asked_by_id"]["meaning_fr"] == "Qui le demande."
    assert view["asked_by_id"]["refers_to"] == "actors"
    assert view["cause_fr"]["meaning_en"] == table["cause_fr"]["meaning_en"] != ""

    (row,) = copy.sql("FROM needs_on(DATE '2026-01-01')")
    assert {name: row[name] for name in CELLS} == CELLS
    readme = (copy.path / "data" / "README.fr.md").read_text("utf-8")
    assert "Pourquoi cela manque" in readme
    assert "cause_fr" in (copy.path / "docs" / "relations.md").read_text("utf-8")

    kenya, namibia = copy.got(
        "/data/needs_on.csv?as_of=2026-01-01&asked_by_id=KEN",
        "/data/needs_on.csv?as_of=2026-01-01&asked_by_id=NAM",
    )
    assert "No money." in kenya["text"]
    assert "No money." not in namibia["text"]
    (page,) = copy.opened("sql", "fr", relation="needs")
    assert any("Faute d'argent." in frame for frame in page["frames"])
