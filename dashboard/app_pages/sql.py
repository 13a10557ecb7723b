"""SQL: any question on the same relations that the pages rest on."""

import streamlit as st

from dashboard import components, filters
from dashboard.components import sql, sql_browser, sql_editor

t = filters.page_state().t

components.heading(t("SQL"))
components.summary(sql.sentence())

sql_editor.write()
sql_browser.browser()
st.subheader(t("Answer"), anchor="answer")
sql.answer()
