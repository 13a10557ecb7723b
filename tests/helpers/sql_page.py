"""The SQL page in a test: opened with an address, read, typed into."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.sql.linked import ACCEPTED
from dashboard.sandbox import service
from tests.helpers.near_sandbox import near_sandbox
from tests.helpers.numbers_file import UNHURRIED
from tests.helpers.pages import app_at
from transforms import paths

DAY = "2026-11-21"
Opened = Callable[..., AppTest]


def opener(database: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Return what opens the page: ``opened(q="SELECT 1")``, with that in its address.

    Its limits of time end no query, and the query of the address runs at once.
    """
    answer_nearby(database, monkeypatch)

    def opened(**query: str) -> AppTest:
        app = app_at("sql", **{"as_of": DAY, **query})
        app.session_state[ACCEPTED] = True
        return app.run()

    return opened


def answer_nearby(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the page ask a database in this process, for as long as a query takes."""
    monkeypatch.setattr(paths, "DATABASE", database)
    monkeypatch.setattr(service, "LIMITS", UNHURRIED)
    monkeypatch.setattr(service, "_sandbox", near_sandbox)


def answer(app: AppTest) -> list[dict[str, Any]]:
    """Return the rows of the result."""
    rows: list[dict[str, Any]] = app.dataframe[-1].value.to_dict("records")
    return rows


def page_text(app: AppTest) -> str:
    """Return all that the page says in words."""
    parts = [*app.markdown, *app.caption, *app.info, *app.warning, *app.error, *app.code]
    return "\n".join(str(part.value) for part in parts)


def shown(app: AppTest) -> str:
    """Return what stands in the editor."""
    return str(_editor_data(app)["text"])


def suggested(app: AppTest) -> dict[str, Any]:
    """Return what the editor suggests."""
    schema: dict[str, Any] = _editor_data(app)["schema"]
    return schema


def type_text(app: AppTest, sql: str) -> AppTest:
    """Type a query, as the editor hands it over when it loses the focus."""
    app.session_state["sql-draft"] = sql
    return app.run()


def ask(app: AppTest, sql: str) -> AppTest:
    """Type a query and run it."""
    app.session_state["sql-draft"] = sql
    return app.button(key="sql-run").click().run()


def _editor_data(app: AppTest) -> dict[str, Any]:
    [editor] = [
        each for each in app.get("bidi_component") if each.proto.component_name == "sql_editor"
    ]
    data: dict[str, Any] = json.loads(editor.proto.json)
    return data
