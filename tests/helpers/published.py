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
            for table, columns in {"editions": "name", "edition": "id, 1 AS rows"}.items():
                connection.execute(
                    f"CREATE OR REPLACE TABLE {table} AS SELECT '{name}' AS {columns}"
                )
        draft = self.pointer.with_name("draft")
        draft.symlink_to(file.name)
        draft.replace(self.pointer)
        return file
