"""Topics by how well the needs stated in them are answered."""

import polars as pl

from dashboard import charts
from dashboard.charts.topics import ANSWERS
from dashboard.figures.capacity import NEEDS, developing
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.filtering.rows import query_for
from dashboard.source import database
from dashboard.theme import GAP_COLOURS

WORTH = {answer: worth for worth, answer in enumerate(ANSWERS)}
"""Of an answer, for the order of the topics: nothing, words, a programme."""
COLUMNS = {
    "nothing": "unanswered",
    "commitment_only": "answered_by_commitment_only",
    "initiative": "answered_by_initiative",
}
"""How the view calls the number of needs with each answer."""
NAMED = 4
"""How many topics the title names."""


def _stated(view: View) -> Query:
    return query_for("needs_on", view.day, {}, developing_as=developing(view))


def _query(view: View) -> Query:
    # Word for word what the page asks beside it, so that it is asked once.
    sql = "FROM topic_answers_on(day := $day, developing_as := $developing_as)"
    return Query(sql, {"day": database.turn(view.day), "developing_as": developing(view)})


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return a mark for each topic and answer: the topics whose needs are answered worst first."""
    t = view.t
    words = {answer: t(text) for answer, text in ANSWERS.items()}
    answer = pl.col("answer").replace_strict(words, return_dtype=pl.String)
    topic = pl.col(f"focus_area_{t.language}")
    counted = frame.rename({column: answer for answer, column in COLUMNS.items()}).unpivot(
        list(COLUMNS),
        index=["rank", "focus_area_id", topic.meta.output_name(), "needs"],
        variable_name="answer",
        value_name="n",
    )
    return (
        counted.filter(pl.col("n") > 0)
        .with_columns(
            topic=topic,
            n=pl.col("n").cast(pl.Int64),
            worth=pl.col("answer").replace_strict(WORTH, return_dtype=pl.Int64),
            mark=pl.concat_str("focus_area_id", "answer", separator="/"),
            label=pl.concat_str(topic, answer, separator=" · "),
        )
        .with_columns(least=pl.col("worth").min().over("focus_area_id"))
        .with_columns(most=pl.col("worth").max().over("focus_area_id"))
        .sort("rank", "worth")
    )


def _finding(marks: pl.DataFrame, view: View) -> str:
    """Name the topics without a programme for any need; those with an answer missing, if none."""
    t = view.t
    whole = marks.unique("focus_area_id", maintain_order=True)
    without = whole.filter(pl.col("least") < WORTH["initiative"])
    none = whole.filter(pl.col("most") < WORTH["initiative"])
    if without.is_empty():
        return t("A programme answers every need that is stated")
    worst = none if none.height else without
    named = [
        t.plural("{topic} ({n} need)", "{topic} ({n} needs)", n, topic=topic)
        for topic, n in worst.head(NAMED).select("topic", "needs").iter_rows()
    ]
    more = worst.height - len(named)
    named += [t.plural("{n} more topic", "{n} more topics", more)] if more else []
    topics = t.join(named)
    if none.height:
        return t("Worst off, without a programme for those concerned: {topics}", topics=topics)
    return t("Not every need has a programme: {topics}", topics=topics)


def _behind(view: View, mark: str) -> MarkRows:
    area, _, answer = mark.rpartition("/")
    of = _stated(view)
    where = "focus_area_id = $area AND coalesce(answer, 'nothing') = $answer"
    query = Query(f"FROM ({of.sql}) WHERE {where}", {**of.values, "area": area, "answer": answer})
    return MarkRows(query, "needs_on", NEEDS)


def _looks(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    signs = {"nothing": "■", "commitment_only": "▨", "initiative": "■"}
    colours = {
        "nothing": GAP_COLOURS["need_without_offer"],
        "commitment_only": GAP_COLOURS["need_and_offer"],
        "initiative": GAP_COLOURS["need_and_offer"],
    }
    return {
        answer: Look(view.t(words), signs[answer], colours[answer])
        for answer, words in ANSWERS.items()
    }


def _answered(view: View, answer: str) -> MarkRows:
    of = _stated(view)
    query = Query(
        f"FROM ({of.sql}) WHERE coalesce(answer, 'nothing') = $answer",
        {**of.values, "answer": answer},
    )
    return MarkRows(query, "needs_on", NEEDS)


TOPICS = Chart(
    name="topics",
    page="capacity",
    query=_query,
    marks=_marks,
    draw=lambda marks, view: charts.topics(marks, view.t),
    title=_finding,
    subtitle=lambda view: view.t(
        "Needs that texts state, by topic and by what answers them for the group concerned; the"
        " worst answered first. A topic with one need ranks by one voice."
    ),
    behind=_behind,
    legend=Legend.of("answer", _looks, _answered),
    parameters=("developing",),
)
