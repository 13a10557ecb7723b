"""The answer on the SQL page: as a chart, as files, cut, awaited and cancelled."""

import io
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import polars as pl
import pytest
import streamlit as st

from dashboard import asking, queries
from dashboard.components import sql_files
from dashboard.sandbox import Answer, Progress
from tests.sql_page import Opened, answer, opener, said

COUNTS = "SELECT kind, count(*) AS n FROM actors GROUP BY ALL ORDER BY n DESC, kind"


@pytest.fixture
def opened(duplicate: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """``opened(q="SELECT 1")`` opens the page with that in its address."""
    return opener(duplicate, monkeypatch)


def test_no_chart_is_drawn_until_one_is_chosen(opened):
    """It shows the table, and which charts fit it."""
    app = opened(q=COUNTS)

    assert len(app.get("plotly_chart")) == 0
    assert app.get("button_group")


def test_a_link_restores_the_chart(opened):
    """It draws what the address says, with the finding for those who cannot see it."""
    app = opened(q=COUNTS, chart="bars", x="kind", y="n")
    [figure] = app.get("plotly_chart")
    [link] = [code.value for code in app.code if "q=" in code.value]

    assert figure.proto.alt.startswith("n by kind: ")
    assert parse_qs(urlsplit(link).query)["chart"] == ["bars"]
    assert answer(app)


def test_a_chart_with_too_many_marks_says_so(opened):
    """It shows the table and what would make a chart possible."""
    app = opened(q="SELECT 'n' || n AS name, n FROM range(101) AS r(n)", chart="bars", x="name")

    assert not app.get("plotly_chart")
    assert "This would be 101 marks" in said(app)


@pytest.mark.parametrize("asked", [{"chart": "pie"}, {"chart": "bars", "x": "no", "y": "no"}])
def test_a_chart_that_does_not_fit_is_not_an_error(opened, asked):
    """It takes what fits instead."""
    app = opened(q=COUNTS, **asked)

    assert not app.exception
    assert not app.error


def test_nothing_to_draw_offers_no_chart(opened):
    """It is silent where there are no rows."""
    assert not opened(q="SELECT 1 AS one WHERE false").get("button_group")[1:]


def test_texts_that_were_cut_are_said_to_be(opened, monkeypatch):
    """It does not pass the beginning of a text for all of it."""
    cut = Answer(pl.DataFrame({"a": ["b..."]}), ("VARCHAR",), 0.1, truncated=False, cut=True)
    monkeypatch.setattr(asking, "ask", lambda *asked: cut)

    assert "they end in `...`" in said(opened(q="SELECT 1"))


def test_columns_of_our_relations_have_their_meaning(opened):
    """It explains a column that it knows, in the reader's language."""
    app = opened(q="SELECT id, due_on FROM commitments LIMIT 1", lang="fr")
    config = app.dataframe[-1].proto.columns

    assert json.loads(config)["due_on"]["help"] == "Pour quand, si le texte fixe une date."


@pytest.mark.parametrize(
    ("told", "lang", "words"),
    [
        ([Progress(2, 0.2)], "en", "Waiting in line, 2 questions ahead, 0 s."),
        ([Progress(0, 0.2)], "en", "Waiting in line, the next, 0 s."),
        ([Progress(1, 0.2), Progress(None, 3.4)], "en", "Running, 3 s."),
        ([Progress(1, 1.2)], "fr", "1 question devant, 1 s."),
    ],
)
def test_a_wait_is_told_and_can_be_ended(opened, monkeypatch, told, lang, words):
    """It says what the question waits for, beside a button."""

    def ask(sql, values, tell):
        for progress in told:
            tell(progress)
        st.stop()  # as a click does

    monkeypatch.setattr(asking, "ask", ask)
    app = opened(q="SELECT 1 AS a", lang=lang)

    assert words in said(app)
    assert app.button(key="sql-cancel")


def test_a_cancelled_question_stays_and_can_be_asked_again(opened):
    """It does not ask by itself what the reader gave up."""
    app = opened(q="SELECT 1 AS one")
    app.session_state["sql-cancelled"] = ("SELECT 1 AS one", ())
    app.run()
    assert "You cancelled this question" in said(app)
    assert not [it for it in app.dataframe if "one" in it.value]

    app.button(key="sql-again").click().run()

    assert answer(app) == [{"one": 1}]


def test_days_that_no_text_file_can_hold_are_said(opened, monkeypatch):
    """It offers Parquet, and says in words why the other files are not there."""
    far = pl.DataFrame({"day": pl.Series([10_000_000], dtype=pl.Int32).cast(pl.Date)})
    monkeypatch.setattr(asking, "ask", lambda *asked: Answer(far, ("DATE",), 0.1, truncated=False))
    app = opened(q="SELECT 1")

    assert not app.exception
    assert "cannot be written to CSV, Excel or JSON" in said(app)
    assert [it.proto.disabled for it in app.get("download_button")] == [True, True, False, True]


def files(opened, monkeypatch, **asked) -> dict[str, bytes]:
    """Return the files that the page offers for an answer, by kind."""
    offered = {}
    monkeypatch.setattr(
        sql_files, "_file", lambda kind, label, data, *_: offered.update({kind: data})
    )
    opened(**asked)
    return {kind: data() for kind, data in offered.items()}


def test_every_file_holds_the_answer(opened, monkeypatch):
    """It writes the same rows in each form, and neutralises formulas where they would run."""
    made = files(opened, monkeypatch, q="SELECT 42 AS n, '=1' AS formula")

    assert made["csv"].decode() == "n,formula\n42,'=1\n"
    assert json.loads(made["json"]) == [{"n": 42, "formula": "=1"}]
    assert pl.read_parquet(io.BytesIO(made["parquet"])).rows() == [(42, "=1")]


def test_the_workbook_says_what_it_is(opened, monkeypatch):
    """It has the question, its parameters, the edition and the day on a sheet of its own."""
    sql = "SELECT $country AS it, $day AS day"
    made = files(opened, monkeypatch, q=sql, p_country="KEN", lang="fr")
    with zipfile.ZipFile(io.BytesIO(made["xlsx"])) as book:
        texts = "".join(book.read(name).decode() for name in book.namelist() if "xml" in name)

    assert {sql, "$country", "KEN", "21 novembre 2026"} <= set(re.findall(r">([^<]+)<", texts))
    assert queries.edition() in texts
