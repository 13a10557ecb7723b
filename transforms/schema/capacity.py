"""Fields of capacity building: what is lacking, and what is offered."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema.actors import LANGUAGE
from transforms.schema.columns import (
    Attested,
    Sourced,
    code,
    identifier,
    localized,
    number,
    partial_date,
    pattern,
    reference,
    text,
)
from transforms.schema.sums import Sum


class FocusArea(Sourced, Attested):
    """A field of capacity building, in a hierarchy."""

    heading = "Focus areas"

    id = identifier("Key of the focus area.")
    name = localized("Name.")
    definition = localized("What it covers.")
    broader_id = reference("focus_areas", "The broader area that contains it.", nullable=True)


class FocusAreaName(Sourced):
    """A further name of a focus area: what people call it, or a part of what it covers."""

    heading = "Names of focus areas"

    focus_area_id = reference("focus_areas", "Whose name it is.", key=True)
    name = text("The name.", key=True)
    language = pattern(LANGUAGE, "Language (ISO 639).", key=True)
    kind = code("name_kind", "What kind of name it is.")


class Need(Sourced, Attested):
    """A lack that a text states, of a group or country, in a focus area."""

    heading = "Needs"

    id = identifier("Key of the need.")
    actor_id = reference("actors", "Who lacks it: a group or a country.")
    focus_area_id = reference("focus_areas", "In which focus area.")
    statement = localized("What is lacking, in our words.")
    stated_on = partial_date("When the text stated it.", nullable=False, dates_the_fact=True)


class Initiative(Sourced, Attested):
    """A programme that offers something in a focus area."""

    heading = "Initiatives"

    id = identifier("Key of the initiative.")
    name = localized("Name.")
    lead_id = reference("actors", "Who leads it.")
    started_on = partial_date("First day.", dates_the_fact=True)
    ended_on = partial_date("First day after its end; empty if it runs.")
    status = code("initiative_status", "Where it stands.")
    note = localized("What else a reader should know.", nullable=True)

    @dy.rule()
    def ended_after_the_start(cls) -> pl.Expr:
        """An initiative ends after it starts."""
        return latest(pl.col("ended_on")) >= earliest(pl.col("started_on"))


class InitiativePartner(dy.Schema):
    """Who works with the lead of an initiative."""

    heading = "Partners of initiatives"

    initiative_id = reference("initiatives", "The initiative.", key=True)
    actor_id = reference("actors", "The partner.", key=True)


class InitiativeFocusArea(dy.Schema):
    """In which focus area an initiative offers something."""

    heading = "Focus areas of initiatives"

    initiative_id = reference("initiatives", "The initiative.", key=True)
    focus_area_id = reference("focus_areas", "The focus area.", key=True)


class InitiativeReach(dy.Schema):
    """Which countries or groups of countries an initiative reaches."""

    heading = "Reach of initiatives"

    initiative_id = reference("initiatives", "The initiative.", key=True)
    actor_id = reference("actors", "The country or group.", key=True)


class InitiativeFigure(Sum, Sourced, Attested):
    """A dated figure of an initiative, with its unit and source."""

    heading = "Figures of initiatives"

    id = identifier("Key of the figure.")
    initiative_id = reference("initiatives", "The initiative.")
    as_of = partial_date("Day for which it is stated.", nullable=False, dates_the_fact=True)
    value = number("The quantity, in the unit beside it.")
    unit = localized("Unit and what is measured.")
    qualifier = code("qualifier", "Exactly, about or more than.")
    nature = code("figure_nature", "Actual, planned, target or pledged.")
    value_to = number("Upper end, where the source gives a range.", nullable=True)

    @dy.rule()
    def a_range_goes_up(cls) -> pl.Expr:
        """A range ends above its lower end."""
        return pl.col("value_to") > pl.col("value")
