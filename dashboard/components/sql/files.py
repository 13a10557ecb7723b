"""What a result can be taken away as: its address, and its rows as files."""

from collections.abc import Callable, Mapping
from urllib.parse import urljoin

import polars as pl
import streamlit as st

from dashboard.components.common.citation import cited, licence_facts
from dashboard.components.sql.state import CHART_PARAMETERS, PREFIX
from dashboard.sandbox import Result
from dashboard.source import database
from dashboard.state.address import address, query_values
from dashboard.state.filters import page_state
from transforms.errors import FileError
from transforms.files.cells import check_days
from transforms.files.cover import Cover
from transforms.files.kinds import KINDS
from transforms.files.writers import csv_bytes, excel_bytes, json_bytes, parquet_bytes


def downloads(result: Result, sql: str, values: Mapping[str, object]) -> None:
    """Offer the address of the result, and its rows as files, which say so if there are more."""
    t, rows = page_state().t, result.rows
    first = f"_first{rows.height}" if result.truncated else ""
    target = link(sql)
    why_not = unwritable(rows)
    with st.container(horizontal=True):
        _address(target)
        _file("csv", lambda: csv_bytes(rows), first, why_not)
        cover = _cover(result, sql, values, target)
        _file("xlsx", lambda: excel_bytes(rows, cover), first, why_not)
        _file("parquet", lambda: parquet_bytes(rows), first)
        _file("json", lambda: json_bytes(rows), first, why_not)
    if why_not:
        st.warning(
            t("A column cannot be written to CSV, Excel or JSON as it is; Parquet holds it all.")
        )
        st.code(why_not, language=None, wrap_lines=True)


def link(sql: str) -> str:
    """Return the address of this result; that of the page leaves the day out when it is today."""
    parameters = {
        name: query_values(name)
        for name in st.query_params
        if name in CHART_PARAMETERS or name.startswith(PREFIX)
    }
    target = address("sql", q=sql, **parameters, as_of=page_state().day, edition=database.edition())
    return urljoin(st.context.url or "", target)


def unwritable(rows: pl.DataFrame) -> str:
    """Return why these rows cannot be written as text; nothing if they can."""
    try:
        check_days(rows)
    except FileError as error:
        return str(error)
    return ""


def _address(target: str) -> None:
    t = page_state().t
    with st.popover(t("Link to this result"), icon=":material/link:"):
        st.caption(
            t(
                "This address holds the query, its parameters, the day, the chart and the"
                " edition: share it."
            )
        )
        st.code(target, language=None, wrap_lines=True)


def _file(kind: str, data: Callable[[], bytes], first: str, why_not: str = "") -> None:
    state, label = page_state(), KINDS[kind].label
    st.download_button(
        label,
        data=data,
        file_name=f"answer_{state.day.isoformat()}_{database.edition()}{first}.{kind}",
        mime=KINDS[kind].media_type,
        icon=":material/download:",
        on_click="ignore",
        key=f"answer-{kind}",
        help=state.t("Download the rows as {kind}", kind=label),
        disabled=bool(why_not),
    )


def _cover(result: Result, sql: str, values: Mapping[str, object], target: str) -> Cover:
    """Return the first sheet of the workbook, in the reader's language."""
    state = page_state()
    t = state.t
    facts = (
        (t("Query"), sql),
        *((f"${name}", str(value)) for name, value in values.items()),
        (t("Address"), target),
        (t("Edition"), database.edition()),
        (t("As of"), t.date(state.day)),
        (t("Language"), t.language_info.name),
        (t("Rows"), _number(result)),
        *licence_facts(state),
        (t("Cite as"), cited(state)),
    )
    return Cover(sheets=(t("About this file"), t("Data")), facts=facts)


def _number(result: Result) -> str:
    """Return how many rows there are, and that there are more."""
    t, rows = page_state().t, result.rows.height
    return (
        t("{rows} (the first; there are more)", rows=rows) if result.truncated else t.number(rows)
    )
