"""The way back from a record to the data: the row it is made of, and how to correct it.

Every record page ends with it, whatever it is about::

    from dashboard.components.common import correction

    correction.show("commitments", "gdc-para-56-a")
    correction.show("countries", "KEN")

``show(relation, key)`` takes the name of a table of the data and the key of one of its rows; the
parts of a compound key are separated by blanks. It can stand on a page as often as there are rows.
It asks for nothing else, and shows nothing where there is no such row.
"""

from functools import partial
from urllib.parse import urljoin

import polars as pl
import streamlit as st

from dashboard.components.common.words import escape
from dashboard.shaping import correction as shaping
from dashboard.shaping.correction import Correction
from dashboard.source import database, table_rows
from dashboard.state.address import address, filter_values
from dashboard.state.filters import page_state
from dashboard.words.labels import called


def show(relation: str, key: str) -> None:
    """Show the row and the file of a record, and let the reader prepare a correction."""
    row = table_rows.row(relation, key)
    if row.is_empty():
        return
    t = page_state().t
    line = table_rows.line(relation, key)
    file = f"{relation}.csv"
    st.caption(_where(file, line))
    with st.expander(t("Correct this row"), icon=":material/edit_note:"):
        _form(relation, key, row, line)


def _where(file: str, line: int | None) -> str:
    """Return file and line in words, as a link where the file is public."""
    t = page_state().t
    named = escape(f"data/{file}")
    if line:
        named = t("{file}, line {line}", file=named, line=str(line))
    if public := shaping.file_address(database.settings().file_url, file, line):
        named = f"[{named}]({public})"
    return t("From {file}.", file=named)


@st.fragment
def _form(relation: str, key: str, row: pl.DataFrame, line: int | None) -> None:
    """Let the reader say what is wrong; what comes of it is sent, or copied."""
    state = page_state()
    t, own = state.t, f"{relation}-{key}-{state.t.language}"
    values = row.row(0, named=True)
    column = st.selectbox(
        t("Column"),
        row.columns,
        index=None,
        format_func=partial(_called, relation),
        placeholder=t("the whole row"),
        key=f"column-{own}",
    )
    current = shaping.cell(values, column)
    if column:
        st.caption(t("Says now"))
        st.text(current if current is not None else t("an empty cell"))
    proposed = st.text_area(t("Should say"), key=f"proposed-{own}")
    source = st.text_input(t("Source (address or symbol)"), key=f"source-{own}")
    place = st.text_input(t("Place in the source (paragraph, page)"), key=f"place-{own}")
    st.caption(t("A correction goes in only with a source that somebody has read."))
    page = urljoin(st.context.url or "", address(state.page, **filter_values()))
    wrong = Correction(
        f"data/{relation}.csv",
        key,
        line,
        database.edition(),
        page,
        column,
        current,
        proposed.strip(),
        source.strip(),
        place.strip(),
    )
    if contact := database.settings().contact:
        label = t("Open the form") if "://" in contact else t("Write an e-mail")
        st.link_button(label, shaping.address(contact, wrong, t), icon=":material/send:")
        st.caption(t("Or copy it:"))
    else:
        st.caption(
            t(
                "This tracker names no address for corrections. Copy this text and send it to"
                " whoever publishes it, or correct the line in a copy of the data:"
            )
        )
    st.code(shaping.body(wrong, t), language=None, wrap_lines=True)


def _called(relation: str, column: str) -> str:
    """Return what readers call a column, with its name in the file."""
    label = called(relation, [column], page_state().t)[column]
    return column if label == column else f"{label} ({column})"
