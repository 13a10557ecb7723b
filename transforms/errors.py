"""What can go wrong that is nobody's bug: said in a sentence, never with a traceback."""

from pathlib import Path


class TrackerError(Exception):
    """Something that a user can understand and do something about."""


class EditionError(TrackerError):
    """The place where editions should be written holds something else."""


class LoadError(TrackerError):
    """What was written is not what was to be written."""


class ReadError(TrackerError):
    """The database is missing or damaged, or a question to it failed."""


class FileError(TrackerError):
    """Rows that the asked kind of file cannot hold."""


class RelationError(TrackerError):
    """A file in ``views/`` that cannot be read, or whose SQL does not run."""

    def __init__(self, path: Path, message: str) -> None:
        """Say which file, from the folder that holds it, and what is wrong with it."""
        super().__init__(f"{path.parent.name}/{path.name}: {message}")
