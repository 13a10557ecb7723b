"""Who acts, under which names, and the sources that everything rests on."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema.columns import (
    Attested,
    Sourced,
    code,
    degrees,
    flag,
    identifier,
    link,
    localized,
    partial_date,
    pattern,
    reference,
    text,
)
from transforms.settings import LETTERS

LANGUAGE = f"^{LETTERS}$"


class Source(Attested):
    """A document, page or dataset in which facts were read."""

    heading = "Sources"

    id = identifier("Key of the source.")
    publisher = text("Who published it.")
    title = text("Title, in the language of the source.")
    language = pattern(LANGUAGE, "Language (ISO 639).")
    url = link("Address; empty for a document that has no public address.")
    published_on = partial_date("When it was published.", dates_the_fact=True)
    kind = code("source_kind", "What kind of source it is.")
    read_as = code("read_as", "How much of it was read.")

    @dy.rule()
    def named_by_what_it_holds(cls) -> pl.Expr:
        """A repository is named by what it holds, and not by the account that it lies in."""
        return ~pl.col("publisher").str.starts_with("GitHub")


class Actor(Sourced, Attested):
    """A state, an organization, one of its bodies, an expert body, a company, a country group."""

    heading = "Actors"

    id = identifier("Key of the actor; for countries and areas the ISO 3166-1 alpha-3 code.")
    kind = code("actor_kind", "What kind of actor it is.")
    name = localized("Name.")
    acronym = localized("Acronym.", nullable=True, alone=True)
    parent_id = reference(
        "actors",
        "The actor it is part of; for a group of countries the wider group that contains it.",
        nullable=True,
    )
    founded_on = partial_date("When it came into being.")
    dissolved_on = partial_date("First day on which it no longer existed.")
    seat_city = localized("City of the seat.", nullable=True)
    seat_country_id = reference("countries", "Country of the seat.", nullable=True)
    website = link("Its website.")
    note = localized("What else a reader should know.", nullable=True)

    @dy.rule()
    def dissolved_after_founding(cls) -> pl.Expr:
        """An actor ends after it begins."""
        return latest(pl.col("dissolved_on")) >= earliest(pl.col("founded_on"))


class ActorName(Sourced):
    """A further name of an actor: short, former, in use, or wrongly in use."""

    heading = "Names of actors"

    actor_id = reference("actors", "Whose name it is.", key=True)
    name = text("The name.", key=True)
    language = pattern(LANGUAGE, "Language (ISO 639).", key=True)
    kind = code("name_kind", "What kind of name it is.")
    ended_on = partial_date(
        "First day on which it was a former name; empty where no source gives it."
    )


class ActorRelation(Sourced, Attested):
    """How one actor follows from another, or who hosts it; a body has successors, as a text has."""

    heading = "Relations between actors"

    from_id = reference("actors", "The actor of which it is said.", key=True)
    to_id = reference("actors", "The other actor.", key=True)
    relation = code("actor_relation", "Read as a sentence: from_id, relation, to_id.", key=True)
    on_date = partial_date("Since when.", dates_the_fact=True)


class Country(Sourced):
    """A country or area of the United Nations' list of statistical codes."""

    heading = "Countries"

    id = pattern("^[A-Z]{3}$", "ISO 3166-1 alpha-3 code; also the key of the actor.", key=True)
    iso2 = pattern("^[A-Z]{2}$", "ISO 3166-1 alpha-2 code.", unique=True)
    m49 = pattern("^\\d{3}$", "UN M49 code, three digits.", nullable=True, unique=True)
    region = localized("UN region.", nullable=True)
    subregion = localized("UN subregion.", nullable=True)
    ldc = flag("On the list of least developed countries when the list was read.")
    lldc = flag("On the list of landlocked developing countries when the list was read.")
    sids = flag("On the list of small island developing states when the list was read.")


class CountryPoint(dy.Schema):
    """One point per country or area, so that a state too small for the map still gets a mark.

    Degrees in WGS 84: the centre that the map's topology gives (plotly.js, UN boundaries), set
    by hand for the five areas that have no shape in it (IOT, SMR, UMI, VAT, WLF).
    """

    heading = "Points on the map"

    country_id = reference("countries", "The country or area.", key=True)
    longitude = degrees("Degrees east.", most=180)
    latitude = degrees("Degrees north.", most=90)
    small = flag("Its shape on the map covers less than 3,000 km².")
