"""What a column of a view means: what its head says, and for the rest what the view reads."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.tiny_folder import write_views
from transforms.database.ddl import Column
from transforms.describing.describe import described
from transforms.errors import RelationError
from transforms.settings import Settings
from transforms.translations import in_languages, say

Describe = Callable[[str], dict[str, Column]]
HEAD = "-- One row.\n"
BOTH = "SELECT actors.id FROM actors JOIN needs ON needs.actor_id = actors.id"


@pytest.fixture
def described_as(tmp_path: Path) -> Describe:
    """Describes a view of the given text, and returns its columns by name."""

    def columns(text: str) -> dict[str, Column]:
        found = described(
            Settings(languages=("en", "fr")), write_views(tmp_path / "views", new=text)
        )
        (new,) = (each for each in found if each.relation.name == "new")
        return {column.name: column for column in new.columns}

    return columns


def test_a_column_means_what_it_means_in_its_table(described_as: Describe) -> None:
    """It has the meaning, the closed list and the reference of the column that it comes from."""
    columns = described_as(f"{HEAD}SELECT member_id, role FROM memberships")
    assert in_languages(columns["member_id"].meaning, ("en", "fr")) == {
        "en": "Who is in.",
        "fr": "Qui en fait partie.",
    }
    assert columns["member_id"].refers_to == ("actors",)
    assert columns["role"].vocabularies == ("membership_role",)


def test_it_comes_through_other_views(described_as: Describe) -> None:
    """It inherits from a macro what that inherits from a table."""
    columns = described_as(f"{HEAD}SELECT member_id FROM roster(DATE '2025-01-01')")
    assert columns["member_id"].meaning.english == "Who is in."


def test_an_id_refers_to_its_own_table(described_as: Describe) -> None:
    """It says of which table the key is, where the table itself need not say so."""
    assert described_as(f"{HEAD}SELECT id FROM actors")["id"].refers_to == ("actors",)


def test_the_head_says_what_is_different(described_as: Describe) -> None:
    """It takes the head's meaning, and the list from the table all the same."""
    head = f"{HEAD}--\n-- role: As what it came.\n"
    role = described_as(f"{head}SELECT role FROM memberships")["role"]
    assert role.meaning.english == "As what it came."
    assert role.vocabularies == ("membership_role",)


def test_a_list_in_the_head_takes_the_place_of_what_is_inherited(described_as: Describe) -> None:
    """It says all that the cells can be, and nothing of what they cannot be here."""
    head = f"{HEAD}--\n-- role: [act, membership_role]\n-- member_id: -> countries\n"
    columns = described_as(f"{head}SELECT role, member_id FROM memberships")
    assert columns["role"].vocabularies == ("act", "membership_role")
    assert columns["member_id"].refers_to == ("countries",)
    assert columns["member_id"].meaning.english == "Who is in."


def test_the_days_of_a_date_follow_from_it(described_as: Describe) -> None:
    """It explains the first and last day of a date, whatever the date is called here."""
    head = f"{HEAD}--\n-- since: Since when.\n"
    columns = described_as(
        f"{head}SELECT joined_on AS since, joined_on_latest AS since_latest FROM memberships"
    )
    assert say(columns["since_latest"].meaning, "en", "en") == "Last day that since can mean."


def test_the_key_is_said_once(described_as: Describe) -> None:
    """It marks the columns that the head names."""
    columns = described_as(f"{HEAD}-- key: id\nSELECT id, kind FROM actors")
    assert [name for name, column in columns.items() if column.key] == ["id"]


def test_several_meanings_leave_no_reference(described_as: Describe) -> None:
    """It does not choose between two tables for a column that the head explains."""
    column = described_as(f"{HEAD}--\n-- id: Somebody.\n{BOTH}")["id"]
    assert (column.meaning.english, column.refers_to) == ("Somebody.", ())


def test_a_text_in_every_language_is_explained_once(described_as: Describe) -> None:
    """It takes one entry for the columns of all languages, and says of each which one it is in."""
    head = f"{HEAD}--\n-- called: What it is called.\n"
    columns = described_as(
        f"{head}SELECT\n    name_{{language}} AS called_{{language}},\nFROM actors"
    )
    assert list(columns) == ["called_en", "called_fr"]
    french = columns["called_fr"]
    assert (french.base_name, french.language) == ("called", "fr")
    assert say(french.meaning, "en", "en") == "What it is called (in French)."


@pytest.mark.parametrize(
    ("head", "sql", "message"),
    [
        ("", BOTH, "must say what 'id' means: it is one thing in actors and another in needs"),
        ("", "SELECT 1 AS one", "the header does not say what 'one' means"),
        ("-- key: name\n", "SELECT id FROM actors", "the key names 'name', which it lacks"),
        ("--\n-- id: [rolle]\n", "SELECT id FROM actors", "there is no closed list 'rolle'"),
        ("--\n-- id: -> acters\n", "SELECT id FROM actors", "there is no table 'acters'"),
    ],
)
def test_what_is_not_clear_is_refused(
    described_as: Describe, head: str, sql: str, message: str
) -> None:
    """It names the column, and what it could mean."""
    with pytest.raises(RelationError, match=message):
        described_as(f"{HEAD}{head}{sql}")
