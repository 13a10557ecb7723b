"""SQL: any query on the relations that the pages rest on."""

import streamlit as st

from dashboard import components
from dashboard.components.sql import browser, editor, page
from dashboard.state import filters

t = filters.page_state().t

components.heading(t("SQL"))
components.summary(page.sentence())

editor.write()
browser.browser()
st.header(t("Result"), anchor="result")
page.result()
