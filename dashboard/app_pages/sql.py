"""SQL: any question on the same relations that the pages rest on."""

import streamlit as st

from dashboard import components, filters
from dashboard.components import sql, sql_browser

t = filters.page_state().t

components.heading(t("SQL"))
components.summary(sql.sentence())

question = sql.question()
sql_browser.browser()
st.subheader(t("Answer"), anchor="answer")
sql.answer(question)
