"""Who acts, under which names, and the sources that everything rests on."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema.columns import (
    code,
    confidence,
    degrees,
    flag,
    identifier,
    link,
    locator,
    partial_date,
    pattern,
    reference,
    source,
    text,
)

LANGUAGE = r"^[a-z]{2}$"


class Source(dy.Schema):
    """A document, page or dataset in which facts were read."""

    heading_en = "Sources"
    heading_fr = "Sources"
    fr = "Document, page ou jeu de données dans lequel des faits ont été lus."

    id = identifier("Key of the source.", "Clé de la source.")
    publisher = text("Who published it.", "Qui l'a publiée.")
    title = text("Title, in the language of the source.", "Titre, dans la langue de la source.")
    language = pattern(LANGUAGE, "Language (ISO 639-1).", "Langue (ISO 639-1).")
    url = link(
        "Address; empty for a document that has no public address.",
        "Adresse ; vide pour un document sans adresse publique.",
    )
    published_on = partial_date(
        "When it was published.", "Date de publication.", dates_the_fact=True
    )
    kind = code("source_kind", "What kind of source it is.", "Nature de la source.")
    read_as = code("read_as", "How much of it was read.", "Ce qui en a été lu.")
    confidence = confidence()

    @dy.rule()
    def named_by_what_it_holds(cls) -> pl.Expr:
        """A repository is named by what it holds, and not by the account that it lies in."""
        return ~pl.col("publisher").str.starts_with("GitHub")


class Actor(dy.Schema):
    """A state, an organization, one of its bodies, an expert body, a company, a country group."""

    heading_en = "Actors"
    heading_fr = "Acteurs"
    fr = (
        "Un État, une organisation, l'un de ses organes, un organe d'experts, une entreprise, "
        "un groupe de pays."
    )

    id = identifier(
        "Key of the actor; for countries and areas the ISO 3166-1 alpha-3 code.",
        "Clé de l'acteur ; pour les pays et zones, le code ISO 3166-1 alpha-3.",
    )
    kind = code("actor_kind", "What kind of actor it is.", "Nature de l'acteur.")
    name_en = text("Name in English.", "Nom en anglais.")
    name_fr = text("Name in French.", "Nom en français.")
    acronym_en = text("Acronym in English.", "Sigle en anglais.", nullable=True)
    acronym_fr = text("Acronym in French.", "Sigle en français.", nullable=True)
    parent_id = reference(
        "actors",
        "The actor it is part of; for a group of countries the wider group that contains it.",
        "Ce dont il fait partie ; pour un groupe de pays, le groupe plus large qui le contient.",
        nullable=True,
    )
    founded_on = partial_date("When it came into being.", "Date de création.")
    dissolved_on = partial_date(
        "First day on which it no longer existed.", "Premier jour où il n'existait plus."
    )
    seat_city = text("City of the seat.", "Ville du siège.", nullable=True)
    seat_country_id = reference(
        "countries", "Country of the seat.", "Pays du siège.", nullable=True
    )
    website = link("Its website.", "Son site web.")
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
    def dissolved_after_founding(cls) -> pl.Expr:
        """An actor ends after it begins."""
        return latest(pl.col("dissolved_on")) >= earliest(pl.col("founded_on"))


class ActorName(dy.Schema):
    """A further name of an actor: short, former, in use, or wrongly in use."""

    heading_en = "Names of actors"
    heading_fr = "Noms d'acteurs"
    fr = "Un autre nom d'un acteur : court, ancien, en usage ou employé à tort."

    actor_id = reference("actors", "Whose name it is.", "À qui est ce nom.", key=True)
    name = text("The name.", "Le nom.", key=True)
    language = pattern(LANGUAGE, "Language (ISO 639-1).", "Langue (ISO 639-1).", key=True)
    kind = code("name_kind", "What kind of name it is.", "Nature du nom.")
    ended_on = partial_date(
        "First day on which it was a former name; empty where no source gives it.",
        "Premier jour où c'était un ancien nom ; vide si aucune source ne le donne.",
    )
    source_id = source()
    locator = locator()


class ActorRelation(dy.Schema):
    """How one actor follows from another, or who hosts it; a body has successors, as a text has."""

    heading_en = "Relations between actors"
    heading_fr = "Liens entre acteurs"
    fr = "Le lien d'un acteur avec celui dont il est issu, ou avec celui qui l'accueille."

    from_id = reference(
        "actors", "The actor of which it is said.", "L'acteur dont il est question.", key=True
    )
    to_id = reference("actors", "The other actor.", "L'autre acteur.", key=True)
    relation = code(
        "actor_relation",
        "Read as a sentence: from_id, relation, to_id.",
        "À lire comme une phrase : from_id, relation, to_id.",
        key=True,
    )
    on_date = partial_date("Since when.", "Depuis quand.", dates_the_fact=True)
    source_id = source()
    locator = locator()
    confidence = confidence()


class Country(dy.Schema):
    """A country or area of the United Nations' list of statistical codes."""

    heading_en = "Countries"
    heading_fr = "Pays"
    fr = "Un pays ou une zone de la nomenclature statistique des Nations Unies."

    id = pattern(
        r"^[A-Z]{3}$",
        "ISO 3166-1 alpha-3 code; also the key of the actor.",
        "Code ISO 3166-1 alpha-3 ; aussi la clé de l'acteur.",
        key=True,
    )
    iso2 = pattern(
        r"^[A-Z]{2}$", "ISO 3166-1 alpha-2 code.", "Code ISO 3166-1 alpha-2.", unique=True
    )
    m49 = pattern(
        r"^\d{3}$",
        "UN M49 code, three digits.",
        "Code M49 de l'ONU, trois chiffres.",
        nullable=True,
        unique=True,
    )
    region_en = text("UN region.", "Région de l'ONU, en anglais.", nullable=True)
    region_fr = text("UN region, in French.", "Région de l'ONU.", nullable=True)
    subregion_en = text("UN subregion.", "Sous-région de l'ONU, en anglais.", nullable=True)
    subregion_fr = text("UN subregion, in French.", "Sous-région de l'ONU.", nullable=True)
    ldc = flag(
        "On the list of least developed countries when the list was read.",
        "Sur la liste des pays les moins avancés à la date de lecture.",
    )
    lldc = flag(
        "On the list of landlocked developing countries when the list was read.",
        "Sur la liste des pays en développement sans littoral à la date de lecture.",
    )
    sids = flag(
        "On the list of small island developing states when the list was read.",
        "Sur la liste des petits États insulaires en développement à la date de lecture.",
    )
    source_id = source()
    locator = locator()


class CountryPoint(dy.Schema):
    """One point per country or area, so that a state too small for the map still gets a mark.

    Degrees in WGS 84: the centre that the map's topology gives (plotly.js, UN boundaries), set
    by hand for the five areas that have no shape in it (IOT, SMR, UMI, VAT, WLF).
    """

    heading_en = "Points on the map"
    heading_fr = "Points sur la carte"
    fr = "Un point par pays ou zone, pour qu'un État trop petit pour la carte y ait une marque."

    country_id = reference("countries", "The country or area.", "Le pays ou la zone.", key=True)
    longitude = degrees("Degrees east.", "Degrés est.", most=180)
    latitude = degrees("Degrees north.", "Degrés nord.", most=90)
    small = flag(
        "Its shape on the map covers less than 3,000 km².",
        "Sa forme sur la carte couvre moins de 3 000 km².",
    )
