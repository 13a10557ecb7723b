"""What can be taken away, under which name and licence, and how to cite it."""

from collections.abc import Callable

import polars as pl
import streamlit as st

from dashboard import archive, database, queries
from dashboard.filters import PageState, choice, page_state

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TYPES = {
    "csv": "text/csv",
    "zip": "application/zip",
    "duckdb": "application/vnd.duckdb",
    "json": "application/json",
}
"""What a browser is told of a file, by how its name ends."""


def downloads() -> None:
    """Let the reader take one relation, all of them, or the database itself."""
    state = page_state()
    t = state.t
    st.subheader(t("Downloads"), anchor="downloads")
    st.markdown(
        t(
            "CSV is in UTF-8, with commas. Text that a spreadsheet would run as a formula begins"
            " with an apostrophe in CSV; the database and Parquet have it as it is."
        )
    )
    offered = archive.offered(queries.dictionary()).sort("relation")
    kinds = dict(offered.select("relation", "kind").iter_rows())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = choice("relation", t("Table, view or macro"), list(kinds), default="commitments")
        _button("csv", t("Download CSV"), name, lambda: archive.csv(name, kinds[name], state.day))
    everything = cited(state)
    with st.container(horizontal=True):
        _button(
            "zip",
            t("Everything as CSV (ZIP)"),
            "tracker",
            lambda: archive.archive(state.day, everything),
        )
        _button("duckdb", t("The database (DuckDB)"), "tracker", database.file().read_bytes)
        _button(
            "json",
            t("The tables, described for machines"),
            "datapackage",
            lambda: database.datapackage().encode("utf-8"),
        )


def editions(totals: pl.DataFrame) -> None:
    """Show the name of the edition, what makes a new one, the licence, and how to cite."""
    state = page_state()
    t = state.t
    st.subheader(t("Edition, licence and citation"), anchor="cite")
    st.markdown(
        t(
            "This is edition {edition}: {rows} rows, with evidence up to {day}. An edition is named"
            " after its content: the same data always gives the same name, and any change another."
            " The last three stay on the server.",
            edition=f"`{queries.edition()}`",
            rows=totals["rows"].item(),
            day=totals["newest_evidence"].item() or "–",
        )
    )
    st.markdown(
        t(
            "The data is published under [CC BY 4.0]({address}): share and adapt it, and say where"
            " it is from. The texts it is drawn from stay under the rights of those who published"
            " them.",
            address=LICENCE,
        )
    )
    st.markdown(t("Cite it with the edition, so that others find the same rows:"))
    st.code(cited(state), language=None, wrap_lines=True)


def cited(state: PageState) -> str:
    """Return how to cite the data, with the edition and the day."""
    return state.t(
        "The contributors to the policy-commitment tracker: Policy-commitment tracker, edition"
        " {edition}, as of {day}. Licence CC BY 4.0.",
        edition=queries.edition(),
        day=state.day,
    )


def _button(kind: str, label: str, name: str, data: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        data=data,
        file_name=f"{name}_{page_state().day.isoformat()}_{queries.edition()}.{kind}",
        mime=TYPES[kind],
        icon=":material/download:",
        on_click="ignore",
        key=f"download-{kind}",
    )
