"""Fields of capacity building: what is lacking, and what is offered."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema import sums
from transforms.schema.actors import LANGUAGE
from transforms.schema.columns import (
    code,
    confidence,
    identifier,
    localized,
    locator,
    number,
    partial_date,
    pattern,
    reference,
    source,
    text,
)


class FocusArea(dy.Schema):
    """A field of capacity building, in a hierarchy."""

    heading = "Focus areas"

    id = identifier("Key of the focus area.")
    name = localized("Name.")
    definition = localized("What it covers.")
    broader_id = reference("focus_areas", "The broader area that contains it.", nullable=True)
    source_id = source()
    locator = locator()
    confidence = confidence()


class FocusAreaName(dy.Schema):
    """A further name of a focus area: what people call it, or a part of what it covers."""

    heading = "Names of focus areas"

    focus_area_id = reference("focus_areas", "Whose name it is.", key=True)
    name = text("The name.", key=True)
    language = pattern(LANGUAGE, "Language (ISO 639).", key=True)
    kind = code("name_kind", "What kind of name it is.")
    source_id = source()
    locator = locator()


class Need(dy.Schema):
    """A lack that a text states, of a group or country, in a focus area."""

    heading = "Needs"

    id = identifier("Key of the need.")
    actor_id = reference("actors", "Who lacks it: a group or a country.")
    focus_area_id = reference("focus_areas", "In which focus area.")
    statement = localized("What is lacking, in our words.")
    stated_on = partial_date("When the text stated it.", nullable=False, dates_the_fact=True)
    source_id = source()
    locator = locator()
    confidence = confidence()


class Initiative(dy.Schema):
    """A programme that offers something in a focus area."""

    heading = "Initiatives"

    id = identifier("Key of the initiative.")
    name = localized("Name.")
    lead_id = reference("actors", "Who leads it.")
    started_on = partial_date("First day.", dates_the_fact=True)
    ended_on = partial_date("First day after its end; empty if it runs.")
    status = code("initiative_status", "Where it stands.")
    note = localized("What else a reader should know.", nullable=True)
    source_id = source()
    locator = locator()
    confidence = confidence()

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


class InitiativeFigure(dy.Schema):
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
    currency = sums.currency()
    scale = sums.scale()
    giver_id = sums.giver()
    source_id = source()
    locator = locator()
    confidence = confidence()

    @dy.rule()
    def a_range_goes_up(cls) -> pl.Expr:
        """A range ends above its lower end."""
        return pl.col("value_to") > pl.col("value")

    @dy.rule()
    def a_sum_has_currency_and_scale(cls) -> pl.Expr:
        """A sum of money says its currency and its scale, and only a sum is paid or has a giver."""
        return sums.sum_is_whole()
