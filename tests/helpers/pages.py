"""Pages in a test: the app opened at an address, in one run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cachetools import LRUCache
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import ElementTree

from transforms import paths

HANG = 600
"""Seconds after which a test gives up: it only ends a hang."""

Values = str | list[str]
Opened = Callable[..., AppTest]

_opened: LRUCache[tuple[str, Path, str], tuple[AppTest, ElementTree]] = LRUCache(maxsize=32)


def app_at(page: str = "", /, **query: Values) -> AppTest:
    """Return the app before its first run, at an address, as a link opens it.

    Args:
        page: Name of the page; nothing for the bare address.
        query: What the address says.
    """
    app = AppTest.from_file(paths.DASHBOARD / "streamlit_app.py", default_timeout=HANG)
    for name, value in query.items():
        app.query_params[name] = value
    if page:
        app.switch_page(f"app_pages/{page}.py")
    return app


def open_page(page: str = "", /, **query: Values) -> AppTest:
    """Open a page of the app with that in its address."""
    return app_at(page, **query).run()


def opener(
    page: str, database: Path, monkeypatch: pytest.MonkeyPatch, *, shared: bool = False
) -> Opened:
    """Return ``opened(lang="fr")``, which opens the page of a database on 21 November 2026.

    Args:
        page: Name of the page.
        database: The pointer to an edition.
        monkeypatch: Undone after the test.
        shared: Whether a page that another test has opened and only read is given again.
    """
    monkeypatch.setattr(paths, "DATABASE", database)

    def opened(**query: Values) -> AppTest:
        key = page, database, repr(sorted(query.items()))
        app, read = _opened.get(key, (None, None)) if shared else (None, None)
        if app is None or app._tree is not read:  # what a test does with a page runs it again
            app = open_page(page, **{"as_of": "2026-11-21", **query})
            _opened[key] = app, app._tree
        return app

    return opened
