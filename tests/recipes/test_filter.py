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


def add_a_filter(copy: Copy) -> None:
    """Follow the recipe for a column: whom a commitment addresses."""
    copy.insert(
        "dashboard/filtering/declared.py",
        before="FILTERS: Mapping[str, Mapping[str, Filter]] = {\n",
        text='CODED |= _column("addressee", message("Kind of actor"))\n',
    )
    copy.translate(
        "dashboard/locales/fr/commitments.po", {("", "Kind of actor"): "Catégorie d'acteur"}
    )
    (copy.path / "data" / "commitments.csv").write_text(TINY["commitments"] + SECOND, "utf-8")


def add_a_condition(copy: Copy) -> None:
    """Follow the recipe for a filter that is not named after a column: with a deadline or not."""
    copy.insert(
        "dashboard/filtering/declared.py",
        before="FILTERS: Mapping[str, Mapping[str, Filter]] = {\n",
        text="""CODED["dated"] = _one_of(
    message("With a deadline, or without."),
    {"with": "due_on IS NOT NULL", "without": "due_on IS NULL"},
    message("Has a deadline"),
    {"with": message("With one"), "without": message("Without one")},
)
""",
    )
    copy.translate(
        "dashboard/locales/fr/commitments.po",
        {
            ("", "With a deadline, or without."): "Avec ou sans échéance.",
            ("", "Has a deadline"): "Échéance fixée",
            ("", "With one"): "Avec",
            ("", "Without one"): "Sans",
        },
    )
    (copy.path / "data" / "commitments.csv").write_text(TINY["commitments"] + SECOND, "utf-8")


def test_page_and_address_keep_the_same_rows(copy: Copy) -> None:
    """It leaves the same commitments on the page and at /data/, in both languages."""
    code, remaining = "private_sector", "pact-2"

    english, french = copy.opened("commitments", "en", "fr", addressee=code)
    assert "Kind of actor" in english["labels"]
    assert "Catégorie d’acteur" in french["labels"]
    (address,) = copy.got(f"/data/commitments_on.csv?addressee={code}&as_of=2026-11-21&lang=en")
    rows = list(csv.DictReader(io.StringIO(address["text"])))
    assert [row["id"] for row in rows] == [remaining]
    summary = rows[0]["summary_en"].removeprefix("'")
    assert len(english["frames"]) > 0
    assert any(summary in frame for frame in english["frames"])
    assert not any(
        other in frame
        for frame in english["frames"]
        for other in {"Report on it", "Teach all of the South"} - {summary.removeprefix("=")}
    )


def test_a_condition_of_its_own_is_a_filter_of_page_and_address(copy: Copy) -> None:
    """It splits the commitments in two, the same on the page and at /data/, and is described."""
    code, other = "without", "with"

    french, rest = (copy.opened("commitments", "fr", dated=each)[0] for each in (code, other))
    assert "Échéance fixée" in french["labels"]
    (address, described) = copy.got(
        f"/data/commitments_on.csv?dated={code}&as_of=2026-11-21&lang=fr", "/openapi.json"
    )
    rows = list(csv.DictReader(io.StringIO(address["text"])))
    summaries = [row["summary_fr"].removeprefix("'").removeprefix("=") for row in rows]
    assert all(any(summary in frame for frame in french["frames"]) for summary in summaries)
    assert not any(summary in frame for frame in rest["frames"] for summary in summaries)
    assert '"With a deadline, or without."' in described["text"]
