"""Pages in a test as the server runs them: what fails is shown by the page of ours."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from dashboard.components.common import failure
from tests.helpers.pages import open_page
from transforms import paths


class Served(LocalScriptRunner):
    """Runs a script with what the server does about errors."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """Take what the test's own runner takes."""
        super().__init__(*given, **named)
        self._on_script_error = failure.show


def served_pages(database: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Return ``opened("members", lang="fr")``, which opens a page on a database."""
    monkeypatch.setattr(paths, "DATABASE", database)
    monkeypatch.setenv("TRACKER_DATABASE", str(database))  # nothing is built in its place
    monkeypatch.setattr("streamlit.testing.v1.app_test.LocalScriptRunner", Served)

    return open_page


def texts(app: AppTest) -> str:
    """Return all that a failed page says."""
    parts = [each.value for each in (*app.title, *app.error, *app.markdown)]
    return "\n".join([*parts, *(each.proto.body for each in app.get("html"))])
