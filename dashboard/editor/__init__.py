"""The editor of the SQL page: CodeMirror, with our relations, in the reader's words."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard import bundles

FOLDER = Path(__file__).parent

_HTML, _CSS, _JS = (
    (FOLDER / name).read_text("utf-8") for name in ("editor.html", "editor.css", "loader.js")
)
_COMPONENT = st.components.v2.component("sql_editor", html=_HTML, css=_CSS, js=_JS)


def editor(
    text: str,
    version: str,
    *,
    key: str,
    words: Mapping[str, str],
    schema: Mapping[str, Any],
    on_draft: Callable[[], None],
    on_run: Callable[[], None],
) -> None:
    """Let the reader write SQL.

    What is typed stays in the browser until the editor loses the focus, a parameter is named or
    gone, or the question is run; then a callback finds ``{"text": ..., "version": ...}`` in
    ``st.session_state[key].draft`` or ``.run``.

    Args:
        text: What to show. It replaces what was typed only when ``version`` is another.
        version: Of what there is to show.
        key: A name of its own on the page.
        words: ``label``, ``hint`` (how the keys work) and ``completions``, for readers.
        schema: ``relations``, ``parameters`` and their meanings, to suggest.
        on_draft: Called when the text was handed over.
        on_run: Called when the reader asked by a key.
    """
    _COMPONENT(
        key=key,
        data={
            "text": text,
            "version": version,
            "words": dict(words),
            "schema": dict(schema),
            "bundle": bundles.address(bundles.EDITOR),
        },
        on_draft_change=on_draft,
        on_run_change=on_run,
    )
