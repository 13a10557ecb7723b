"""Pages and files name the tracker whose data they show."""

from pathlib import Path

import pytest

from tests.helpers.served_pages import served_pages
from transforms.pipeline import build


@pytest.mark.parametrize(
    ("named", "words"),
    [
        (
            True,
            [
                "Tiny tracker, edition",
                "The data is published under [CC0](https://cc0.example)",
                "Write about a mistake to tiny@example.org.",
            ],
        ),
        pytest.param(
            False,
            [
                "Commitment tracker, edition",
                "No licence is stated for the data.",
                "There is no address for corrections here.",
            ],
            marks=pytest.mark.slow,
        ),
    ],
)
def test_it_is_cited_by_its_name_and_licence(
    built: Path, monkeypatch: pytest.MonkeyPatch, named: bool, words: list[str]
) -> None:
    """It says what the folder says; without a licence it says that there is none."""
    if not named:
        (built / "data" / "tracker.toml").unlink()
        build(built / "data", built / "own.duckdb")
    opened = served_pages(built / "own.duckdb", monkeypatch)
    apps = [opened("data", part=part) for part in ("downloads", "method")]
    text = " ".join(each.value for app in apps for each in (*app.code, *app.markdown))
    assert [each for each in words if each not in text] == []
