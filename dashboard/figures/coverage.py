"""How much of each table was read in full in its source."""

import polars as pl

from dashboard import charts
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.source import queries
from dashboard.theme import INK, VERIFICATION_COLOURS
from dashboard.words.i18n import Translator

READ, REST = "read", "rest"
SQL = "SELECT relation, rows, read_share, round(rows * read_share)::BIGINT AS read FROM coverage"


def _marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    """Return two marks for each table: what was read in full, and the rest."""
    rest, names = pl.col("rows") - pl.col("read"), _names(view.t)
    tables = queries.dictionary().filter(pl.col("column_name").is_null())
    called = dict(tables.select("relation", f"label_{view.t.language}").iter_rows())
    known = (
        frame.drop_nulls("read_share")
        .with_row_index("place")
        .with_columns(table=pl.col("relation").replace(called))
    )
    parts = (
        known.with_columns(
            mark=pl.concat_str("relation", pl.lit(part), separator="/"),
            label=pl.concat_str("table", pl.lit(names[part]), separator=" · "),
            n=n.cast(pl.Int64),
            part=pl.lit(part),
        )
        for part, n in ((READ, pl.col("read")), (REST, rest))
    )
    return pl.concat(parts).filter(pl.col("n") > 0).sort("place", maintain_order=True)


def _names(t: Translator) -> dict[str, str]:
    return {READ: t("read in full"), REST: t("read in part, or known from others")}


def _finding(marks: pl.DataFrame, view: View) -> str:
    tables = marks.unique("relation")
    read, rows = int(tables["read"].sum()), int(tables["rows"].sum())
    return view.t(
        "{share} of the {n} rows rest on a source that was read in full",
        share=view.t.percent(read / rows),
        n=rows,
    )


def _behind(view: View, mark: str) -> MarkRows:
    relation, _, part = mark.rpartition("/")
    sql = "FROM fact_sources WHERE relation = $relation AND is_read = $is_read"
    query = Query(sql, {"relation": relation, "is_read": part == READ})
    return MarkRows(query, "fact_sources", ("row_id", "source_id", "locator", "dated_on"))


def _looks(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    colours = {READ: VERIFICATION_COLOURS["read"], REST: INK}
    return {part: Look(words, "■", colours[part]) for part, words in _names(view.t).items()}


def _part(view: View, part: str) -> MarkRows:
    sql = (
        "FROM fact_sources WHERE is_read = $is_read AND relation IN"
        " (SELECT relation FROM coverage WHERE read_share IS NOT NULL)"
    )
    columns = ("relation", "row_id", "source_id", "locator", "dated_on")
    return MarkRows(Query(sql, {"is_read": part == READ}), "fact_sources", columns)


COVERAGE = Chart(
    name="coverage",
    page="data",
    query=lambda view: Query(SQL, {}),
    marks=_marks,
    draw=lambda marks, view: charts.read_share(
        marks.unique("relation", maintain_order=True), view.t, set(marks["part"])
    ),
    title=_finding,
    subtitle=lambda view: view.t(
        "Rows by table; of commitments, whether their own wording was read."
    ),
    behind=_behind,
    legend=Legend.of("part", _looks, _part),
    parameters=("part",),
)
