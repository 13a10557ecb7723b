"""Fields of capacity building: what is lacking, and what is offered."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema.columns import (
    code,
    confidence,
    identifier,
    locator,
    number,
    partial_date,
    reference,
    source,
    text,
)


class FocusArea(dy.Schema):
    """A field of capacity building, in a hierarchy."""

    heading_en = "Focus areas"
    heading_fr = "Domaines"
    fr = "Un domaine de renforcement des capacités, dans une hiérarchie."

    id = identifier("Key of the focus area.", "Clé du domaine.")
    name_en = text("Name in English.", "Nom en anglais.")
    name_fr = text("Name in French.", "Nom en français.")
    definition_en = text("What it covers.", "Ce qu'il recouvre, en anglais.")
    definition_fr = text("What it covers, in French.", "Ce qu'il recouvre.")
    broader_id = reference(
        "focus_areas",
        "The broader area that contains it.",
        "Le domaine plus large qui le contient.",
        nullable=True,
    )
    source_id = source()
    locator = locator()
    confidence = confidence()


class Need(dy.Schema):
    """A lack that a text states, of a group or country, in a focus area."""

    heading_en = "Needs"
    heading_fr = "Besoins"
    fr = "Un manque qu'un texte énonce, d'un groupe ou d'un pays, dans un domaine."

    id = identifier("Key of the need.", "Clé du besoin.")
    actor_id = reference(
        "actors", "Who lacks it: a group or a country.", "Qui en manque : un groupe ou un pays."
    )
    focus_area_id = reference("focus_areas", "In which focus area.", "Dans quel domaine.")
    statement_en = text("What is lacking, in our words.", "Ce qui manque, en résumé, en anglais.")
    statement_fr = text("What is lacking, in French.", "Ce qui manque, en résumé.")
    stated_on = partial_date(
        "When the text stated it.",
        "Quand le texte l'a énoncé.",
        nullable=False,
        dates_the_fact=True,
    )
    source_id = source()
    locator = locator()
    confidence = confidence()


class Initiative(dy.Schema):
    """A programme that offers something in a focus area."""

    heading_en = "Initiatives"
    heading_fr = "Initiatives"
    fr = "Un programme qui offre quelque chose dans un domaine."

    id = identifier("Key of the initiative.", "Clé de l'initiative.")
    name_en = text("Name in English.", "Nom en anglais.")
    name_fr = text("Name in French.", "Nom en français.")
    lead_id = reference("actors", "Who leads it.", "Qui la conduit.")
    started_on = partial_date("First day.", "Premier jour.", dates_the_fact=True)
    ended_on = partial_date(
        "First day after its end; empty if it runs.",
        "Premier jour après la fin ; vide si elle est en cours.",
    )
    status = code("initiative_status", "Where it stands.", "Son état.")
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
    def ended_after_the_start(cls) -> pl.Expr:
        """An initiative ends after it starts."""
        return latest(pl.col("ended_on")) >= earliest(pl.col("started_on"))


class InitiativePartner(dy.Schema):
    """Who works with the lead of an initiative."""

    heading_en = "Partners of initiatives"
    heading_fr = "Partenaires des initiatives"
    fr = "Qui travaille avec le chef de file d'une initiative."

    initiative_id = reference("initiatives", "The initiative.", "L'initiative.", key=True)
    actor_id = reference("actors", "The partner.", "Le partenaire.", key=True)


class InitiativeFocusArea(dy.Schema):
    """In which focus area an initiative offers something."""

    heading_en = "Focus areas of initiatives"
    heading_fr = "Domaines des initiatives"
    fr = "Dans quel domaine une initiative offre quelque chose."

    initiative_id = reference("initiatives", "The initiative.", "L'initiative.", key=True)
    focus_area_id = reference("focus_areas", "The focus area.", "Le domaine.", key=True)


class InitiativeReach(dy.Schema):
    """Which countries or groups of countries an initiative reaches."""

    heading_en = "Reach of initiatives"
    heading_fr = "Pays et groupes touchés par les initiatives"
    fr = "Quels pays ou groupes de pays une initiative touche."

    initiative_id = reference("initiatives", "The initiative.", "L'initiative.", key=True)
    actor_id = reference("actors", "The country or group.", "Le pays ou le groupe.", key=True)


class InitiativeFigure(dy.Schema):
    """A dated figure of an initiative, with its unit and source."""

    heading_en = "Figures of initiatives"
    heading_fr = "Chiffres des initiatives"
    fr = "Un chiffre daté d'une initiative, avec son unité et sa source."

    id = identifier("Key of the figure.", "Clé du chiffre.")
    initiative_id = reference("initiatives", "The initiative.", "L'initiative.")
    as_of = partial_date(
        "Day for which it is stated.",
        "Jour pour lequel il est énoncé.",
        nullable=False,
        dates_the_fact=True,
    )
    value = number("The quantity, in the unit beside it.", "La quantité, dans l'unité indiquée.")
    unit_en = text("Unit and what is measured.", "Unité et grandeur (en anglais).")
    unit_fr = text("Unit in French.", "Unité et grandeur.")
    qualifier = code("qualifier", "Exactly, about or more than.", "Exactement, environ ou plus de.")
    nature = code(
        "figure_nature",
        "Actual, planned, target or pledged.",
        "Constaté, prévu, objectif ou promis.",
    )
    source_id = source()
    locator = locator()
    confidence = confidence()
