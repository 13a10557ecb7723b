"""The chart of one country: what it joined, did and said, in time."""

import polars as pl

from dashboard import charts
from dashboard.charts.country_history import KINDS, WORDS
from dashboard.figures.declared import Chart, MarkRows, View
from dashboard.figures.legend import Legend, Look
from dashboard.filtering.query import Query
from dashboard.shaping.acronyms import acronyms
from dashboard.source import queries
from dashboard.theme import MILESTONE_COLOURS
from dashboard.words.labels import languages

HISTORY = """
SELECT
    CASE WHEN body_kind = 'instrument' THEN 'act' ELSE 'membership' END AS kind, row_table, row_id,
    coalesce(organization_id, instrument_id) AS body_id, COLUMNS('^body_({languages})$'),
    role AS detail, role_vocabulary AS detail_vocabulary, joined_on AS since,
    joined_on_earliest AS since_earliest, joined_on_latest AS since_latest, left_on AS until,
    left_on_earliest AS until_earliest, left_on_latest AS until_latest
FROM participations
WHERE member_id IN (SELECT actor_id FROM actor_lanes WHERE lane_id = $country)
    AND body_kind <> 'country_group' AND derivation = 'declared'
    AND (joined_on_earliest IS NULL OR joined_on_earliest <= $day)
UNION ALL BY NAME
SELECT
    'position' AS kind, row_table, id AS row_id, subject_id AS body_id,
    COLUMNS('^subject_({languages})$') AS 'body_\\1', detail, detail_vocabulary, since,
    since_earliest, since_latest
FROM country_events($country, $day)
WHERE section = 'position' AND derivation = 'declared'
ORDER BY since_latest, body_id, detail
"""
FROM = ("source_id", "locator")
POSITION = ("position", "instrument_id", "body_id", "on_date", *FROM)
PARTICIPATION = ("organization_id", "instrument_id", "role", "joined_on", "left_on", *FROM)


def _history(view: View) -> Query:
    sql = HISTORY.format(languages="|".join(languages()))
    return Query(" ".join(sql.split()), {"country": view.value("country"), "day": view.day})


def _history_marks(frame: pl.DataFrame, view: View) -> pl.DataFrame:
    name = pl.col(f"body_{view.t.language}")
    descriptions = [
        view.t.label(row["detail_vocabulary"], row["detail"])
        + (f", {view.t.partial_date(row['since'])}" if row["since"] else "")
        for row in frame.iter_rows(named=True)
    ]
    return frame.with_columns(
        mark=pl.concat_str("row_table", "row_id", separator="/"),
        label=pl.concat_str(name, pl.Series(descriptions, dtype=pl.String), separator=" · "),
        body=name,
        n=pl.lit(1, pl.Int64),
    )


def _history_finding(marks: pl.DataFrame, view: View) -> str:
    t = view.t
    named = queries.rows_by_key("actors", [view.value("country") or ""])
    dated = marks.drop_nulls("since")
    if dated.is_empty():
        return t(
            "{name}: no accession or act with a date",
            name=t.localized(named.row(0, named=True), "name"),
        )
    last = dated.row(-1, named=True)
    return t.plural(
        "{n} accession, act or position of {name}; the newest: {last}",
        "{n} accessions, acts and positions of {name}; the newest: {last}",
        marks.height,
        name=t.localized(named.row(0, named=True), "name"),
        last=f"{last['body']}, {t.partial_date(last['since'])}",
    )


def _history_behind(view: View, mark: str) -> MarkRows:
    table, _, key = mark.partition("/")
    if table == "positions":
        query = Query("FROM positions WHERE id = $key", {"key": key})
        return MarkRows(query, "positions", POSITION)
    sql = "FROM participations WHERE row_table = $table AND row_id = $key"
    return MarkRows(Query(sql, {"table": table, "key": key}), "participations", PARTICIPATION)


def _history_looks(marks: pl.DataFrame, view: View) -> dict[str, Look]:
    signs = {"membership": "●", "act": "◆", "position": "■"}
    return {
        kind: Look(view.t(words), signs[kind], MILESTONE_COLOURS[KINDS[kind]])
        for kind, words in WORDS.items()
    }


def _of_kind(view: View, kind: str) -> MarkRows:
    of = _history(view)
    relation, key = ("positions", "id") if kind == "position" else ("participations", "row_id")
    pairs = "" if kind == "position" else "row_table, "
    sql = (
        f"FROM {relation} WHERE ({pairs}{key}) IN"
        f" (SELECT ({pairs}row_id) FROM ({of.sql}) WHERE kind = $kind)"
    )
    columns = POSITION if kind == "position" else PARTICIPATION
    return MarkRows(Query(sql, {**of.values, "kind": kind}), relation, columns)


COUNTRY = Chart(
    name="country-history",
    page="countries",
    query=_history,
    marks=_history_marks,
    draw=lambda marks, view: charts.country_history(
        marks, view.t, view.day, acronyms(queries.names("actor", marks["body_id"]), view.t.language)
    ),
    title=_history_finding,
    subtitle=lambda view: view.t(
        "A line for each body or text up to the day; dotted where the source leaves the day open."
    ),
    behind=_history_behind,
    legend=Legend.of("kind", _history_looks, _of_kind),
    parameters=("country",),
    example={"country": ("KEN",)},
)
