"""What can be queried on the SQL page: every relation and its columns, with their meanings."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from dashboard.components.sql import state
from dashboard.source import database, queries
from dashboard.state.address import query_values
from dashboard.state.filters import any_choice, page_state
from dashboard.words.i18n import Translator
from transforms.files.kinds import ADDRESSED

MEANING = 640
"""Width of the column of meanings, in pixels."""
SAMPLE = 5
"""Rows that are shown of a relation."""
GIVEN = {"day": "$day", "country": "$country"}
"""What stands for the parameters of our macros."""
EXAMPLE = "KEN"
"""The country of a sample, until the reader chooses another one."""

Parameters = Sequence[Mapping[str, str | None]]
"""Name, type and default of each parameter of a macro."""


def browser() -> None:
    """Offer what can be queried, at full width; open where the address names a relation."""
    t = page_state().t
    with st.expander(
        t("Tables, views and macros"),
        icon=":material/schema:",
        expanded=bool(query_values("relation")),
    ):
        _browse(t)


def _browse(t: Translator) -> None:
    """Show every relation with its meaning, or one with its columns and some of its rows."""
    every = relations()
    kinds = dict(every.select("relation", "kind").iter_rows())
    words = t.labels["relation_kind"]
    name = any_choice(
        "relation",
        t("What is there"),
        list(kinds),
        lambda name: f"{name} · {words[kinds[name]]}",
        placeholder=t("All tables, views and macros"),
    )
    if name is None:
        rows = every.join(counts(), on="relation", how="left", maintain_order="left").select(
            "relation", pl.col("kind").replace(dict(words)), "rows", f"meaning_{t.language}"
        )
        _listed(rows, t)
        return
    about = every.row(by_predicate=pl.col("relation") == name, named=True)
    _one(name, called(name, about["parameters"]), t.localized(about, "meaning"), t)


def _one(name: str, call: str, meaning: str, t: Translator) -> None:
    """Show one relation: what it is, how to query it, its columns and some rows."""
    st.markdown(meaning)
    st.button(
        f"FROM {call}",
        key="sql-relation",
        on_click=state.run_new,
        args=(f"FROM {call}\nLIMIT 100", _example(call)),
        help=t("Query it"),
    )
    columns = queries.dictionary().filter(
        pl.col("relation") == name, pl.col("column_name").is_not_null()
    )
    _listed(columns.sort("position").select("column_name", "type", f"meaning_{t.language}"), t)
    _sample(call, t)
    _addresses(name, call, t)


def _sample(call: str, t: Translator) -> None:
    """Show how many rows there are, and the first of them."""
    day, example = page_state().day, _example(call)
    given = {**example, **({"day": day} if "$day" in call else {})}
    number = database.run(f"SELECT count(*) FROM {call}", **given).item()
    words = t.plural("{n} row", "{n} rows", number)
    if example:
        words = t("{rows} for {country} on {day}", rows=words, country=EXAMPLE, day=day)
    elif "$day" in call:
        words = t("{rows} on {day}", rows=words, day=day)
    more = number > SAMPLE
    st.markdown(t("**{rows}**; the first of them:", rows=words) if more else f"**{words}**")
    rows = database.run(f"FROM {call} LIMIT {SAMPLE}", **given)
    st.dataframe(rows, key="sample", hide_index=True, placeholder="", column_config=_days(rows))


def _addresses(name: str, call: str, t: Translator) -> None:
    """Show where the rows can be had by a program, as long as the relation has its name."""
    dated = {"as_of": page_state().day} if "$day" in call else {}
    query = urlencode({**_example(call), **dated, "lang": t.language})
    links = " · ".join(
        f"[{kind.label}](data/{name}.{ending}?{query})" for ending, kind in ADDRESSED.items()
    )
    st.markdown(t("At addresses that stay: {links}", links=links))


def _example(call: str) -> dict[str, str]:
    """Return what stands for the parameters of a macro that the page does not give itself."""
    return {"country": EXAMPLE} if "$country" in call else {}


def counts() -> pl.DataFrame:
    """Return how many ``rows`` each relation has whose rows lie in the file.

    Those of a view are counted where it is opened: all views at once would be all of the work that
    the data can give.
    """
    known = relations()["relation"].to_list()
    stored = database.run("SELECT table_name FROM duckdb_tables()")["table_name"]
    names = stored.filter(stored.is_in(known)).sort()
    return database.run(
        " UNION ALL ".join(
            f"SELECT '{name}' AS relation, count(*) AS rows FROM \"{name}\"" for name in names
        )
    )


def called(relation: str, parameters: Parameters | None) -> str:
    """Return how to query a relation; a macro with its parameters.

    >>> day = {"name": "day", "type": "DATE", "default": None}
    >>> derived = {"name": "include_derived", "type": "BOOLEAN", "default": "false"}
    >>> called("coverage", None), called("members_on", [day, derived])
    ('coverage', 'members_on($day)')
    >>> called("roster_steps", [derived])
    'roster_steps()'
    """
    if parameters is None:
        return relation
    needed = [each["name"] for each in parameters if each["default"] is None]
    return f"{relation}({', '.join(GIVEN.get(str(name), f'${name}') for name in needed)})"


def relations() -> pl.DataFrame:
    """Return every relation with its meaning: macros, then views, then tables."""
    about = queries.dictionary().filter(pl.col("column_name").is_null())
    return about.sort(
        pl.col("kind").replace_strict({"table": 2, "view": 1, "macro": 0}), "relation"
    )


def _days(rows: pl.DataFrame) -> dict[str, Any]:
    day = st.column_config.DateColumn(format="YYYY-MM-DD")
    return {name: day for name, kind in rows.schema.items() if kind == pl.Date}


def _listed(rows: pl.DataFrame, t: Translator) -> None:
    """List rows whose last column is a meaning: a sentence, which gets the room."""
    *names, meaning = rows.columns
    labels: dict[str, Any] = {name: t.column(name) or name for name in names}
    labels[meaning] = st.column_config.Column(t.column(meaning) or meaning, width=MEANING)
    st.dataframe(
        rows,
        key="browser",
        hide_index=True,
        height=330,
        placeholder="",
        column_config=labels,
    )
