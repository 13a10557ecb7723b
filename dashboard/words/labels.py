"""What codes, columns and relations are called and mean, as the database says it."""

import polars as pl
import streamlit as st

from dashboard.source import database
from dashboard.source.queries import dictionary
from dashboard.words import codes
from dashboard.words.i18n import Labels
from dashboard.words.messages import typeset


def labels(language: str) -> Labels:
    """What readers of ``language`` see for each code of each vocabulary, in order."""
    return _labels(language, database.edition())


def meaning(relation: str, language: str) -> str:
    """What a row of ``relation`` is, in a sentence; nothing for what the dictionary lacks."""
    itself = dictionary().filter(pl.col("relation") == relation, pl.col("column_name").is_null())
    first, further, _ = str(next(iter(itself[f"meaning_{language}"]), "")).partition(". ")
    return typeset(first + further.rstrip(), language)


def meanings(relation: str, language: str) -> dict[str, str]:
    """What each column of ``relation`` means, by column name."""
    return _meanings(relation, language, database.edition())


def vocabularies_of(relation: str) -> dict[str, str]:
    """Which columns of ``relation`` hold codes, and of which vocabulary."""
    return _vocabularies_of(relation, database.edition())


@st.cache_resource(max_entries=4, show_spinner=False)
def _labels(language: str, edition: str) -> dict[str, dict[str, str]]:
    rows = database.run("FROM vocabularies").sort("vocabulary", "position")
    labels: dict[str, dict[str, str]] = {}
    for vocabulary, code, label in rows.select(
        "vocabulary", "code", f"label_{language}"
    ).iter_rows():
        labels.setdefault(vocabulary, {})[code] = typeset(label, language)
    return labels


@st.cache_resource(max_entries=128, show_spinner=False)
def _meanings(relation: str, language: str, edition: str) -> dict[str, str]:
    known = _described(relation, f"meaning_{language}")
    return {name: typeset(text, language) for name, text in known.items()}


@st.cache_resource(max_entries=128, show_spinner=False)
def _vocabularies_of(relation: str, edition: str) -> dict[str, str]:
    columns = dictionary().filter(pl.col("relation") == relation)
    return codes.EVERYWHERE | {
        column: declared or codes.vocabulary(relation, column)
        for column, declared in columns.select("column_name", "vocabulary")
        .drop_nulls("column_name")
        .iter_rows()
    }


def _described(relation: str, what: str) -> dict[str, str]:
    columns = dictionary().filter(pl.col("relation") == relation)
    return dict(columns.select("column_name", what).drop_nulls().iter_rows())
