"""The recipe for a filter, followed on a copy."""

import csv
import io

import pytest

from tests.helpers.recipe_copy import Copy
from tests.helpers.tiny import TINY

pytestmark = pytest.mark.slow

SECOND = (
    "pact-2,pact,para. 2,par. 2,Report on it,En rendre compte,commits,private_sector,,,,,,,,read,"
    "web,p. 1,high\n"
)


def _add_a_filter(copy: Copy) -> None:
    """Follow the steps of the recipe: whom a commitment addresses, as the column says it."""
    copy.insert(
        "dashboard/shaping/commitments.py",
        before='    "verification": "verification",\n',
        text='    "addressee": "addressee",\n',
    )
    copy.insert(
        "dashboard/components/commitments/filters.py",
        before='            "verification": _codes("verification", t),\n',
        text='            "addressee": _codes("addressee", t),\n',
    )
    copy.insert(
        "dashboard/components/commitments/filters.py",
        before='        "verification": t("Wording"),\n',
        text='        "addressee": t("Kind of actor"),\n',
    )
    copy.translate(
        "dashboard/locales/fr/commitments.po", {("", "Kind of actor"): "Catégorie d'acteur"}
    )
    (copy.path / "data" / "commitments.csv").write_text(TINY["commitments"] + SECOND, "utf-8")
    copy.tracker("build")


@pytest.mark.parametrize(
    ("code", "kept"), [("private_sector", "pact-2"), ("member_states", "pact-1")]
)
def test_page_and_address_keep_the_same_rows(copy: Copy, code: str, kept: str) -> None:
    """It leaves the same commitments on the page and at /data/, in both languages."""
    _add_a_filter(copy)

    english, french = copy.opened("commitments", "en", "fr", addressee=code)
    assert "Kind of actor" in english["labels"]
    assert "Catégorie d’acteur" in french["labels"]
    (address,) = copy.got(f"/data/commitments_on.csv?addressee={code}&as_of=2026-11-21&lang=en")
    rows = list(csv.DictReader(io.StringIO(address["text"])))
    assert [row["id"] for row in rows] == [kept]
    summary = rows[0]["summary_en"].removeprefix("'")
    assert len(english["frames"]) > 0
    assert any(summary in frame for frame in english["frames"])
    assert not any(
        other in frame
        for frame in english["frames"]
        for other in {"Report on it", "Teach all of the South"} - {summary.removeprefix("=")}
    )
