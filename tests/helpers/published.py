"""Editions that hold nothing but their name."""

from pathlib import Path

import duckdb

from transforms.database import editions


class Published:
    """A folder of them, and the pointer to the current one."""

    def __init__(self, folder: Path) -> None:
        """Begin without any."""
        self.pointer = folder / "tracker.duckdb"

    def __call__(self, name: str) -> Path:
        """Make an edition whose only row is its name, and point to it."""
        file = editions.path_of(self.pointer, name)
        with duckdb.connect(file) as connection:
            connection.execute(f"CREATE TABLE editions AS SELECT '{name}' AS name")
        draft = self.pointer.with_name("draft")
        draft.symlink_to(file.name)
        draft.replace(self.pointer)
        return file
