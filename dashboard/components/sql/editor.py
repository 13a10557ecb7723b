"""The editor of the SQL page: write a query, or choose a saved one, and run it."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.sql import parameters, state
from dashboard.components.sql.browser import called, relations
from dashboard.components.sql.saved import defaults_of, name_of, saved_queries
from dashboard.editor import editor
from dashboard.sandbox.placeholders import parameters_of
from dashboard.source import database, queries
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator
from transforms.languages import typeset

EDITOR, SAVED, RUN = "sql-editor", "sql-saved", "sql-run"


def write() -> None:
    """Let the reader choose or write a query, fill in its parameters, and run it."""
    t = page_state().t
    text = state.typed()
    _saved(t)
    words = {
        "label": t("SQL"),
        "hint": t(
            "Ctrl+Enter runs it, Ctrl+Space suggests; Escape closes the suggestions, and Tab moves"
            " on."
        ),
        "completions": t("Suggestions"),
    }
    editor(
        text,
        state.version(),
        key=EDITOR,
        words=words,
        schema=_schema(t, t.language, database.edition()),
        on_draft=_save_draft,
        on_run=_run_by_key,
    )
    defaults = {**defaults_of(state.query()), **defaults_of(text.strip())}
    parameters.fields(parameters_of(text), defaults)
    st.button(t("Run"), icon=":material/play_arrow:", key=RUN, on_click=_run)


def _saved(t: Translator) -> None:
    saved = saved_queries()
    st.session_state[SAVED] = name_of(state.query())
    st.selectbox(
        t("Saved queries"),
        list(saved),
        format_func=lambda name: saved[name].asks(t),
        placeholder=t("Your own query"),
        key=SAVED,
        on_change=_run_saved,
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def _schema(_t: Translator, language: str, edition: str) -> dict[str, Any]:
    """Return what the editor suggests, with meanings in the reader's language."""
    t, meaning = _t, f"meaning_{language}"
    columns = queries.dictionary().filter(pl.col("column_name").is_not_null()).sort("position")
    by_relation: dict[str, list[dict[str, str]]] = {}
    for relation, name, kind, text in columns.select(
        "relation", "column_name", "type", meaning
    ).iter_rows():
        column = {"name": name, "type": kind, "meaning": typeset(text, language)}
        by_relation.setdefault(relation, []).append(column)
    return {
        "relations": [
            {
                "name": about["relation"],
                "kind": t.label("relation_kind", about["kind"]),
                "call": called(about["relation"], about["parameters"]),
                "meaning": t.localized(about, "meaning"),
                "columns": by_relation.get(about["relation"], []),
            }
            for about in relations().iter_rows(named=True)
        ],
        "parameters": [
            {"name": state.DAY, "meaning": t("The day for which all is shown.")},
            *({"name": name, "meaning": t(label)} for name, (label, _) in parameters.KINDS.items()),
        ],
    }


def _save_draft() -> None:
    if draft := st.session_state[EDITOR].get("draft"):
        state.save_draft(draft["text"], draft["version"])


def _run_by_key() -> None:
    if run := st.session_state[EDITOR].run:
        state.save_draft(run["text"], run["version"])
        state.run(run["text"])


def _run() -> None:
    _save_draft()  # the click took the focus from the editor, and may arrive first
    state.run(state.typed())


def _run_saved() -> None:
    if name := st.session_state[SAVED]:
        state.run_new(saved_queries()[name].sql(page_state().t.language))
