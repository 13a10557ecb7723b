"""Labels and meanings of codes, columns and relations, from the database."""

from collections.abc import Container, Iterable
from dataclasses import replace

import polars as pl
import streamlit as st
from babel import negotiate_locale
from werkzeug.http import parse_accept_header

from dashboard.source import database
from dashboard.source.queries import dictionary
from dashboard.words import i18n
from dashboard.words.ends import BEGINNINGS, is_end
from dashboard.words.i18n import Labels, Translator, message
from dashboard.words.messages import available
from transforms.languages import language, typeset

EMPTY = {"answer": message("nothing on record")}
"""What an empty cell says, by column, where it says something."""


def languages() -> dict[str, str]:
    """Return the languages of the edition by their codes, each under its own name.

    If the edition cannot be read, the languages are those of the interface.
    """
    try:
        codes = database.settings().languages
    except Exception:  # whatever it is, somebody has to be told of it in some language
        codes = available()
    return {code: language(code).name for code in codes}


def preferred(accepted: str | None) -> str:
    """Return the language that a header ``Accept-Language`` prefers; the first without any."""
    offered = {code.lower(): code for code in languages()}
    wanted = [tag.lower() for tag, quality in parse_accept_header(accepted) if quality > 0]
    found = negotiate_locale(wanted, offered, sep="-") or next(iter(offered))
    return offered[found.lower()]


def localized_columns(name: str) -> list[str]:
    """Return the columns that hold ``name`` in each language of the edition: ``name_en``."""
    return [f"{name}_{code}" for code in languages()]


def translator(code: str) -> Translator:
    """Return the translator of one language of the edition, with labels of codes."""
    return replace(bare_translator(code), labels=labels(code))


def bare_translator(code: str) -> Translator:
    """Return the translator of one language without labels; it needs no database."""
    return i18n.translator(code, first=next(iter(languages())))


def labels(language: str) -> Labels:
    """What readers of ``language`` see for each code of each vocabulary, in order."""
    return _labels(language, database.edition())


def meaning(relation: str, language: str) -> str:
    """What a row of ``relation`` is, in a sentence; nothing for what the dictionary lacks."""
    itself = dictionary().filter(pl.col("relation") == relation, pl.col("column_name").is_null())
    first, further, _ = str(next(iter(itself[f"meaning_{language}"]), "")).partition(". ")
    return typeset(first + further.rstrip(), language)


def meanings(relation: str, columns: Container[str], t: Translator) -> dict[str, str | None]:
    """What each column of ``relation`` means as readers see it beside ``columns``, by its name."""
    known = _meanings(relation, t.language, database.edition())
    ends = {name: t.explanation(name) for name in BEGINNINGS if is_end(name, columns)}
    return {**known, **ends}


def names(language: str) -> dict[str, str]:
    """What readers call each table."""
    itself = dictionary().filter(pl.col("column_name").is_null(), pl.col("kind") == "table")
    labelled = itself.select("relation", f"label_{language}").drop_nulls()
    return {name: typeset(text, language) for name, text in labelled.iter_rows()}


def called(relation: str, names: Iterable[str], t: Translator) -> dict[str, str]:
    """What readers call columns of ``relation``: by their own names, where they have no label."""
    lists = closed_lists(relation)
    return {name: t.column(name, lists.get(name, ())) or name for name in names}


def vocabularies_of(relation: str) -> dict[str, str]:
    """Which columns of ``relation`` hold codes, and of which vocabulary.

    A page may also show columns of other relations: a name that holds codes of one vocabulary
    everywhere has it here too. Of several vocabularies the first is given.
    """
    return _vocabularies_of(relation, database.edition())


def closed_lists(relation: str) -> dict[str, tuple[str, ...]]:
    """Which closed lists the codes in each column of ``relation`` are from."""
    return _closed_lists(relation, database.edition())


def key_of(relation: str) -> tuple[str, ...]:
    """Which columns tell the rows of ``relation`` apart."""
    parts = dictionary().filter(pl.col("relation") == relation, pl.col("key"))
    return tuple(parts.sort("position")["column_name"])


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
    coded = (
        dictionary()
        .drop_nulls("vocabulary")
        .select("relation", "column_name", pl.col("vocabulary").str.split(", ").list.first())
    )
    elsewhere = coded.group_by("column_name").agg(pl.col("vocabulary").unique())
    alone = elsewhere.filter(pl.col("vocabulary").list.len() == 1).explode("vocabulary")
    own = dictionary().filter(pl.col("relation") == relation).drop_nulls("column_name")
    here = coded.filter(pl.col("relation") == relation).drop("relation")
    return dict(alone.iter_rows()) | dict.fromkeys(own["column_name"], "") | dict(here.iter_rows())


@st.cache_resource(max_entries=128, show_spinner=False)
def _closed_lists(relation: str, edition: str) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(lists.split(", ")) for name, lists in _described(relation, "vocabulary").items()
    }


def _described(relation: str, what: str) -> dict[str, str]:
    columns = dictionary().filter(pl.col("relation") == relation)
    return dict(columns.select("column_name", what).drop_nulls().iter_rows())
