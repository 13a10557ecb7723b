"""A folder in which the tiny data is built, with three views that read each other."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.helpers.tiny import TINY, write_tiny
from transforms import pipeline
from transforms.database import editions
from transforms.database.editions import Edition
from transforms.database.integrity import sidecar

NEEDS = TINY["needs"]
MORE_NEEDS = NEEDS + NEEDS.splitlines()[1].replace("south-skills", "south-schools") + "\n"
"""The needs, and one more."""

TINY_VIEWS = {
    "club_size": """\
-- How many are in the Club on the first day of 2025.
--
-- members: How many.
SELECT count(*) AS members FROM roster(DATE '2025-01-01')
""",
    "roster": """\
-- Who is in which body
--     on a day.
-- key: organization_id, member_id
-- parameters: day DATE, whole BOOLEAN := false
--
-- organization_id: The
--     body.
--
-- A note for readers of this file alone.
SELECT
    organization_id,
    member_id
FROM memberships
WHERE joined_on_latest <= day
    AND (left_on IS NULL OR left_on_earliest > day)
    AND (whole OR organization_id = 'club')
ORDER BY ALL
""",
    "labels": """\
-- Each role with its label.
--
-- code: The role.
SELECT code, label_en FROM vocabularies WHERE vocabulary = 'membership_role' ORDER BY position
""",
}
"""The text of three files of views; the first by name reads the second."""


def write_views(folder: Path, **replaced: str) -> Path:
    """Write the tiny views to ``folder``, with the text of some replaced or added."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (TINY_VIEWS | replaced).items():
        (folder / f"{name}.sql").write_text(text, "utf-8")
    return folder


BUILD = """
import os, signal, sys
from pathlib import Path
from transforms import pipeline
from transforms.database import editions, empty, freshness, load, relations, template

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

{kill}
folder = Path({folder!r})
pipeline.build(folder / {data!r}, folder / "tracker.duckdb", views=folder / "views")
"""


def with_settings(database: Path, **settings: str | None) -> Path:
    """Give an edition other settings, as if it had been built with them, and return its pointer."""
    with duckdb.connect(database.resolve()) as connection:
        for name, value in settings.items():
            connection.execute(f"UPDATE tracker SET {name} = ?", [value])
    sidecar(database.resolve()).unlink()
    return database


@dataclass(frozen=True)
class Folder:
    """A folder with data, views and the editions built from them."""

    path: Path

    @property
    def database(self) -> Path:
        """The pointer."""
        return self.path / "tracker.duckdb"

    @property
    def views(self) -> Path:
        """The folder of the views."""
        return self.path / "views"

    def build(self, *, allow_shrink: bool = False, **replaced: str) -> Edition:
        """Build the tiny data with some files replaced."""
        data = write_tiny(self.path / "data", **replaced)
        return pipeline.build(data, self.database, views=self.views, allow_shrink=allow_shrink)

    def start(self, data: str, kill: str = "") -> "subprocess.Popen[str]":
        """Start a build in a process of its own."""
        script = BUILD.format(kill=kill, folder=str(self.path), data=data)
        return subprocess.Popen([sys.executable, "-c", script], text=True, stderr=subprocess.PIPE)

    def needs(self) -> int:
        """Ask the current edition, as a reader would, how many needs it holds."""
        with duckdb.connect(self.database.resolve(), read_only=True) as connection:
            return int(connection.sql("SELECT count(*) FROM needs").fetchall()[0][0])

    def template(self) -> Path:
        """Return the one empty database that lies ready for the next build."""
        [file] = self.path.glob(".tracker.template-*")
        return file

    def drafts(self) -> list[str]:
        """Name what an unfinished build has left."""
        return [path.name for path in self.path.iterdir() if ".draft" in path.name]

    def editions(self) -> list[str]:
        """Name the finished editions."""
        return sorted(path.name for path in self.path.glob("tracker-*.duckdb"))

    def move_to(self, edition: str) -> Path:
        """Move the pointer to an edition, which may be new."""
        path = editions.path_of(self.database, edition)
        if not path.exists():
            path.touch()
        editions.point(self.database, path)
        editions.prune(self.database)
        return path
