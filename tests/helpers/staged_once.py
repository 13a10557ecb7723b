"""Stage each file of a data folder once in a process: most tests change one file of many."""

from pathlib import Path

from cachetools import LRUCache

from transforms.paths import folder_name
from transforms.staging import tables
from transforms.staging.tables import Languages, Staged

_stage = tables.stage
_staged: LRUCache[tuple[str, str, Languages, bytes], Staged] = LRUCache(maxsize=400)


def stage(data: Path, name: str, languages: Languages, aside: Path | None) -> Staged:
    """Return what staging a file gives, from memory if this content was staged before."""
    file = data / f"{name}.csv"
    if aside or not file.is_file():
        return _stage(data, name, languages, aside)
    key = folder_name(data), name, languages, file.read_bytes()
    if key not in _staged:
        _staged[key] = _stage(data, name, languages, None)
    return _staged[key]
