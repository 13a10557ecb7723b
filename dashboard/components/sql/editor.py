"""The editor of the SQL page: a question is written, or a saved one is taken, and run."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.sql import parameters, state
from dashboard.components.sql.browser import called, relations
from dashboard.components.sql.saved import defaults_of, name_of, saved_questions
from dashboard.editor import editor
from dashboard.sandbox import service
from dashboard.source import queries
from dashboard.state.filters import page_state
from dashboard.words.i18n import Translator
from dashboard.words.messages import typeset

EDITOR, SAVED, RUN = "sql-editor", "sql-saved", "sql-run"


def write() -> None:
    """Let the reader take or write a question, say what stands for its parameters, and run it."""
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
        schema=_schema(t, t.language, queries.edition()),
        on_draft=_note,
        on_run=_run_by_key,
    )
    defaults = {**defaults_of(state.question()), **defaults_of(text.strip())}
    parameters.fields(service.parameters_of(text), defaults)
    st.button(t("Run"), icon=":material/play_arrow:", key=RUN, on_click=_run)


def _saved(t: Translator) -> None:
    saved = saved_questions()
    st.session_state[SAVED] = name_of(state.question())
    st.selectbox(
        t("Saved questions"),
        list(saved),
        format_func=lambda name: saved[name].titles[t.language],
        placeholder=t("Your own question"),
        key=SAVED,
        on_change=_take_saved,
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def _schema(_t: Translator, language: str, edition: str) -> dict[str, Any]:
    """Return what the editor suggests, with meanings in the reader's language."""
    t, meaning = _t, f"meaning_{language}"
    columns = queries.dictionary().filter(pl.col("column_name").is_not_null()).sort("position")
    told: dict[str, list[dict[str, str]]] = {}
    for relation, name, kind, text in columns.select(
        "relation", "column_name", "type", meaning
    ).iter_rows():
        said = {"name": name, "type": kind, "meaning": typeset(text, language)}
        told.setdefault(relation, []).append(said)
    return {
        "relations": [
            {
                "name": about["relation"],
                "kind": t.label("relation_kind", about["kind"]),
                "call": called(about["relation"], about["parameters"]),
                "meaning": t.field(about, "meaning"),
                "columns": told.get(about["relation"], []),
            }
            for about in relations().iter_rows(named=True)
        ],
        "parameters": [
            {"name": state.DAY, "meaning": t("The day for which all is shown.")},
            *({"name": name, "meaning": t(label)} for name, (label, _) in parameters.KINDS.items()),
        ],
    }


def _note() -> None:
    if draft := st.session_state[EDITOR].get("draft"):
        state.note(draft["text"], draft["version"])


def _run_by_key() -> None:
    if run := st.session_state[EDITOR].run:
        state.note(run["text"], run["version"])
        state.ask(run["text"])


def _run() -> None:
    _note()  # the click took the focus from the editor, and may be heard of first
    state.ask(state.typed())


def _take_saved() -> None:
    if name := st.session_state[SAVED]:
        state.ask_afresh(saved_questions()[name].sql(page_state().t.language))
