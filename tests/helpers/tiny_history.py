"""Three editions of the tiny data: dates move, titles change, things are called off and return."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.helpers.shared import made_once
from tests.helpers.tiny import SURE, TINY, write_tiny
from transforms import paths, pipeline
from transforms.journal.deadlines import Duty

HEADER = TINY["milestones"].splitlines()[0]


def milestone(
    key: str, when: str, title: str = "Meeting", kind: str = "meeting", status: str = "planned",
    ended: str = "",
) -> str:  # fmt: skip
    """Return a line of milestones.csv."""
    english = '"' + title.replace('"', '""') + '"'
    french = english.replace("Meeting", "Réunion")
    return f"{key},{when},{ended},{kind},{status},{english},{french},,,club,pact,,,,{SURE}"


def milestones(*lines: str) -> str:
    """Return the text of milestones.csv."""
    return "\n".join([HEADER, *lines]) + "\n"


MEETING: Duty = {
    "origin": "milestone",
    "id": "m",
    "kind": "meeting",
    "status": "planned",
    "due_on": "2027-03-10",
    "ended_on": None,
    "title": {"en": "Meeting", "fr": "Réunion"},
    "instrument_id": None,
    "actor_ids": [],
    "focus_area_ids": [],
}
"""What an edition knows of a meeting that is planned."""

FIRST = milestones(
    milestone("moved", "2027-03-10"),
    milestone("renamed", "2027-06", "Meeting, old; name"),
    milestone("called-off", "2027-05-01"),
    milestone("dropped", "2028", "Report due", "deadline"),
    milestone("several", "2027-09-01", ended="2027-09-03"),
    milestone("between", "[2027-09..2028-09]"),
)
SECOND = milestones(
    milestone("moved", "2027-04-01"),
    milestone("renamed", "2027-06", 'Meeting "new" & 1 < 2'),
    milestone("called-off", "2027-05-01", status="cancelled"),
    milestone("several", "2027-09-01", ended="2027-09-03"),
    milestone("between", "[2027-09..2028-09]"),
)


def pointer() -> Path:
    """Return a pointer to the third edition, whose data is that of the first again."""
    return made_once("tiny-history", _make) / "tracker.duckdb"


def _make(folder: Path) -> None:
    for text in (FIRST, SECOND, FIRST):
        data = write_tiny(folder / "data", milestones=text)
        warnings = pipeline.build(data, folder / "tracker.duckdb", allow_shrink=True).warnings
        assert not [line for line in warnings if "journal" in line], warnings
        if text is SECOND:
            shutil.copytree(folder, folder.with_name("second"), symlinks=True)
    folder.with_name("second").rename(folder / "second")


def second() -> Path:
    """Return a pointer to the second edition, with the journal as it was then."""
    return pointer().parent / "second" / "tracker.duckdb"


@contextmanager
def serving(database: Path) -> Iterator[TestClient]:
    """Serve a database at the addresses beside the pages."""
    from dashboard.web import routes

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "DATABASE", database)
        yield TestClient(Starlette(routes=routes()))
