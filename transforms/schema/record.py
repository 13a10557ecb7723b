"""What happened, and what the record itself says about its own gaps and disagreements."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema.columns import (
    code,
    confidence,
    identifier,
    locator,
    partial_date,
    pattern,
    reference,
    row_reference,
    source,
    table_name,
    text,
)

COLUMN_NAME = r"^[a-z_]+$"


class Milestone(dy.Schema):
    """Something dated that happened or is planned."""

    heading_en = "Milestones"
    heading_fr = "Jalons"
    fr = "Un fait daté, survenu ou prévu."

    id = identifier("Key of the milestone.", "Clé du jalon.")
    happened_on = partial_date(
        "When it happened or is planned.",
        "Quand il est survenu ou est prévu.",
        nullable=False,
        dates_the_fact="status = 'held'",
    )
    ended_on = partial_date(
        "Last day, if it took more than one.", "Dernier jour, s'il a duré plus d'un jour."
    )
    kind = code("milestone_kind", "What kind of event it is.", "Nature de l'événement.")
    status = code(
        "milestone_status",
        "Planned, held, postponed or cancelled.",
        "Prévu, tenu, reporté ou annulé.",
    )
    title_en = text("What, in one line.", "Quoi, en une ligne, en anglais.")
    title_fr = text("What, in French.", "Quoi, en une ligne.")
    description_en = text(
        "What a reader should know.", "Ce qu'il faut savoir, en anglais.", nullable=True
    )
    description_fr = text(
        "What a reader should know, in French.", "Ce qu'il faut savoir.", nullable=True
    )
    actor_id = reference(
        "actors", "The actor it happened to or in.", "L'acteur concerné.", nullable=True
    )
    instrument_id = reference(
        "instruments", "The text it is about.", "Le texte concerné.", nullable=True
    )
    commitment_id = reference(
        "commitments", "The commitment it is about.", "L'engagement concerné.", nullable=True
    )
    initiative_id = reference(
        "initiatives", "The initiative it is about.", "L'initiative concernée.", nullable=True
    )
    host_id = reference(
        "actors", "Who hosts or hosted it.", "Qui l'accueille ou l'a accueilli.", nullable=True
    )
    source_id = source()
    locator = locator()
    confidence = confidence()

    @dy.rule()
    def about_something(cls) -> pl.Expr:
        """A milestone belongs to an actor, a text, a commitment or an initiative."""
        return pl.any_horizontal(
            pl.col(name).is_not_null()
            for name in ("actor_id", "instrument_id", "commitment_id", "initiative_id")
        )

    @dy.rule()
    def ends_after_it_begins(cls) -> pl.Expr:
        """An event ends on its first day or later."""
        return latest(pl.col("ended_on")) >= earliest(pl.col("happened_on"))


class Discrepancy(dy.Schema):
    """Where sources disagree: who says what, what is carried, and why."""

    heading_en = "Discrepancies"
    heading_fr = "Divergences"
    fr = "Là où les sources divergent : qui dit quoi, ce qui est retenu, et pourquoi."

    id = identifier("Key of the discrepancy.", "Clé de la divergence.")
    table_name = table_name("Table of the row concerned.", "Table de la ligne concernée.")
    row_id = row_reference("Key of the row concerned.", "Clé de la ligne concernée.")
    column_name = pattern(
        COLUMN_NAME,
        "Column concerned; empty for the row as a whole.",
        "Colonne concernée ; vide pour la ligne entière.",
        nullable=True,
    )
    claims_en = text("What each source says.", "Ce que dit chaque source, en anglais.")
    claims_fr = text("What each source says, in French.", "Ce que dit chaque source.")
    carried_en = text("What is carried here.", "Ce qui est retenu ici, en anglais.")
    carried_fr = text("What is carried here, in French.", "Ce qui est retenu ici.")
    reason_en = text("Why.", "Pourquoi, en anglais.")
    reason_fr = text("Why, in French.", "Pourquoi.")
    source_id = source()
    locator = locator()


class Citation(dy.Schema):
    """A further source of a fact, beside the one that its row names."""

    heading_en = "Further sources"
    heading_fr = "Autres sources"
    fr = "Une autre source d'un fait, à côté de celle que sa ligne nomme."

    table_name = table_name("Table of the row.", "Table de la ligne.", key=True)
    row_id = row_reference("Key of the row.", "Clé de la ligne.", key=True)
    source_id = reference("sources", "The further source.", "L'autre source.", key=True)
    locator = locator()


class Omission(dy.Schema):
    """Something that was met in research and left out, with the reason."""

    heading_en = "What was left out"
    heading_fr = "Ce qui a été laissé de côté"
    fr = "Ce que les recherches ont rencontré et qui a été laissé de côté, avec la raison."

    id = identifier("Key of the omission.", "Clé de l'omission.")
    table_name = table_name("Table it would have been in.", "Table où il aurait figuré.")
    subject_en = text("What was left out.", "Ce qui a été laissé de côté, en anglais.")
    subject_fr = text("What was left out, in French.", "Ce qui a été laissé de côté.")
    reason_en = text("Why.", "Pourquoi, en anglais.")
    reason_fr = text("Why, in French.", "Pourquoi.")
    source_id = reference(
        "sources",
        "Source that mentions it, if any.",
        "Source qui le mentionne, s'il y en a une.",
        nullable=True,
    )
