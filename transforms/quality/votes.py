"""What was put to the vote: who can have voted, and how often."""

from collections.abc import Callable, Iterator

import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.quality.findings import TableFinding, Tables, in_table, too_early

_COUNTED = {
    "for": "votes_for",
    "against": "votes_against",
    "abstain": "abstentions",
    "absent": "absences",
}
"""The column of a tally that counts each choice."""


def nobody_outvotes_the_tally(tables: Tables) -> Iterator[TableFinding]:
    """No more voters are named for a choice than its tally counts."""
    for choice, counted in _COUNTED.items():
        named = (
            tables["votes"]
            .filter(pl.col("choice").cast(pl.String) == choice)
            .group_by("tally_id")
            .agg(pl.len().alias("named"), pl.col("line").max())
        )
        tallies = tables["vote_tallies"].select(tally_id="id", counted=counted).drop_nulls()
        more = named.join(tallies, on="tally_id").filter(pl.col("named") > pl.col("counted"))
        rows = more.select("line", "tally_id", "named", "counted").sort("line")
        yield from in_table("votes", rows, "choice", _outvoted(choice))


def nobody_votes_on_what_is_not_there(tables: Tables) -> Iterator[TableFinding]:
    """A text is put to the vote once it was put forward."""
    # Where no day of the draft is known, a committee can have voted long before the adoption.
    proposed = tables["instruments"].select("id", appeared_on="proposed_on").drop_nulls()
    held = tables["vote_tallies"].join(proposed, left_on="instrument_id", right_on="id")
    early = held.filter(latest(pl.col("held_on")) < earliest(pl.col("appeared_on")))
    rows = early.select("line", "held_on", "instrument_id", "appeared_on").sort("line")
    yield from in_table("vote_tallies", rows, "held_on", too_early)


def _outvoted(choice: str) -> Callable[[str, int, int], str]:
    def message(tally: str, named: int, counted: int) -> str:
        return f"{named} voters are named {choice!r} in {tally!r}, and its tally counts {counted}"

    return message
