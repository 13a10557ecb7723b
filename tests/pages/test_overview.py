"""The Overview page as a reader meets it, on the real database."""

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import charts
from dashboard.theme import STATUS_COLOURS
from dashboard.words.i18n import Translator
from tests.helpers.cards_on_page import cards
from tests.helpers.charts_on_page import shown_charts
from tests.helpers.pages import open_page
from tests.helpers.sentences import numbers, row
from transforms import paths


@pytest.fixture
def opened(database: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """``opened(lang="fr")`` opens the page with that in its address."""
    monkeypatch.setattr(paths, "DATABASE", database)
    return open_page


@pytest.fixture
def query(connection: duckdb.DuckDBPyConnection) -> Callable[[str], int]:
    """``query("overdue")`` counts the commitments of 21 November 2026 for which that is true."""

    def query(condition: str) -> int:
        sql = f"SELECT count(*) FROM commitments_on(DATE '2026-11-21') WHERE {condition}"
        return int(connection.sql(sql).fetchall()[0][0])

    return query


def test_it_opens(opened: Callable[..., AppTest]) -> None:
    """It shows what the tracker is called and no error."""
    app = opened(as_of="2026-11-21")

    assert not app.exception
    assert app.title[0].value == "Policy-commitment tracker"


def test_a_newcomer_is_told_what_it_is_and_has_three_ways_in(
    opened: Callable[..., AppTest],
) -> None:
    """It says what it is about, and leads to a country, a topic and what is due."""
    for language, what in (("en", "Who promised what"), ("fr", "Qui a promis quoi")):
        words = [each.proto.body for each in opened(as_of="2026-11-21", lang=language).get("html")]
        [ways] = [text for text in words if 'class="ways"' in text]

        assert any(what in text for text in words)
        for page in ("countries?", "topics?", "due_state=overdue", "deadlines.ics"):
            assert page in ways


@pytest.mark.parametrize(
    ("condition", "label"),
    [
        ("true", "commitments"),
        ("id IN (SELECT min(id) FROM commitments GROUP BY instrument_id)", "adopted texts"),
        ("overdue", "overdue"),
        ("due_state IN ('due_now', 'within_90_days')", "due within 90 days"),
        ("status = 'not_assessed'", "not assessed"),
    ],
)
def test_each_number_is_the_databases(
    opened: Callable[..., AppTest], query: Callable[[str], int], condition: str, label: str
) -> None:
    """It shows what a question in SQL answers."""
    figures = {label: value for value, _, label in cards(opened(as_of="2026-11-21"))}

    assert figures[label] == f"{query(condition):,}"


def test_each_number_of_the_sentence_is_the_databases(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It says in words what the row of totals has, text by text and state by state."""
    totals = row(connection, "commitment_totals_on(DATE '2026-11-21')")
    unseen, made = totals["not_assessed"], totals["commitments"]

    sentence = opened(as_of="2026-11-21").markdown[0].value

    message = [made, totals["instruments"], totals["complete"], totals["overdue_commitments"]]
    message += [totals["due_soon"], 90, *([totals["not_judged"]] if totals["not_judged"] else [])]
    message += [unseen, round(100 * unseen / made)]
    assert numbers(sentence) == [21, 2026, *message]


def test_what_is_proposed_is_counted_beside(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It says how many commitments of how many texts are not counted."""
    totals = row(connection, "commitment_totals_on(DATE '2026-11-21')")
    [message] = [
        text.value for text in opened(as_of="2026-11-21").caption if "Not coun" in text.value
    ]

    assert numbers(message) == [totals["proposed"], totals["proposing_instruments"]]


def test_it_is_true_for_the_day_asked(opened: Callable[..., AppTest]) -> None:
    """It counts nothing that was made later."""
    sentence = opened(as_of="2024-03-22").markdown[0].value

    assert sentence.startswith("On 22 March 2024,")


def test_a_day_before_all_commitments_says_so(opened: Callable[..., AppTest]) -> None:
    """It shows no empty chart."""
    app = opened(as_of="1950-01-01")

    assert app.info[0].value == "No commitment had been made by 1 January 1950."
    assert not shown_charts(app)


def test_french_is_french(opened: Callable[..., AppTest]) -> None:
    """It leaves no text untranslated."""
    app = opened(as_of="2026-11-01", lang="fr")
    words = " ".join(element.value for element in [*app.markdown, *app.caption, *app.header])

    assert "Au 1er\u00a0novembre 2026" in words
    assert "[en]" not in words


def test_every_number_opens_its_rows(opened: Callable[..., AppTest]) -> None:
    """It links each status and each figure, with the day and the language kept."""
    addresses = [link for _, link, _ in cards(opened(as_of="2026-11-21", lang="fr"))]

    assert "commitments?lang=fr&as_of=2026-11-21&due_state=overdue" in addresses


def test_the_rows_are_labelled_in_the_readers_language(opened: Callable[..., AppTest]) -> None:
    """It names each column for readers, not as the database does."""
    for language in ("en", "fr"):
        table = opened(as_of="2026-11-21", lang=language).dataframe[0]
        labels = re.findall(r'"label": ?"([^"]*)"', table.proto.columns)

        assert labels
        assert not [label for label in labels if "_" in label]


def test_the_bars_set_what_was_judged_apart_from_what_was_not() -> None:
    """It draws the distribution of those judged, and beside it how many were judged at all."""
    marks = pl.DataFrame(
        [("complete", "done", 1), ("not_assessed", "?", 3), ("judged", "judged", 1)],
        schema=["mark", "label", "n"],
        orient="row",
    )

    bars = charts.status_bar(marks, Translator()).data

    assert [(bar.customdata[0], bar.x[0]) for bar in bars] == [
        ("complete", 1),
        ("judged", 0.25),
        ("not_assessed", 0.75),
    ]
    assert bars[0].marker.color == STATUS_COLOURS["complete"]
    assert bars[2].marker.pattern.shape == "/"
    [said] = bars[
        2
    ].hovertext  # Plotly's templates know what is said of each mark, and no text for all
    assert said.startswith("?: 3 (75%)")


def test_a_mark_in_the_address_opens_its_rows(
    opened: Callable[..., AppTest], query: Callable[[str], int]
) -> None:
    """It lists what a piece of the bar stands for, and says so on a chip that puts it away."""
    app = opened(as_of="2026-11-21", mark="status:limited")
    n = query("status = 'limited'")

    [rows] = opened_rows(app)
    chip = app.button(key="clear-status")
    assert chip.label == f"limited: {n} rows"
    assert rows.count('<tr role="row"><td') == n

    chip.click().run()

    assert not app.query_params.get("mark")
    assert opened_rows(app) == []


def opened_rows(app: AppTest) -> list[str]:
    """The lists of rows on the page."""
    bodies = [each.proto.body for each in app.get("html")]
    return [body for body in bodies if "<tbody" in body]


def test_milestones_are_those_of_the_database(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It lists the last six things that had happened, and the next six that were planned."""
    words = " ".join(text.value for text in opened(as_of="2024-12-31").markdown)

    for name in ("latest_events_on", "next_events_on"):
        rows = connection.sql(f"SELECT title_en FROM {name}(DATE '2024-12-31')").fetchall()
        assert all(title.split(":")[0] in words for [title] in rows[:6])


def test_a_past_day_does_not_know_what_was_planned_later(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It shows on the last day of 2024 nothing that a source said first in 2025."""
    titles = connection.sql("""
        SELECT title_en FROM timeline_on(DATE '2024-12-31') WHERE known_later
    """).fetchall()
    words = [text.value for text in opened(as_of="2024-12-31").markdown]

    assert titles
    assert not [title for [title] in titles for message in words if f"\n{title}  \n" in message]


def test_what_changed_lately_is_said_with_who_what_and_its_source(
    opened: Callable[..., AppTest], connection: duckdb.DuckDBPyConnection
) -> None:
    """It names what fell due, was completed, joined or was adopted, as links, each kind in turn."""
    changed = connection.sql("""
        SELECT record_id FROM changes_between(DATE '2026-08-23', DATE '2026-11-21')
        WHERE "change" = 'fell_due' ORDER BY changed_on_latest DESC, record_id
    """).fetchall()
    bodies = [each.proto.body for each in opened(as_of="2026-11-21").get("html")]
    [shown] = [text for text in bodies if '<ul class="dates lately">' in text]
    overdue = [line for line in shown.split("<li>") if "<b>Deadline passed</b>" in line]

    assert changed
    assert [key for (key,) in changed] == re.findall(
        r"commitments\?[^\"]*id=([^\"&]+)", str(overdue)
    )
    assert all('href="sources?' in line for line in shown.split("<li>")[1:])
    assert len(shown.split("<li>")) == 7


def test_the_last_visit_is_remembered_by_the_browser_alone(opened: Callable[..., AppTest]) -> None:
    """It leaves a line that the browser fills in, and none while two days are compared."""
    line = 'class="last-visit" hidden'
    alone, compared = opened(), opened(compare="2026-08-01")

    assert sum(line in each.proto.body for each in alone.get("html")) == 1
    assert not [each for each in compared.get("html") if line in each.proto.body]
