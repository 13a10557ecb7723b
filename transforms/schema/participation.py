"""Who takes part in what, since when, and how many are said to."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema.columns import (
    Attested,
    Sourced,
    code,
    identifier,
    localized,
    number,
    partial_date,
    reference,
    text,
    whole_number,
)
from transforms.schema.sums import Sum


class Membership(Sourced, Attested):
    """An actor's time in an organization, body or group, in one role."""

    heading = "Memberships"

    id = identifier("Key of the membership.")
    member_id = reference("actors", "Who is in.")
    organization_id = reference("actors", "In what.")
    role = code(
        "membership_role",
        "As what; members and founding members are counted, the other roles are not.",
    )
    joined_on = partial_date("First day of membership.", nullable=False, dates_the_fact=True)
    left_on = partial_date("First day on which it was no longer in; empty if still in.")
    expected_left_on = partial_date(
        "First day on which it is expected to be no longer in: from then on it may be in, until a"
        " source says that it left."
    )
    basis = code("derivation", "Whether declared, or derived from something else.")
    note = localized("What else a reader should know.", nullable=True)

    @dy.rule()
    def left_after_joining(cls) -> pl.Expr:
        """A member leaves after it joins; left_on is the first day on which it was out."""
        return latest(pl.col("left_on")) > earliest(pl.col("joined_on"))

    @dy.rule()
    def expected_to_leave_after_joining(cls) -> pl.Expr:
        """The planned end of a membership comes after it began."""
        return latest(pl.col("expected_left_on")) > earliest(pl.col("joined_on"))

    @dy.rule()
    def who_left_is_not_expected_to(cls) -> pl.Expr:
        """What is known replaces what was expected: one of the two is empty."""
        return pl.col("left_on").is_null() | pl.col("expected_left_on").is_null()


class Adherence(Sourced, Attested):
    """An actor's act towards an instrument: signed, ratified, endorsed, adhered, withdrew."""

    heading = "Acts towards texts"

    id = identifier("Key of the act.")
    actor_id = reference("actors", "Who acted.")
    instrument_id = reference("instruments", "Towards which text.")
    act = code("act", "What it did.")
    on_date = partial_date("When.", nullable=False, dates_the_fact=True)
    until_date = partial_date("First day on which the act no longer held; empty if it still does.")
    derivation = code("derivation", "Whether declared, or derived from something else.")
    note = localized("What else a reader should know.", nullable=True)

    @dy.rule()
    def ended_after_the_act(cls) -> pl.Expr:
        """An act ends after it was done."""
        return latest(pl.col("until_date")) >= earliest(pl.col("on_date"))


class Position(Sourced, Attested):
    """What an actor did or said about a text, body or initiative without joining it."""

    heading = "Positions"

    id = identifier("Key of the position.")
    actor_id = reference("actors", "Whose position.")
    position = code("position", "What it did or said.")
    instrument_id = reference("instruments", "About which text.", nullable=True)
    body_id = reference("actors", "About which body.", nullable=True)
    initiative_id = reference("initiatives", "About which initiative.", nullable=True)
    on_date = partial_date("When.", nullable=False, dates_the_fact=True)
    note = localized("What else a reader should know.", nullable=True)

    @dy.rule()
    def about_exactly_one_thing(cls) -> pl.Expr:
        """A position is about a text, a body or an initiative."""
        return _how_many("instrument_id", "body_id", "initiative_id") == 1


class Appointment(Sourced, Attested):
    """A person's seat in a body, with the country the source names beside it."""

    heading = "Appointments"

    id = identifier("Key of the appointment.")
    person_name = text(
        "Name of the person; empty if the source names only the country.", nullable=True
    )
    organization_id = reference("actors", "In which body.")
    role = code("appointment_role", "As what.")
    country_id = reference("countries", "Country or nationality named.")
    started_on = partial_date("First day.", nullable=False, dates_the_fact=True)
    ended_on = partial_date("First day after the term.")

    @dy.rule()
    def ended_after_the_start(cls) -> pl.Expr:
        """A term ends after it starts."""
        return latest(pl.col("ended_on")) >= earliest(pl.col("started_on"))


class ReportedCount(Sourced, Attested):
    """A count as a source states it, kept beside what the roster gives."""

    heading = "Numbers that sources state"

    id = identifier("Key of the count.")
    actor_id = reference("actors", "Of which body.", nullable=True)
    instrument_id = reference("instruments", "Of which text.", nullable=True)
    initiative_id = reference("initiatives", "Of which initiative.", nullable=True)
    as_of = partial_date("Day for which the source states it.", nullable=False, dates_the_fact=True)
    count = whole_number("How many.")
    what = code("count_subject", "Of what; one series counts one thing.")
    qualifier = code("qualifier", "Exactly, about or more than.")
    nature = code("figure_nature", "Actual, planned, target or pledged.")
    scope = localized("What the source includes or leaves out.", nullable=True)

    @dy.rule()
    def of_exactly_one_thing(cls) -> pl.Expr:
        """A count is of a body, a text or an initiative."""
        return _how_many("actor_id", "instrument_id", "initiative_id") == 1


class ActorFigure(Sum, Sourced, Attested):
    """A dated quantity of an actor that counts no members: output, people online, its budget."""

    heading = "Figures of actors"

    id = identifier("Key of the figure.")
    actor_id = reference("actors", "Of whom.")
    as_of = partial_date("Day for which it is stated.", nullable=False, dates_the_fact=True)
    value = number("The quantity, in the unit beside it.")
    unit = localized("Unit and what is measured.")
    qualifier = code("qualifier", "Exactly, about or more than.")
    nature = code("figure_nature", "Actual, planned, target or pledged.")


def _how_many(*columns: str) -> pl.Expr:
    return pl.sum_horizontal(pl.col(name).is_not_null() for name in columns)
