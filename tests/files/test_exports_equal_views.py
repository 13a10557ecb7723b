"""What a reader takes away is what the page shows: random states of all eight pages."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.components.common import tables
from dashboard.components.common.table_export import TableExport
from dashboard.navigation import MENU
from tests.helpers.exported import cell, check_csv, check_list, check_screen, check_workbook, parsed
from tests.helpers.pages import open_page
from tests.helpers.random_states import Query, States
from tests.helpers.sql_page import answer_nearby

pytestmark = pytest.mark.slow

STATES = 4
"""States of each page."""
WORKBOOKS = 3
"""Every so many states the workbooks are read too."""


@dataclass
class Screen:
    """What one run of a page showed and offered, by the key of the table or the file."""

    frames: dict[str, pl.DataFrame] = field(default_factory=dict)
    shown: dict[str, TableExport] = field(default_factory=dict)
    files: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    lists: list[str] = field(default_factory=list)
    """Lists of links, as HTML."""

    def clear(self) -> None:
        """Forget the run before."""
        for each in (self.frames, self.shown, self.files, self.names, self.lists):
            each.clear()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Hears what a page hands to Streamlit and to its files, and passes it on."""
    screen = Screen()
    drawn, offered = DeltaGenerator.dataframe, tables.__dict__["download_buttons"]
    button, html = st.download_button, st.html

    def dataframe(place: DeltaGenerator, frame: pl.DataFrame, **more: Any) -> Any:
        screen.frames[more["key"].removeprefix("table-")] = frame
        return drawn(place, frame, **more)

    def offer(shown: TableExport, key: str) -> None:
        screen.shown[key] = shown
        offered(shown, key)

    def download_button(label: str, **more: Any) -> Any:
        screen.files[more["key"]] = more["data"]
        screen.names[more["key"]] = more["file_name"]
        return button(label, **more)

    def listed(markup: str | Path, **more: Any) -> Any:
        if '<table class="records dense"' in str(markup):
            screen.lists.append(str(markup))
        return html(markup, **more)

    monkeypatch.setattr(DeltaGenerator, "dataframe", dataframe)
    monkeypatch.setattr(st, "html", listed)
    monkeypatch.setattr(st, "dataframe", partial(dataframe, st.__dict__["_main"]))
    monkeypatch.setattr(st, "download_button", download_button)
    monkeypatch.setattr(tables, "download_buttons", offer)
    return screen


@pytest.fixture
def opened(screen: Screen, database: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """``opened("members")`` gives a function that shows a state of that page."""
    answer_nearby(database, monkeypatch)

    def opened(page: str) -> Callable[[Query], Screen]:
        app = open_page(page)

        def show(state: Query) -> Screen:
            screen.clear()
            app.query_params.clear()
            for name, values in state.items():
                app.query_params[name] = values
            app.run()
            assert not app.exception, state
            return screen

        return show

    return opened


@pytest.mark.parametrize("page", [name for name in MENU if name != "sql"])
def test_files_of_a_table_hold_what_the_page_shows(
    opened: Callable[..., Any], connection: duckdb.DuckDBPyConnection, page: str
) -> None:
    """It takes every column and row of the screen along, and adds a key and where it is from."""
    show, tally = opened(page), Counter[str]()
    for number, state in enumerate(States(connection, page).drawn(page, STATES)):
        screen = show(state)
        for key, shown in screen.shown.items():
            rows = parsed(screen.files[f"csv-{key}"]())
            check_csv(rows, shown, state)
            if key in screen.frames:
                words = screen.frames[key]
            else:
                [markup] = screen.lists
                check_list(rows, markup, state)
                words = shown.words()
            check_screen(rows, shown, words, state)
            name = screen.names[f"csv-{key}"]
            assert re.match(rf"{shown.name}_(\w[\w-]*_)?{state['as_of'][0]}_", name), name
            tally.update(tables=1, rows=len(rows) - 1, cells=(len(rows) - 1) * len(rows[0]))
            if number % WORKBOOKS == 0:
                check_workbook(screen.files[f"xlsx-{key}"](), shown, words)
                tally.update(workbooks=1)
        tally.update(states=1, states_with_tables=int(bool(screen.shown)))
    print(page, dict(tally))
    assert tally["states_with_tables"] > STATES / 3


def test_the_file_of_an_answer_holds_the_answer(
    opened: Callable[..., Any], connection: duckdb.DuckDBPyConnection
) -> None:
    """It has exactly the columns and rows that the SQL page shows."""
    show, tally = opened("sql"), Counter[str]()
    for state in States(connection, "sql").drawn("sql", STATES):
        screen = show(state)
        answer = screen.frames.get("answer")
        if answer is not None:
            header, *rows = parsed(screen.files["answer-csv"]())
            assert header == answer.columns
            assert rows == [[cell(value) for value in row] for row in answer.iter_rows()], state
            tally.update(tables=1, rows=len(rows), cells=len(rows) * len(header))
        tally.update(states=1)
    print("sql", dict(tally))
    assert tally["tables"] > STATES / 2
