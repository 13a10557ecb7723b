"""What was put to the vote, with which result, and who voted how."""

import dataframely as dy
import polars as pl

from transforms.schema.columns import (
    code,
    confidence,
    identifier,
    locator,
    partial_date,
    reference,
    source,
    text,
    whole_number,
)


class VoteTally(dy.Schema):
    """One vote of a body on a text or a body, as its tally was announced."""

    heading_en = "Votes"
    heading_fr = "Votes"
    fr = "Un vote d'un organe sur un texte ou un organe, avec le décompte annoncé."

    id = identifier("Key of the vote.", "Clé du vote.")
    instrument_id = reference("instruments", "On which text.", "Sur quel texte.", nullable=True)
    about_actor_id = reference(
        "actors",
        "On which body, where the vote was not on a text.",
        "Sur quel organe, si le vote ne portait pas sur un texte.",
        nullable=True,
    )
    body_id = reference("actors", "Who voted.", "Qui a voté.")
    held_on = partial_date("When.", "Quand.", nullable=False, dates_the_fact=True)
    votes_for = whole_number("Votes in favour.", "Voix pour.")
    votes_against = whole_number("Votes against.", "Voix contre.")
    abstentions = whole_number("How many abstained.", "Nombre d'abstentions.")
    absences = whole_number(
        "Members that did not vote; empty where no source says.",
        "Membres qui n'ont pas voté ; vide si aucune source ne le dit.",
        nullable=True,
    )
    note_en = text(
        "What else a reader should know.",
        "Ce qu'il faut savoir de plus (en anglais).",
        nullable=True,
    )
    note_fr = text("The note in French.", "Ce qu'il faut savoir de plus.", nullable=True)
    source_id = source()
    locator = locator()
    confidence = confidence()

    @dy.rule()
    def on_exactly_one_thing(cls) -> pl.Expr:
        """A vote is on a text or on a body."""
        return pl.col("instrument_id").is_null() != pl.col("about_actor_id").is_null()

    @dy.rule()
    def somebody_voted(cls) -> pl.Expr:
        """A vote in which nobody took part is none."""
        return pl.col("votes_for") + pl.col("votes_against") + pl.col("abstentions") > 0


class Vote(dy.Schema):
    """What one actor chose in a vote, where a source names it."""

    heading_en = "Who voted how"
    heading_fr = "Qui a voté quoi"
    fr = "Le choix d'un acteur dans un vote, si une source le nomme."

    tally_id = reference("vote_tallies", "In which vote.", "Dans quel vote.", key=True)
    actor_id = reference("actors", "Who voted.", "Qui a voté.", key=True)
    choice = code("vote_choice", "What it chose.", "Son choix.")
    source_id = source()
    locator = locator()
    confidence = confidence()
