"""What can be taken away, under which name and licence, and how to cite it."""

from collections.abc import Callable
from functools import partial

import polars as pl
import streamlit as st

from dashboard.components.common.calendar_address import calendar
from dashboard.components.common.citation import cited
from dashboard.source import archive, database, queries, relation_download
from dashboard.state.filters import choice, page_state
from dashboard.words.i18n import message
from transforms.export.archive import name as archive_name
from transforms.files.citation import licensed
from transforms.files.kinds import ADDRESSED, MEDIA_TYPES
from transforms.files.writers import write as write_relation

ADDRESSES = {
    "data/": message("every table, view and macro as CSV, Excel, Parquet and JSON"),
    "data/commitments_on.csv?as_of=2026-01-01": message(
        "one of them, as of a day; the other endings are .xlsx, .parquet and .json"
    ),
    "tracker.duckdb": message("the database"),
    "datapackage.json": message("the tables, described for machines"),
    "dictionary": message("what every table, view, macro and column means"),
    "deadlines.ics": message("deadlines, to subscribe to in a calendar"),
    "changes.atom": message("what changed from edition to edition, for a feed reader"),
    "editions.json": message("the editions that were current here, and the files of those kept"),
    "openapi.json": message("all of these, described for programs (OpenAPI)"),
}
"""Where the same is for programs, from the root of the app on, and what it is."""
IN_LANGUAGES = ("data/", "dictionary", "deadlines.ics", "changes.atom", "openapi.json")
"""Those that are in one language: a link from here leads to that of the page."""


def downloads() -> None:
    """Let the reader take everything, the database, or one relation."""
    state = page_state()
    t, file = state.t, database.file()
    st.header(t("Downloads"), anchor="downloads")
    st.markdown(
        t(
            "The archive holds the database, every table and view as CSV and Parquet, the macros as"
            " of {day}, descriptions, checksums, licences and how to cite.",
            day=state.day,
        )
    )
    with st.container(horizontal=True):
        _button(
            archive_name(database.edition(), state.day),
            t("Everything in one archive (ZIP)"),
            lambda: archive.packed(file, state.day),
        )
        name = f"tracker-{database.edition()}.duckdb"
        _button(name, t("The database (DuckDB)"), file.read_bytes)
    _one_relation()
    calendar()
    addresses()


def _one_relation() -> None:
    """Let the reader choose a relation and take all of its rows."""
    state = page_state()
    t, known = state.t, queries.dictionary()
    offered = relation_download.offered(known)["relation"].to_list()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        relation = choice("relation", t("Table, view or macro"), offered, default="commitments")
        rows = relation_download.rows(relation, known, state.day)
        about = relation_download.about(relation, known, state.day)
        for ending, kind in ADDRESSED.items():
            name = f"{relation}_{state.day.isoformat()}_{database.edition()}.{ending}"
            _button(name, kind.label, partial(write_relation, kind.name, rows, about))
    st.caption(
        t(
            "CSV is in UTF-8, with commas; lists are joined with semicolons. Text that a"
            " spreadsheet would run as a formula begins with an apostrophe in CSV; the database,"
            " Excel and Parquet have it as it is."
        )
    )


def addresses() -> None:
    """List where programs find the same, at addresses that stay."""
    t = page_state().t
    paths = {
        path: f"{path}?lang={t.language}" if path in IN_LANGUAGES else path for path in ADDRESSES
    }
    links = [
        t("{label}: {text}", label=f"- [{paths[path]}]({paths[path]})", text=t(words))
        for path, words in ADDRESSES.items()
    ]
    st.header(t("Addresses for programs"), anchor="addresses")
    st.markdown(
        t("These addresses stay as they are, and always give the current edition:")
        + "\n\n"
        + "\n".join(links)
    )


def editions(totals: pl.DataFrame) -> None:
    """Show the name of the edition, what makes a new one, the licence, and how to cite."""
    state = page_state()
    t = state.t
    st.header(t("Edition, licence and citation"), anchor="cite")
    st.markdown(
        t(
            "This is edition {edition}: {rows} rows, with evidence up to {day}. An edition is named"
            " after its content: the same data always gives the same name, and any change another."
            " The last three stay on the server.",
            edition=f"`{database.edition()}`",
            rows=totals["rows"].item(),
            day=totals["newest_evidence"].item() or "–",
        )
    )
    st.markdown(
        licensed(database.settings(), t.language)
        + " "
        + t("The texts it is drawn from stay under the rights of those who published them.")
    )
    if contact := database.settings().contact:
        st.markdown(t("Write about a mistake to {contact}.", contact=contact))
    st.markdown(t("Cite it with the edition, so that others find the same rows:"))
    st.code(cited(state), language=None, wrap_lines=True)


def _button(name: str, label: str, data: Callable[[], bytes]) -> None:
    """Offer a file, which is made on demand."""
    kind = name.rpartition(".")[2]
    st.download_button(
        label,
        data=data,
        file_name=name,
        mime=MEDIA_TYPES[kind],
        icon=":material/download:",
        on_click="ignore",
        key=f"download-{kind}",
    )
