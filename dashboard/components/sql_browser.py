"""What can be asked on the SQL page: every relation and its columns, with their meanings."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import queries
from dashboard.address import asked, open_records
from dashboard.filters import choice, page_state
from dashboard.i18n import Translator

MEANING = 640
"""Width of the column of meanings, in pixels."""


def browser() -> None:
    """Offer what can be asked, at full width; open where the address names a relation."""
    t = page_state().t
    with st.expander(
        t("Tables, views and macros"), icon=":material/schema:", expanded=bool(asked("relation"))
    ):
        _browse(t)


def _browse(t: Translator) -> None:
    """Show every relation with its meaning, or the columns of one."""
    every = relations()
    kinds = dict(every.select("relation", "kind").iter_rows())
    words = t.labels["relation_kind"]
    name = choice(
        "relation",
        t("What is there"),
        list(kinds),
        lambda name: f"{name} · {words[kinds[name]]}",
        placeholder=t("All tables, views and macros"),
    )
    if name is None:
        rows = every.select(
            "relation", pl.col("kind").replace(dict(words)), f"meaning_{t.language}"
        )
        _listed(rows, t)
        return
    about = every.row(by_predicate=pl.col("relation") == name, named=True)
    st.markdown(t.field(about, "meaning"))
    call = called(name, about["type"])
    st.button(
        f"FROM {call}", on_click=take, args=(f"FROM {call}\nLIMIT 100",), help=t("Ask for it")
    )
    columns = queries.dictionary().filter(
        pl.col("relation") == name, pl.col("column_name").is_not_null()
    )
    _listed(columns.sort("position").select("column_name", "type", f"meaning_{t.language}"), t)


def called(relation: str, parameters: str | None) -> str:
    """Return how a relation is asked for; a macro with what stands for its parameters.

    >>> called("coverage", None), called("members_on", "day DATE, include_derived BOOLEAN := false")
    ('coverage', 'members_on($day)')
    >>> called("country_profile", "country VARCHAR, day DATE")
    "country_profile('KEN', $day)"
    """
    given = {"day": "$day", "country": "'KEN'"}
    needed = [
        part.split()[0] for part in (parameters or "").split(",") if part and ":=" not in part
    ]
    return (
        f"{relation}({', '.join(given.get(name, '?') for name in needed)})" if needed else relation
    )


def relations() -> pl.DataFrame:
    """Return every relation with its meaning: macros, then views, then tables."""
    about = queries.dictionary().filter(pl.col("column_name").is_null())
    return about.sort(
        pl.col("kind").replace_strict({"table": 2, "view": 1, "macro": 0}), "relation"
    )


def take(sql: str) -> None:
    """Put a question, and the edition it is asked of, into the address.

    A blank stands for no question: an address without any asks the first saved one.
    """
    open_records(q=sql.strip() or " ", edition=queries.edition() if sql.strip() else None)


def _listed(rows: pl.DataFrame, t: Translator) -> None:
    """List rows whose last column is a meaning: a sentence, which gets the room."""
    *names, meaning = rows.columns
    labels: dict[str, Any] = {name: t.column(name) or name for name in names}
    labels[meaning] = st.column_config.Column(t.column(meaning) or meaning, width=MEANING)
    st.dataframe(rows, key="browser", hide_index=True, height=330, column_config=labels)
