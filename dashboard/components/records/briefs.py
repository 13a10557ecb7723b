"""The brief of a record, offered on its page: to print, as PDF and as DOCX."""

import html
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from dashboard.filtering.options import compared_kinds
from dashboard.state.filters import page_state

FORMS = {".pdf": "PDF", ".docx": "DOCX"}


def offer(kind: str, key: str, day: date) -> None:
    """Link the brief of a record of the kinds that have one, with the days of the page."""
    if kind not in compared_kinds():
        return
    state = page_state()
    asked = {"lang": state.t.language, "as_of": day.isoformat()}
    if state.other and state.other < day:
        asked["since"] = state.other.isoformat()
    query = urlencode(asked)
    labels = {"": state.t("Brief to print"), **FORMS}
    links = [
        f'<a href="{html.escape(f"brief/{kind}/{key}{ending}?{query}")}">{html.escape(label)}</a>'
        for ending, label in labels.items()
    ]
    st.html(f'<p class="more">{" · ".join(links)}</p>')
