"""Texts that say something, their names and how they descend from each other."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema.actors import LANGUAGE
from transforms.schema.columns import (
    code,
    confidence,
    identifier,
    link,
    locator,
    partial_date,
    pattern,
    reference,
    source,
    text,
    whole_number,
)


class Instrument(dy.Schema):
    """A text that says something: treaty, resolution, compact, declaration, report, proposal."""

    heading_en = "Texts"
    heading_fr = "Textes"
    fr = "Un texte : traité, résolution, pacte, déclaration, rapport ou proposition."

    id = identifier("Key of the instrument.", "Clé de l'instrument.")
    symbol = text("Official symbol or number.", "Cote ou numéro officiel.", nullable=True)
    title_en = text("Title in English.", "Titre en anglais.")
    title_fr = text("Title in French.", "Titre en français.")
    short_title_en = text(
        "Short title for charts and tables.", "Titre court en anglais, pour graphiques et tableaux."
    )
    short_title_fr = text("Short title in French.", "Titre court, pour graphiques et tableaux.")
    kind = code("instrument_kind", "What kind of text it is.", "Nature du texte.")
    legal_force = code("legal_force", "What force it has.", "Sa portée juridique.")
    status = code(
        "instrument_status",
        "Where it stands; on a past day the dates beside it decide.",
        "Son état ; pour un jour passé, les dates voisines décident.",
    )
    adopted_by_id = reference(
        "actors",
        "Body that adopted or issued it; for a proposal the body it was put to.",
        "Organe qui l'a adopté ou publié ; pour une proposition, l'organe saisi.",
        nullable=True,
    )
    proposed_on = partial_date("When it was put forward.", "Date de présentation.")
    adopted_on = partial_date(
        "When it was adopted, or issued by its author.",
        "Date d'adoption, ou de publication par son auteur.",
        dates_the_fact=True,
    )
    in_force_on = partial_date("When it entered into force.", "Date d'entrée en vigueur.")
    ended_on = partial_date(
        "First day on which it was superseded or withdrawn.",
        "Premier jour où il était remplacé ou retiré.",
    )
    part_of_id = reference(
        "instruments",
        "The instrument it is part of.",
        "L'instrument dont il fait partie.",
        nullable=True,
    )
    original_language = pattern(
        LANGUAGE,
        "Language of the original (ISO 639-1).",
        "Langue de l'original (ISO 639-1).",
        nullable=True,
    )
    url = link("Address of the text.", "Adresse du texte.")
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
    def adopted_texts_have_a_day(cls) -> pl.Expr:
        """What counts as adopted or issued says when; what is proposed was not adopted."""
        adopted = pl.col("status").cast(pl.String).ne("proposed")
        return adopted == pl.col("adopted_on").is_not_null()

    @dy.rule()
    def in_force_after_adoption(cls) -> pl.Expr:
        """A text enters into force after its adoption."""
        return latest(pl.col("in_force_on")) >= earliest(pl.col("adopted_on"))

    @dy.rule()
    def ended_after_adoption(cls) -> pl.Expr:
        """A text is superseded or withdrawn after its adoption."""
        return latest(pl.col("ended_on")) >= earliest(pl.col("adopted_on"))


class InstrumentName(dy.Schema):
    """A further name of an instrument: short, former, in use, or wrongly in use."""

    heading_en = "Names of texts"
    heading_fr = "Noms de textes"
    fr = "Un autre nom d'un instrument : court, ancien, en usage ou employé à tort."

    instrument_id = reference(
        "instruments", "Whose name it is.", "De quel texte c'est le nom.", key=True
    )
    name = text("The name.", "Le nom.", key=True)
    language = pattern(LANGUAGE, "Language (ISO 639-1).", "Langue (ISO 639-1).", key=True)
    kind = code("name_kind", "What kind of name it is.", "Nature du nom.")
    source_id = source()
    locator = locator()


class InstrumentRelation(dy.Schema):
    """How one instrument bears on another; a draft is not its resolution."""

    heading_en = "Relations between texts"
    heading_fr = "Liens entre textes"
    fr = "Le lien d'un instrument avec un autre ; un projet n'est pas sa résolution."

    from_id = reference(
        "instruments",
        "The instrument that bears on the other.",
        "L'instrument qui agit sur l'autre.",
        key=True,
    )
    to_id = reference("instruments", "The other instrument.", "L'autre instrument.", key=True)
    relation = code(
        "instrument_relation",
        "Read as a sentence: from_id, relation, to_id.",
        "À lire comme une phrase : from_id, relation, to_id.",
        key=True,
    )
    source_id = source()
    locator = locator()
    confidence = confidence()


class InstrumentPart(dy.Schema):
    """A named piece of an instrument: objective, section, action line; parts nest."""

    heading_en = "Parts of texts"
    heading_fr = "Parties des textes"
    fr = "Une partie nommée d'un texte : objectif, section, grande orientation ; elles s'emboîtent."

    id = identifier("Key of the part.", "Clé de la partie.")
    instrument_id = reference(
        "instruments", "The text that it is a piece of.", "Le texte dont c'est une partie."
    )
    position = whole_number(
        "Its place among the parts of the text, in the order of the text.",
        "Sa place parmi les parties du texte, dans l'ordre du texte.",
        minimum=1,
    )
    broader_id = reference(
        "instrument_parts",
        "The part that contains it; empty for a part of the text itself.",
        "La partie qui la contient ; vide pour une partie du texte même.",
        nullable=True,
    )
    name_en = text("Its heading.", "Son intitulé, en anglais.")
    name_fr = text("Its heading, in French.", "Son intitulé.")
    source_id = source()
    locator = locator()
