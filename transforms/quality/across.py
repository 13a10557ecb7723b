"""What the tables must agree on with each other; each check is a fact about the world."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.quality.findings import TableFinding, Tables, in_table
from transforms.quality.memberships import (
    nobody_is_in_twice,
    nobody_joins_before_the_founding,
    nobody_joins_itself,
    nobody_stays_after_the_end,
)
from transforms.quality.texts import (
    no_text_descends_from_itself,
    nobody_signs_what_is_not_there,
    nothing_is_due_before_its_text,
    parts_stand_in_their_own_text,
)
from transforms.quality.votes import nobody_outvotes_the_tally, nobody_votes_on_what_is_not_there
from transforms.schema import TABLES
from transforms.settings import LETTERS

_COUNTRIES = ["state", "territory"]
"""What an actor can be that is in the list of countries and areas."""
_RESTS_ELSEWHERE = {"citations", "omissions"}
"""Tables whose rows do not rest on the source that they name."""


def sources_were_opened(tables: Tables) -> Iterator[TableFinding]:
    """A fact rests on a source that somebody read."""
    closed = tables["sources"].filter(pl.col("read_as") == "not_opened").select("id").drop_nulls()
    for name, schema in TABLES.items():
        if "source_id" in schema.columns() and name not in _RESTS_ELSEWHERE:
            cells = tables[name].select("line", "source_id")
            unread = cells.join(closed, left_on="source_id", right_on="id", how="semi")
            yield from in_table(name, unread, "source_id", _unopened)


def countries_are_actors(tables: Tables) -> Iterator[TableFinding]:
    """A country can sign and join, so it is an actor under the same key."""
    countries = tables["countries"].select("line", "id").drop_nulls()
    lacking = countries.join(tables["actors"].select("id"), on="id", how="anti")
    yield from in_table("countries", lacking, "id", _no_actor)
    kinds = tables["actors"].select("id", pl.col("kind").cast(pl.String))
    others = countries.join(kinds, on="id").filter(~pl.col("kind").is_in(_COUNTRIES)).sort("line")
    yield from in_table("countries", others, "id", _no_country)


def acts_are_recorded_once(tables: Tables) -> Iterator[TableFinding]:
    """One act of one actor towards one text on one day is one row."""
    act = ["actor_id", "instrument_id", "act", "on_date"]
    acts = tables["adherences"].select("line", *act).drop_nulls()
    first = acts.with_columns(first=pl.col("line").min().over(act))
    again = first.filter(pl.col("line") > pl.col("first")).select("line", "first")
    yield from in_table(
        "adherences", again, "actor_id", lambda line: f"the same act is on line {line}"
    )


def what_was_held_has_evidence(tables: Tables) -> Iterator[TableFinding]:
    """What lies after all evidence is planned; nobody can have seen it held."""
    evidence = (tables[name].select(day=latest(pl.col(date))) for name, date in _EVIDENCE)
    newest = pl.concat(evidence).select(pl.col("day").max()).item()
    held = tables["milestones"].filter(pl.col("status") == "held")
    ahead = held.filter(earliest(pl.col("happened_on")) > pl.lit(newest, pl.Date))
    yield from in_table(
        "milestones",
        ahead.select("line", "happened_on"),
        "status",
        lambda day: f"status is 'held', but {day} is after the newest evidence ({newest})",
    )


def nothing_is_known_before_it_happens(tables: Tables, today: date) -> Iterator[TableFinding]:
    """Nobody has assessed, or seen held, what lies in the future.

    The present is today, or the day of the newest source where the clock of a machine is behind.
    """
    published = tables["sources"].select(latest(pl.col("published_on")).max()).item()
    present = max(today, published or today)
    held = tables["milestones"].filter(pl.col("status") == "held")
    for name, rows, column in (
        ("assessments", tables["assessments"], "as_of"),
        ("milestones", held, "happened_on"),
    ):
        ahead = rows.filter(earliest(pl.col(column)) > pl.lit(present, pl.Date))
        yield from in_table(name, ahead.select("line", column), column, _in_the_future(column))


def names_are_given_once(tables: Tables) -> Iterator[TableFinding]:
    """Two keys with one name are mostly one thing that was entered twice."""
    for name in ("actors", "initiatives", "focus_areas"):
        columns = [
            column for column in tables[name].columns if re.fullmatch(f"name_{LETTERS}", column)
        ]
        names = pl.concat(
            tables[name].select("line", "id", folded=pl.col(column).str.to_lowercase())
            for column in columns
        ).drop_nulls()
        first = (
            names.sort("line")
            .group_by("folded")
            .agg(pl.col("line", "id").sort_by("line"), pl.col("id").n_unique().alias("keys"))
        )
        again = (
            first.filter(pl.col("keys") > 1)
            .select(
                pl.col("line").list.last(),
                other=pl.col("line").list.first(),
                key=pl.col("id").list.first(),
                called="folded",
            )
            .sort("line", "called")
            .unique("line", keep="first", maintain_order=True)
        )
        yield from in_table(name, again, columns[0], _same_name)


_EVIDENCE = (
    ("sources", "published_on"),
    ("assessments", "as_of"),
    ("reported_counts", "as_of"),
    ("actor_figures", "as_of"),
    ("initiative_figures", "as_of"),
)

ACROSS: tuple[Callable[[Tables], Iterator[TableFinding]], ...] = (
    sources_were_opened,
    countries_are_actors,
    nobody_is_in_twice,
    nobody_joins_itself,
    nobody_joins_before_the_founding,
    nobody_stays_after_the_end,
    acts_are_recorded_once,
    nobody_signs_what_is_not_there,
    nothing_is_due_before_its_text,
    no_text_descends_from_itself,
    parts_stand_in_their_own_text,
    nobody_outvotes_the_tally,
    nobody_votes_on_what_is_not_there,
    what_was_held_has_evidence,
)
"""Every check; each needs only the columns that it names."""
DOUBTS: tuple[Callable[[Tables], Iterator[TableFinding]], ...] = (names_are_given_once,)
"""What is reported as a warning: it is mostly, but not always, wrong."""


def _in_the_future(column: str) -> Callable[[str], str]:
    return lambda day: f"{column} {day} lies in the future: nobody can know of it yet"


def _same_name(other: int, key: str, name: str) -> str:
    return f"{name!r} is also the name of {key!r} on line {other}: is it the same?"


def _unopened(source: str) -> str:
    return f"source_id {source!r} was never opened; name a source in which the fact was read"


def _no_actor(country: str) -> str:
    return f"id {country!r} is no actor; give it a row in actors.csv, or take it out here"


def _no_country(actor: str, kind: str) -> str:
    return f"id {actor!r} is of kind {kind!r} in actors.csv; write state or territory"
