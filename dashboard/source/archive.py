"""Everything of one edition in one archive, built once for each day and file."""

import tempfile
import threading
from datetime import date
from pathlib import Path

import streamlit as st

from dashboard.source import connections
from transforms.export import archive

_packing = threading.Lock()


def packed(file: Path, day: date) -> bytes:
    """Return the archive of the edition in a file, with the macros as of a day.

    Raises:
        QueryError: The file cannot be read.
    """
    return _packed(str(file), file.stat().st_mtime_ns, day)


@st.cache_resource(max_entries=2, show_spinner=False)
def _packed(file: str, changed: int, day: date) -> bytes:
    with (
        _packing,  # one at a time: it takes a core for some seconds
        tempfile.TemporaryDirectory() as folder,
        connections.cursor(file, "the archive of everything") as cursor,
    ):
        target = Path(folder) / "tracker.zip"
        archive.write(target, cursor, Path(file), day)
        return target.read_bytes()
