"""The recipe for a table, followed on a copy."""

import json
from datetime import date

import pytest

from tests.helpers.recipe_copy import Copy

pytestmark = pytest.mark.slow

DECLARED = '''

class Handbook(Sourced, Attested):
    """A handbook that an initiative has published."""

    heading = "Handbooks"

    id = identifier("Key of the handbook.")
    initiative_id = reference("initiatives", "The initiative.")
    subtitle = localized("What it is for.")
    kind = code("handbook_kind", "For whom it is written.")
    issued_on = partial_date("When it came out.", nullable=False, dates_the_fact=True)
'''
ROWS = """\
id,initiative_id,subtitle_en,subtitle_fr,kind,issued_on,source_id,locator,confidence
first-lessons,open-school,How to begin,Comment commencer,teachers,2025-03,web,p. 7,high
"""
FRENCH = {
    ("handbooks", "A handbook that an initiative has published."): "Un manuel d'une initiative.",
    ("handbooks heading", "Handbooks"): "Manuels",
    ("handbooks.id", "Key of the handbook."): "Clé du manuel.",
    ("handbooks.subtitle", "What it is for."): "À quoi il sert.",
    ("handbooks.kind", "For whom it is written."): "Pour qui il est écrit.",
    ("handbooks.issued_on", "When it came out."): "Date de parution.",
}


def add_a_table(copy: Copy) -> None:
    """Follow the steps of the recipe."""
    copy.append("transforms/schema/capacity.py", DECLARED)
    copy.insert(
        "transforms/schema/__init__.py",
        before='    "needs": capacity.Need,\n',
        text='    "handbooks": capacity.Handbook,\n',
    )
    copy.append(
        "transforms/schema/vocabularies.toml", '[handbook_kind]\nteachers = "for teachers"\n'
    )
    copy.translate("transforms/locales/fr/tables.po", FRENCH)
    copy.translate(
        "transforms/locales/fr/vocabularies.po",
        {("vocabulary:handbook_kind.teachers", "for teachers"): "pour les enseignants"},
    )
    copy.write("data/handbooks.csv", ROWS)
    copy.append("dashboard/locales/en/columns.toml", 'issued_on = "Issued"\nsubtitle = "For"\n')
    copy.translate(
        "dashboard/locales/fr/columns.po",
        {("column issued_on", "Issued"): "Paru", ("column subtitle", "For"): "But"},
    )


def test_a_table_that_was_added_is_everywhere(copy: Copy) -> None:
    """It has rows, meanings, coverage and sources in SQL, and a page and an address show it."""
    (row,) = copy.sql("FROM handbooks")
    assert row["subtitle_fr"] == "Comment commencer"
    assert row["issued_on_earliest"] == date(2025, 3, 1)

    meanings = copy.meanings("handbooks")
    assert meanings[""]["meaning_fr"] == "Un manuel d'une initiative."
    assert meanings["kind"]["vocabulary"] == "handbook_kind"
    assert meanings["initiative_id"]["refers_to"] == "initiatives"
    assert meanings["subtitle_en"]["meaning_fr"].startswith("À quoi il sert")

    (covered,) = copy.sql("FROM coverage WHERE relation = 'handbooks'")
    assert (covered["rows"], covered["newest_on"]) == (1, date(2025, 3, 1))
    (fact,) = copy.sql("FROM fact_sources WHERE relation = 'handbooks'")
    assert (fact["row_id"], fact["source_id"], fact["locator"]) == ("first-lessons", "web", "p. 7")

    package = json.loads((copy.path / "data" / "datapackage.json").read_text("utf-8"))
    assert "handbooks" in [each["name"] for each in package["resources"]]
    assert "Un manuel d'une initiative." in (copy.path / "data" / "README.fr.md").read_text("utf-8")

    (address,) = copy.got("/data/handbooks.csv?kind=teachers")
    assert "first-lessons" in address["text"]
    (coverage,) = copy.opened("data", "fr", part="coverage")
    assert any("handbooks" in frame for frame in coverage["frames"])
    (sql,) = copy.opened("sql", "fr", relation="handbooks")
    assert "Un manuel d'une initiative." in sql["text"].replace("’", "'")
    assert any("Comment commencer" in frame for frame in sql["frames"])
