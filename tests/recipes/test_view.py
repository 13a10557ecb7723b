"""The recipe for a view, followed on a copy."""

import pytest

from tests.helpers.recipe_copy import Copy

pytestmark = pytest.mark.slow

VIEW = """\
-- One row per group that had stated a need by the day.
-- key: group_id
-- parameters: day DATE
--
-- group_id: -> actors Who lacks something.
-- needs: How many needs it had stated.
-- title: Its name, with the number of needs.

WITH counts AS (
    SELECT
        group_id,
        group_{language},
        count(*) AS needs
    FROM needs_on(day)
    GROUP BY ALL
)

SELECT
    group_id,
    group_{language},
    needs,
    group_{language} || _(': ') || needs AS title_{language},
FROM counts
ORDER BY group_id
"""
FRENCH = {
    (
        "needs_by_group_on",
        "One row per group that had stated a need by the day.",
    ): "Une ligne par groupe qui a énoncé un besoin au jour dit.",
    ("needs_by_group_on.group_id", "Who lacks something."): "À qui il manque quelque chose.",
    ("needs_by_group_on.needs", "How many needs it had stated."): "Nombre de besoins énoncés.",
    (
        "needs_by_group_on.title",
        "Its name, with the number of needs.",
    ): "Son nom, avec le nombre de besoins.",
}


def add_a_view(copy: Copy) -> None:
    """Follow the steps of the recipe."""
    copy.write("transforms/views/capacity/needs_by_group_on.sql", VIEW)
    copy.translate("transforms/locales/fr/views.po", FRENCH)


def test_a_view_that_was_added_is_everywhere(copy: Copy) -> None:
    """It has rows and meanings in SQL, and the command, an address and a page give its rows."""
    (row,) = copy.sql("FROM needs_by_group_on(DATE '2026-01-01')")
    assert row["needs"] == 1
    assert row["title_fr"].replace("\u00a0", " ") == "Sud : 1"
    assert copy.sql("FROM needs_by_group_on(DATE '2020-01-01')") == []

    meanings = copy.meanings("needs_by_group_on")
    assert meanings[""]["meaning_fr"].startswith("Une ligne par groupe")
    assert meanings["group_id"]["key"]
    assert meanings["group_id"]["refers_to"] == "actors"
    assert meanings["title_fr"]["meaning_fr"].startswith("Son nom, avec le nombre de besoins")
    assert [each["name"] for each in meanings[""]["parameters"]] == ["day"]

    exported = copy.tracker("export", "needs_by_group_on", "--as-of", "2026-01-01")
    (address,) = copy.got("/data/needs_by_group_on.csv?as_of=2026-01-01")
    assert address["text"] == exported
    for language in ("fr", "en"):
        docs = "relations.fr.md" if language == "fr" else "relations.md"
        assert "needs_by_group_on" in (copy.path / "docs" / docs).read_text("utf-8")
    (page,) = copy.opened("sql", "fr", relation="needs_by_group_on")
    assert any("South" in frame for frame in page["frames"])
