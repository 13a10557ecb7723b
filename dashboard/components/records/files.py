"""The same record for programs: as JSON, CSV and HTML, and as SQL."""

import html
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from dashboard.components.common import developing, links
from dashboard.kinds import Kind, plain_path
from dashboard.source import calls
from dashboard.state.filters import page_state


def files(kind: Kind, key: str, day: date) -> None:
    """Link the record in each format, and show its SQL."""
    filters = {developing.NAME: developing.chosen()} if developing.chosen() else {}
    t = page_state().t
    relation = kind.profile
    query = calls.row_query(relation, kind.key, key, day)
    sql = calls.row_sql(relation, kind.key, key, day)
    st.header(t("The same for programs"), anchor="files")
    parts = [
        f'<a href="data/{relation}.{form}?{urlencode(query)}">{form.upper()}</a>'
        for form in ("json", "csv")
    ]
    dated = {"as_of": day.isoformat()} if calls.is_dated(relation) else {}
    plain = urlencode({"lang": t.language, **dated})
    parts.append(f'<a href="{plain_path(kind.name, key)}?{plain}">HTML</a>')
    if kind.rows:
        of_rows = {kind.parameter: key, "as_of": day.isoformat(), "lang": t.language, **filters}
        for form in ("csv", "html"):
            path = html.escape(f"data/{kind.rows}.{form}?{urlencode(of_rows)}")
            parts.append(f'<a href="{path}">{t("All rows")} ({form.upper()})</a>')
    st.html(f'<p class="more">{" · ".join([*parts, links.page("sql", "SQL", q=sql)])}</p>')
    st.code(sql, language="sql", wrap_lines=True)
