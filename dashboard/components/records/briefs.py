"""The brief of a record, offered on its page: to print, as PDF and as DOCX."""

import html
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from dashboard.filtering.options import compared_kinds
from dashboard.state.filters import page_state

FORMS = {".pdf": "PDF", ".docx": "DOCX"}
"""The files of a brief: what they are called, by how their addresses end."""


def offer(kind: str, key: str, day: date) -> None:
    """Link the brief of a record of the kinds that have one, with the days of the page."""
    if kind not in compared_kinds():
        return
    state = page_state()
    query = {"lang": state.t.language, "as_of": day.isoformat()}
    if state.other and state.other < day:
        query["since"] = state.other.isoformat()
    labels = {"": state.t("Brief to print"), **FORMS}
    base = f"brief/{kind}/{key}"
    links = [
        f'<a href="{html.escape(f"{base}{ending}?{urlencode(query)}")}">{html.escape(label)}</a>'
        for ending, label in labels.items()
    ]
    st.html(f'<p class="more">{" · ".join(links)}</p>')
