"""Write files atomically, even when the disk is full."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from transforms.paths import special_file


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file under its name only once all of it is on the disk.

    Folders that are missing are made. What stood there before stays until then. A device or a
    pipe is written to as it is.

    Raises:
        OSError: The system refuses; the error names ``path``.
    """
    pieces = [content] if isinstance(content, bytes) else content
    with whole(path) as file:
        for piece in pieces:
            file.write(piece)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file that gets its name only when the block ends without an error."""
    target = Path(os.path.realpath(path))  # of a link, what it leads to
    draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
    try:
        if path.exists() and special_file(path):
            with path.open("wb") as file:
                yield file
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(target, draft)
        draft.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        draft.unlink(missing_ok=True)
