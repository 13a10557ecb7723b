"""Journals of format 1, in which what a row is called was one entry for each language."""

import re
from typing import Any

from transforms.settings import LETTERS

TITLE = re.compile(f"title_({LETTERS})")


def converted(content: Any) -> Any:
    """Return the content of a file of format 1 as one of format 2 holds it.

    What is not format 1 comes back as it is. A value with the name of such a title that is no text
    is a column that changed.

    >>> converted({"format": 1, "deadlines": {"m": {"title_en": "A", "title_fr": "B"}}})
    {'format': 2, 'deadlines': {'m': {'title': {'en': 'A', 'fr': 'B'}}}}
    """
    if isinstance(content, dict) and content.get("format") == 1:
        return _retitled(content) | {"format": 2}
    return content


def _retitled(value: Any) -> Any:
    if isinstance(value, list):
        return [_retitled(item) for item in value]
    if not isinstance(value, dict):
        return value
    titles = {
        key: text for key, text in value.items() if TITLE.fullmatch(key) and isinstance(text, str)
    }
    others = {key: _retitled(item) for key, item in value.items() if key not in titles}
    title = {key.removeprefix("title_"): text for key, text in titles.items()}
    return others | ({"title": title} if title else {})
