"""The files and the address that the SQL page offers for an answer."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import polars as pl
import pytest
import streamlit as st

from dashboard.components.sql import files as sql_files
from dashboard.sandbox import service
from dashboard.source import database
from tests.helpers.numbers_file import UNHURRIED
from tests.helpers.sql_page import Opened

PAGE = "sql"


def files(opened: Opened, monkeypatch: pytest.MonkeyPatch, **query: str) -> dict[str, bytes]:
    """Return the files that the page offers for an answer, by kind."""
    offered: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(sql_files, "_file", lambda kind, data, *_: offered.update({kind: data}))
    opened(**query)
    return {kind: data() for kind, data in offered.items()}


def test_every_file_holds_the_answer(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """It writes the same rows in each form, and neutralises formulas where they would run."""
    made = files(opened, monkeypatch, q="SELECT 42 AS n, '=1' AS formula")

    assert made["csv"].decode() == "n,formula\n42,'=1\n"
    assert json.loads(made["json"]) == [{"n": 42, "formula": "=1"}]
    assert pl.read_parquet(io.BytesIO(made["parquet"])).rows() == [(42, "=1")]


def test_the_workbook_says_what_it_is(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has the query, its parameters, the edition and the day on a sheet of its own."""
    sql = "SELECT $country AS it, $day AS day"
    made = files(opened, monkeypatch, q=sql, p_country="KEN", lang="fr")
    with zipfile.ZipFile(io.BytesIO(made["xlsx"])) as book:
        texts = "".join(book.read(name).decode() for name in book.namelist() if "xml" in name)

    assert {sql, "$country", "KEN", "21\u00a0novembre 2026"} <= set(re.findall(r">([^<]+)<", texts))
    assert database.edition() in texts


def test_files_of_an_answer_that_was_cut_say_so(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has it on the first sheet of the workbook, which outlives the page."""
    monkeypatch.setattr(service, "LIMITS", replace(UNHURRIED, rows=5))
    made = files(opened, monkeypatch, q="FROM range(6) AS numbers(n)")
    with zipfile.ZipFile(io.BytesIO(made["xlsx"])) as book:
        texts = book.read("xl/sharedStrings.xml").decode()

    assert "5 (the first; there are more)" in texts


@pytest.mark.parametrize(("limit", "part"), [(5, "_first5"), (6, "")])
def test_names_of_files_say_whether_there_are_more(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, limit: int, part: str
) -> None:
    """It marks each of the four, and none that holds all rows."""
    names: list[str] = []
    monkeypatch.setattr(service, "LIMITS", replace(UNHURRIED, rows=limit))
    monkeypatch.setattr(st, "download_button", lambda *_, file_name, **__: names.append(file_name))
    opened(q="FROM range(6) AS numbers(n)")

    stem = f"answer_2026-11-21_{database.edition()}{part}"
    assert names[-4:] == [f"{stem}.{kind}" for kind in ("csv", "xlsx", "parquet", "json")]
