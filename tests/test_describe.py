"""The generated descriptions are current, complete and valid."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.tables import TABLES
from tests.helpers.tiny import TINY, write_tiny
from tests.helpers.tiny_folder import write_views
from transforms.describing.datapackage import datapackage
from transforms.describing.describe import described, documents
from transforms.describing.dictionary import data_dictionary, relations_page
from transforms.paths import DATA, DOCS, ROOT
from transforms.schema import VOCABULARIES
from transforms.settings import read

SETTINGS, _ = read(DATA)


@cache
def package() -> dict[str, Any]:
    """Return the package of this repository."""
    found: dict[str, Any] = json.loads(datapackage(SETTINGS))
    return found


def table(name: str) -> dict[str, Any]:
    """Return what the package says of one table."""
    found: dict[str, Any]
    (found,) = (each for each in package()["resources"] if each["name"] == name)
    return found


def field(name: str, column: str) -> dict[str, Any]:
    """Return what the package says of one column."""
    found: dict[str, Any]
    (found,) = (each for each in table(name)["schema"]["fields"] if each["name"] == column)
    return found


@pytest.fixture(scope="module")
def texts() -> dict[Path, str]:
    """What `tracker describe` would write into this repository."""
    return documents()


PAGES = [DATA / "README.md", DATA / "README.fr.md", DOCS / "relations.md", DOCS / "relations.fr.md"]


@pytest.mark.parametrize("path", [DATA / "datapackage.json", *PAGES], ids=str)
def test_a_generated_file_is_current(texts: dict[Path, str], path: Path) -> None:
    """It says what the schema and the views say now; `tracker describe` writes it anew."""
    assert path.read_text("utf-8") == texts[path], f"run: tracker describe ({path.name})"


def test_nothing_else_is_generated(texts: dict[Path, str]) -> None:
    """It writes into this repository and nowhere else."""
    assert all(path.is_relative_to(ROOT) for path in texts)
    assert len(texts) == 5


@pytest.mark.slow
def test_the_texts_are_the_same_every_time(texts: dict[Path, str]) -> None:
    """It depends on no order of sets and no time of day."""
    assert documents() == texts


def test_a_folder_of_ones_own_gets_no_page_on_views(tmp_path: Path) -> None:
    """It describes the data, and leaves the folder beside it alone."""
    assert documents(tmp_path).keys() == {tmp_path / "datapackage.json", tmp_path / "README.md"}


@pytest.mark.slow
def test_the_package_is_valid(tmp_path: Path) -> None:
    """It passes frictionless, with its types, patterns, lists, keys and references."""
    assert faults(tmp_path) == []


@pytest.mark.slow
def test_the_package_holds_what_it_declares(tmp_path: Path) -> None:
    """It lets frictionless find a wrong code, a wrong date and two kinds of orphan."""
    wrong = {
        "needs": TINY["needs"].replace(",2023,", ",long ago,").replace("skills,T", "skils,T"),
        "sources": TINY["sources"].replace("press,full_text", "rumour,full_text"),
        "focus_areas": TINY["focus_areas"].replace("enseigne.,skills", "enseigne.,skils"),
    }
    assert set(faults(tmp_path, **wrong)) == {
        ("sources", "constraint-error"),
        ("needs", "constraint-error"),
        ("needs", "foreign-key"),
        ("focus_areas", "foreign-key"),
    }


@pytest.mark.slow
def test_the_data_of_this_repository_is_what_its_package_says() -> None:
    """It passes frictionless too, every row of it."""
    assert found(DATA / "datapackage.json") == []


def faults(folder: Path, **replaced: str) -> list[tuple[str, str]]:
    """Return what frictionless finds in the tiny data with its package."""
    write_tiny(folder, **replaced)
    (folder / "datapackage.json").write_text(datapackage(SETTINGS), "utf-8")
    return found(folder / "datapackage.json")


def found(package: Path) -> list[tuple[str, str]]:
    """Return the table and the kind of each fault that frictionless finds."""
    from frictionless import Package  # a second to import

    report = Package(package).validate()
    return [(task.name, error.type) for task in report.tasks for error in task.errors]


def test_every_column_is_in_the_package() -> None:
    """It lists the columns of the CSV files, in their order, without the derived ones."""
    for name, schema in TABLES.items():
        fields = [each["name"] for each in table(name)["schema"]["fields"]]
        assert fields == schema.column_names()


def test_every_description_is_there_in_both_languages() -> None:
    """It says what each table and column means, in every language."""
    described = [package(), *package()["resources"]]
    described += [each for name in TABLES for each in table(name)["schema"]["fields"]]
    assert [each["name"] for each in described if not each["description"]] == []
    assert [each["name"] for each in described if not each["description_fr"]] == []


def test_a_code_names_its_list_with_labels() -> None:
    """It carries the labels, so that a stranger needs no other file."""
    role = field("memberships", "role")
    assert role["constraints"]["enum"] == list(VOCABULARIES["membership_role"])
    assert role["categories"][1] == {
        "value": "founding_member",
        "label": "founding member",
        "label_fr": "membre fondateur",
    }


def test_references_are_foreign_keys() -> None:
    """It names the table, unless it is the same one, as the standard asks."""
    keys = table("focus_areas")["schema"]["foreignKeys"]
    assert {"fields": ["broader_id"], "reference": {"fields": ["id"]}} in keys
    to_sources = {"fields": ["id"], "resource": "sources"}
    assert {"fields": ["source_id"], "reference": to_sources} in keys


def test_the_data_is_under_a_licence() -> None:
    """It says CC BY 4.0, for machines and for people."""
    assert package()["licenses"][0]["name"] == "CC-BY-4.0"
    assert "CC BY 4.0" in data_dictionary("en", SETTINGS)


def test_the_dictionary_has_every_column_and_code() -> None:
    """It has a row for each."""
    text = data_dictionary("en", SETTINGS)
    for name, schema in TABLES.items():
        section = text.split(f"\n### {name}\n")[1].split("\n### ")[0]
        rows = re.findall(r"^\| \**`(\w+)`\** \|", section, re.MULTILINE)
        assert rows == schema.column_names()
    for name, words in VOCABULARIES.items():
        section = text.rsplit(f"\n### {name}\n")[-1].split("\n### ")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(words)


def test_the_links_of_the_dictionary_lead_somewhere() -> None:
    """It links a code to its list, and a reference to its table."""
    text = data_dictionary("en", SETTINGS)
    headings = set(re.findall(r"^#+ (\w+)$", text, re.MULTILINE))
    assert set(re.findall(r"\]\(#(\w+)\)", text)) <= headings


def test_the_page_of_relations_shows_how_to_ask(tmp_path: Path) -> None:
    """It gives a macro's parameters, and the meaning of each column."""
    page = relations_page(described(SETTINGS, write_views(tmp_path)), "en", SETTINGS)
    assert "*Macro* `roster(day DATE, whole BOOLEAN := false)`" in page
    assert (
        "| **`member_id`** | VARCHAR: → [actors](../data/README.md#actors) | Who is in. |" in page
    )
    assert "| `members` | BIGINT | How many. |" in page
