"""The closed lists of words that coded columns may hold, with their labels in English."""

import tomllib
from pathlib import Path
from typing import NamedTuple


class Code(NamedTuple):
    """What readers see for a code, and what it means where the label is not enough."""

    label: str
    meaning: str = ""


def _read() -> dict[str, dict[str, Code]]:
    lists = tomllib.loads(Path(__file__).with_name("vocabularies.toml").read_text("utf-8"))
    return {
        name: {
            code: Code(entry) if isinstance(entry, str) else Code(**entry)
            for code, entry in codes.items()
        }
        for name, codes in lists.items()
    }


VOCABULARIES = _read()
"""``VOCABULARIES[vocabulary][code]``, in the order in which readers see the codes."""
