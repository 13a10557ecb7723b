"""The language of the page: that in the address, else the one that the browser prefers."""

import streamlit as st

from dashboard.state.address import bind_widget, query_values, save
from dashboard.words import labels
from dashboard.words.i18n import Translator
from dashboard.words.labels import languages


def language() -> str:
    """Return the language in the address; without one there, that which the browser prefers."""
    given = "".join(query_values("lang")[:1])
    return given if given in languages() else _preferred()


def language_switch(t: Translator) -> None:
    """Let the reader switch the language; the address names any but the one that is preferred."""
    offered, own = languages(), _preferred()
    if len(offered) == 1:
        return
    st.segmented_control(
        t("Language"),
        list(offered),
        format_func=offered.__getitem__,
        label_visibility="collapsed",
        required=True,
        key=bind_widget("lang", language(), lambda code: [code] if code and code != own else []),
        on_change=save,
    )


def _preferred() -> str:
    return labels.preferred(st.context.headers.get("Accept-Language"))
