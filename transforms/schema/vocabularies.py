"""The closed lists of words that coded columns may hold, with their labels in both languages."""

import tomllib
from pathlib import Path

VOCABULARIES: dict[str, dict[str, dict[str, str]]] = tomllib.loads(
    Path(__file__).with_name("vocabularies.toml").read_text("utf-8")
)
"""``VOCABULARIES[vocabulary][code]`` has ``en``, ``fr`` and, where a label is not enough,
``meaning_en`` and ``meaning_fr``. The order is the order in which readers see the codes."""
