"""What was promised, to whom, in which field, and how far it is met."""

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


class Commitment(dy.Schema):
    """One promise in one instrument, at one paragraph, by someone."""

    heading_en = "Commitments"
    heading_fr = "Engagements"
    fr = "Une promesse dans un instrument, à un paragraphe, par quelqu'un."

    id = identifier("Key of the commitment.", "Clé de l'engagement.")
    instrument_id = reference("instruments", "The text that holds it.", "Le texte qui le contient.")
    paragraph_en = text(
        "Paragraph or part of the text.", "Paragraphe ou partie du texte, en anglais."
    )
    paragraph_fr = text("Paragraph or part, in French.", "Paragraphe ou partie du texte.")
    summary_en = text(
        "What is promised, in our words.", "Ce qui est promis, en résumé, en anglais."
    )
    summary_fr = text("What is promised, in French.", "Ce qui est promis, en résumé.")
    modality = code(
        "modality",
        "The verb of the text, from binding to inviting.",
        "Le verbe du texte, du contraignant à l'invitation.",
    )
    addressee = code(
        "addressee", "Kind of actor that the text commits.", "Type d'acteur que le texte engage."
    )
    beneficiary_en = text(
        "Whom it should serve.", "À qui il doit profiter, en anglais.", nullable=True
    )
    beneficiary_fr = text(
        "Whom it should serve, in French.", "À qui il doit profiter.", nullable=True
    )
    due_on = partial_date(
        "By when, if the text sets a date.", "Pour quand, si le texte fixe une date."
    )
    due_note_en = text(
        "How the text says so.", "Comment le texte le dit, en anglais.", nullable=True
    )
    due_note_fr = text(
        "How the text says so, in French.", "Comment le texte le dit.", nullable=True
    )
    target_en = text("What can be measured.", "Ce qui est mesurable, en anglais.", nullable=True)
    target_fr = text("What can be measured, in French.", "Ce qui est mesurable.", nullable=True)
    verification = code(
        "verification",
        "Whether the instrument's own wording was read.",
        "Si le texte même de l'instrument a été lu.",
    )
    source_id = source()
    locator = locator()
    confidence = confidence()


class CommitmentPart(dy.Schema):
    """In which part of its text a commitment stands; the wider parts follow from this one."""

    heading_en = "Parts of commitments"
    heading_fr = "Parties des engagements"
    fr = "Dans quelle partie de son texte figure un engagement ; les plus larges en suivent."

    commitment_id = reference("commitments", "The commitment.", "L'engagement.", key=True)
    part_id = reference("instrument_parts", "The part.", "La partie.", key=True)


class CommitmentActor(dy.Schema):
    """Which actor a commitment binds or addresses, and in which role."""

    heading_en = "Actors of commitments"
    heading_fr = "Acteurs des engagements"
    fr = "Acteur qu'un engagement lie ou vise, et dans quel rôle."

    commitment_id = reference("commitments", "The commitment.", "L'engagement.", key=True)
    actor_id = reference("actors", "The actor.", "L'acteur.", key=True)
    role = code("commitment_role", "In which role.", "Dans quel rôle.", key=True)


class CommitmentBeneficiary(dy.Schema):
    """Which group of countries a commitment says it should serve."""

    heading_en = "Beneficiaries of commitments"
    heading_fr = "Bénéficiaires des engagements"
    fr = "Groupe de pays auquel un engagement dit devoir profiter."

    commitment_id = reference("commitments", "The commitment.", "L'engagement.", key=True)
    actor_id = reference("actors", "The group or country.", "Le groupe ou le pays.", key=True)


class CommitmentFocusArea(dy.Schema):
    """Which focus area a commitment works on."""

    heading_en = "Focus areas of commitments"
    heading_fr = "Domaines des engagements"
    fr = "Sur quel domaine porte un engagement."

    commitment_id = reference("commitments", "The commitment.", "L'engagement.", key=True)
    focus_area_id = reference("focus_areas", "The focus area.", "Le domaine.", key=True)


class CommitmentSdg(dy.Schema):
    """Which Sustainable Development Goals the text itself names beside a commitment."""

    heading_en = "SDGs of commitments"
    heading_fr = "ODD des engagements"
    fr = "Objectifs de développement durable que le texte même nomme à côté d'un engagement."

    commitment_id = reference("commitments", "The commitment.", "L'engagement.", key=True)
    sdg = whole_number(
        "Number of the goal, 1 to 17.", "Numéro de l'objectif, de 1 à 17.", key=True, minimum=1
    )
    named_as = code("sdg_naming", "How the text names it.", "Comment le texte le nomme.")

    @dy.rule()
    def goals_run_from_1_to_17(cls) -> pl.Expr:
        """There are seventeen goals."""
        return pl.col("sdg").is_between(1, 17)


class Assessment(dy.Schema):
    """A dated judgement of how far a commitment is met, with its reason and source."""

    heading_en = "Assessments"
    heading_fr = "Évaluations"
    fr = (
        "Un jugement daté sur le degré de réalisation d'un engagement, avec sa raison et sa source."
    )

    id = identifier("Key of the assessment.", "Clé de l'évaluation.")
    commitment_id = reference("commitments", "The commitment judged.", "L'engagement évalué.")
    as_of = partial_date(
        "Day of the evidence, not of the entry.",
        "Jour de l'élément de preuve, non de la saisie.",
        nullable=False,
        dates_the_fact=True,
    )
    status = code("assessment_status", "How far it is met.", "Degré de réalisation.")
    polarity = code("polarity", "Which way the evidence points.", "Sens de l'élément de preuve.")
    confidence = confidence()
    method = code(
        "assessment_method",
        "How it was judged, by docs/method.md.",
        "Comment le jugement a été porté, selon docs/method.md.",
    )
    assessed_by = code(
        "assessor", "Whose account it rests on.", "De qui vient ce sur quoi il repose."
    )
    rationale_en = text("Why, in our words.", "Pourquoi, en résumé, en anglais.")
    rationale_fr = text("Why, in French.", "Pourquoi, en résumé.")
    source_id = source()
    locator = locator()

    @dy.rule()
    def a_judgement_was_made(cls) -> pl.Expr:
        """That nobody has looked yet is computed, never typed in."""
        return pl.col("status").cast(pl.String) != "not_assessed"

    @dy.rule()
    def status_and_polarity_fit(cls) -> pl.Expr:
        """What is met supports, what is not contradicts, and a finding of nothing does neither."""
        status, polarity = pl.col("status").cast(pl.String), pl.col("polarity").cast(pl.String)
        return polarity.is_in(
            pl.when(status.is_in(["complete", "substantial"]))
            .then(pl.lit(["supports", "context"]))
            .when(status.is_in(["not_started", "regressed"]))
            .then(pl.lit(["contradicts", "context"]))
            .when(status == "limited")
            .then(pl.lit(["supports", "contradicts", "context"]))
            .otherwise(pl.lit(["neither"]))
        )

    @dy.rule()
    def who_searched_found_nothing(cls) -> pl.Expr:
        """That a search found nothing, or too little to judge, is a search of ours."""
        status = pl.col("status").cast(pl.String)
        nothing = status.is_in(["no_evidence_found", "unable_to_assess"])
        searched = pl.col("method").cast(pl.String) == "search"
        ours = pl.col("assessed_by").cast(pl.String) == "ours"
        return (nothing == searched) & (searched == ours)
