"""The language of the page: that in the address, else the one that the browser prefers."""

import streamlit as st

from dashboard.state.address import bind_widget, query_values, save
from dashboard.words.i18n import Translator
from dashboard.words.labels import languages


def language() -> str:
    """Return the language in the address; without one there the first."""
    offered = list(languages())
    return next((code for code in query_values("lang")[:1] if code in offered), offered[0])


def language_switch(t: Translator) -> None:
    """Let the reader switch the language."""
    offered = languages()
    if len(offered) == 1:
        return
    first = next(iter(offered))
    st.segmented_control(
        t("Language"),
        list(offered),
        format_func=offered.__getitem__,
        label_visibility="collapsed",
        required=True,
        key=bind_widget("lang", language(), lambda code: [code] if code and code != first else []),
        on_change=save,
    )
