"""The result of a query: in words, as a chart and as a table."""

import re
from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard.components.sql.chart import chart
from dashboard.components.sql.files import downloads
from dashboard.components.sql.refusal import limits
from dashboard.sandbox import Result
from dashboard.source import queries
from dashboard.state.filters import page_state
from transforms.languages import typeset

PLAN = ["explain_key", "explain_value"]
"""The columns of the result of EXPLAIN."""
LONG_PLAN, PLAN_HEIGHT = 25, 560
"""A plan of more lines is scrolled in so many pixels."""


def show(result: Result, sql: str, values: Mapping[str, object]) -> None:
    """Show the rows: how many, what was cut, a chart if one is chosen, the table and the files."""
    t, rows = page_state().t, result.rows
    if rows.columns == PLAN:
        _plan(result, sql, values)
        return
    st.markdown(
        t.plural(
            "**{n} row** of {columns} in {seconds} s.",
            "**{n} rows** of {columns} in {seconds} s.",
            rows.height,
            columns=t.plural("{n} column", "{n} columns", rows.width),
            seconds=t.number(result.seconds, 2),
        )
    )
    _cuts(result)
    if rows.is_empty():
        st.info(t("The query ran and returned no rows."))
    shown = chart(rows)
    st.dataframe(
        shown, key="answer", hide_index=True, placeholder="", column_config=_columns(rows, sql)
    )
    downloads(result, sql, values)


def _plan(result: Result, sql: str, values: Mapping[str, object]) -> None:
    """Show DuckDB's plan, in lines that are whole."""
    t = page_state().t
    st.markdown(t("DuckDB's plan, in {seconds} s.", seconds=t.number(result.seconds, 2)))
    _cuts(result)
    for text in result.rows["explain_value"]:
        whole = text.rpartition("\n")[0] if result.shortened else text
        long = whole.count("\n") > LONG_PLAN
        st.code(whole or text, language=None, height=PLAN_HEIGHT if long else "content")
    downloads(result, sql, values)


def _cuts(result: Result) -> None:
    t = page_state().t
    if result.truncated:
        st.warning(
            t(
                "There are more: only the first {rows} rows are here and in the downloads.",
                rows=result.rows.height,
            )
        )
    if result.shortened:
        st.warning(
            t(
                "Texts of more than {characters} characters are cut, here and in the downloads;"
                " they end in `...`.",
                **limits(),
            )
        )


def _columns(rows: pl.DataFrame, sql: str) -> dict[str, Any]:
    """Show what columns mean, days without a midnight, and addresses as links."""
    known = meanings(sql, page_state().t.language)
    return {
        name: _column(name, kind, known.get(name))
        for name, kind in rows.schema.items()
        if name in known or kind == pl.Date or _is_link(name)
    }


def _column(name: str, kind: pl.DataType, meaning: str | None) -> Any:
    if kind == pl.Date:
        return st.column_config.DateColumn(format="YYYY-MM-DD", help=meaning)
    if _is_link(name):
        return st.column_config.LinkColumn(help=meaning)
    return st.column_config.Column(help=meaning)


def _is_link(name: str) -> bool:
    return name.endswith(("url", "website"))


def meanings(sql: str, language: str) -> dict[str, str]:
    """Return what the columns of the relations named in ``sql`` mean.

    A name that two of them give different meanings has none here.
    """
    named = set(re.findall(r"\w+", sql.lower()))
    columns = queries.dictionary().filter(
        pl.col("relation").is_in(list(named)), pl.col("column_name").is_not_null()
    )
    found: dict[str, set[str]] = {}
    for name, meaning in columns.select("column_name", f"meaning_{language}").iter_rows():
        found.setdefault(name, set()).add(typeset(meaning, language))
    return {name: next(iter(texts)) for name, texts in found.items() if len(texts) == 1}
