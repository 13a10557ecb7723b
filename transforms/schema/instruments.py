"""Texts that say something, their names and how they descend from each other."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema.actors import LANGUAGE
from transforms.schema.columns import (
    Attested,
    Sourced,
    code,
    identifier,
    link,
    localized,
    partial_date,
    pattern,
    reference,
    text,
    whole_number,
)


class Instrument(Sourced, Attested):
    """A text that says something: treaty, resolution, compact, declaration, report, proposal."""

    heading = "Texts"

    id = identifier("Key of the instrument.")
    symbol = text("Official symbol or number.", nullable=True)
    title = localized("Title.")
    short_title = localized("Short title for charts and tables.")
    kind = code("instrument_kind", "What kind of text it is.")
    legal_force = code("legal_force", "What force it has.")
    status = code("instrument_status", "Where it stands; on a past day the dates beside it decide.")
    adopted_by_id = reference(
        "actors",
        "Body that adopted or issued it; for a proposal the body it was put to.",
        nullable=True,
    )
    proposed_on = partial_date("When it was put forward.")
    adopted_on = partial_date("When it was adopted, or issued by its author.", dates_the_fact=True)
    in_force_on = partial_date("When it entered into force.")
    ended_on = partial_date("First day on which it was superseded or withdrawn.")
    part_of_id = reference("instruments", "The instrument it is part of.", nullable=True)
    original_language = pattern(LANGUAGE, "Language of the original (ISO 639).", nullable=True)
    url = link("Address of the text.")
    note = localized("What else a reader should know.", nullable=True)

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


class InstrumentName(Sourced):
    """A further name of an instrument: short, former, in use, or wrongly in use."""

    heading = "Names of texts"

    instrument_id = reference("instruments", "Whose name it is.", key=True)
    name = text("The name.", key=True)
    language = pattern(LANGUAGE, "Language (ISO 639).", key=True)
    kind = code("name_kind", "What kind of name it is.")


class InstrumentRelation(Sourced, Attested):
    """How one instrument bears on another; a draft is not its resolution."""

    heading = "Relations between texts"

    from_id = reference("instruments", "The instrument that bears on the other.", key=True)
    to_id = reference("instruments", "The other instrument.", key=True)
    relation = code(
        "instrument_relation", "Read as a sentence: from_id, relation, to_id.", key=True
    )


class InstrumentPart(Sourced):
    """A named piece of an instrument: objective, section, action line; parts nest."""

    heading = "Parts of texts"

    id = identifier("Key of the part.")
    instrument_id = reference("instruments", "The text that it is a piece of.")
    position = whole_number(
        "Its place among the parts of the text, in the order of the text.", minimum=1
    )
    broader_id = reference(
        "instrument_parts",
        "The part that contains it; empty for a part of the text itself.",
        nullable=True,
    )
    name = localized("Its heading.")
