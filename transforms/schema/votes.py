"""What was put to the vote, with which result, and who voted how."""

import dataframely as dy
import polars as pl

from transforms.schema.columns import (
    Attested,
    Sourced,
    code,
    identifier,
    localized,
    partial_date,
    reference,
    whole_number,
)


class VoteTally(Sourced, Attested):
    """One vote of a body on a text or a body, as its tally was announced."""

    heading = "Votes"

    id = identifier("Key of the vote.")
    instrument_id = reference("instruments", "On which text.", nullable=True)
    about_actor_id = reference(
        "actors", "On which body, where the vote was not on a text.", nullable=True
    )
    body_id = reference("actors", "Who voted.")
    held_on = partial_date("When.", nullable=False, dates_the_fact=True)
    votes_for = whole_number("Votes in favour.")
    votes_against = whole_number("Votes against.")
    abstentions = whole_number("How many abstained.")
    absences = whole_number("Members that did not vote; empty where no source says.", nullable=True)
    note = localized("What else a reader should know.", nullable=True)

    @dy.rule()
    def on_exactly_one_thing(cls) -> pl.Expr:
        """A vote is on a text or on a body."""
        return pl.col("instrument_id").is_null() != pl.col("about_actor_id").is_null()

    @dy.rule()
    def somebody_voted(cls) -> pl.Expr:
        """A vote in which nobody took part is none."""
        return pl.col("votes_for") + pl.col("votes_against") + pl.col("abstentions") > 0


class Vote(Sourced, Attested):
    """What one actor chose in a vote, where a source names it."""

    heading = "Who voted how"

    tally_id = reference("vote_tallies", "In which vote.", key=True)
    actor_id = reference("actors", "Who voted.", key=True)
    choice = code("vote_choice", "What it chose.")
