"""What was promised, to whom, in which field, and how far it is met."""

import dataframely as dy
import polars as pl

from transforms.schema.actors import LANGUAGE
from transforms.schema.columns import (
    Attested,
    Sourced,
    code,
    confidence,
    identifier,
    localized,
    partial_date,
    pattern,
    reference,
    text,
    whole_number,
)


class Commitment(Sourced, Attested):
    """One promise in one instrument, at one paragraph, by someone."""

    heading = "Commitments"

    id = identifier("Key of the commitment.")
    instrument_id = reference("instruments", "The text that holds it.")
    paragraph = localized("Paragraph or part of the text.")
    summary = localized("What is promised, in our words.")
    modality = code("modality", "The verb of the text, from binding to inviting.")
    addressee = code("addressee", "Kind of actor that the text commits.")
    beneficiary = localized("Whom it should serve.", nullable=True)
    due_on = partial_date("By when, if the text sets a date.")
    due_note = localized("How the text says so.", nullable=True)
    target = localized("What can be measured.", nullable=True)
    verification = code("verification", "Whether the instrument's own wording was read.")


class CommitmentPart(dy.Schema):
    """In which part of its text a commitment stands; the wider parts follow from this one."""

    heading = "Parts of commitments"

    commitment_id = reference("commitments", "The commitment.", key=True)
    part_id = reference("instrument_parts", "The part.", key=True)


class CommitmentTerms(dy.Schema):
    """The words of the official paragraph behind a commitment, for the search only; never shown.

    They lead those who know the wording of the law to our paraphrase of it. In alphabetical order
    and each once, they are an index from which no sentence can be read.
    """

    heading = "Words of the paragraphs"

    commitment_id = reference("commitments", "The commitment.", key=True)
    language = pattern(LANGUAGE, "Language of the words (ISO 639).", key=True)
    terms = text("Content words of the paragraph, in lower case, each once, in alphabetical order.")

    @dy.rule()
    def terms_are_an_index(cls) -> pl.Expr:
        """Terms stand in lower case, each once, in alphabetical order."""
        terms = pl.col("terms")
        words = terms.str.to_lowercase().str.split(" ").list.unique().list.sort()
        return terms == words.list.join(" ")


class CommitmentActor(dy.Schema):
    """Which actor a commitment binds or addresses, and in which role."""

    heading = "Actors of commitments"

    commitment_id = reference("commitments", "The commitment.", key=True)
    actor_id = reference("actors", "The actor.", key=True)
    role = code("commitment_role", "In which role.", key=True)


class CommitmentBeneficiary(dy.Schema):
    """Which group of countries a commitment says it should serve."""

    heading = "Beneficiaries of commitments"

    commitment_id = reference("commitments", "The commitment.", key=True)
    actor_id = reference("actors", "The group or country.", key=True)


class CommitmentFocusArea(dy.Schema):
    """Which focus area a commitment works on."""

    heading = "Focus areas of commitments"

    commitment_id = reference("commitments", "The commitment.", key=True)
    focus_area_id = reference("focus_areas", "The focus area.", key=True)


class CommitmentSdg(dy.Schema):
    """Which Sustainable Development Goals the text itself names beside a commitment."""

    heading = "SDGs of commitments"

    commitment_id = reference("commitments", "The commitment.", key=True)
    sdg = whole_number("Number of the goal, 1 to 17.", key=True, minimum=1)
    named_as = code("sdg_naming", "How the text names it.")

    @dy.rule()
    def goals_run_from_1_to_17(cls) -> pl.Expr:
        """There are seventeen goals."""
        return pl.col("sdg").is_between(1, 17)


class Assessment(Sourced):
    """A dated judgement of how far a commitment is met, with its reason and source."""

    heading = "Assessments"

    id = identifier("Key of the assessment.")
    commitment_id = reference("commitments", "The commitment judged.")
    as_of = partial_date(
        "Day of the evidence, not of the entry.", nullable=False, dates_the_fact=True
    )
    status = code("assessment_status", "How far it is met.")
    polarity = code("polarity", "Which way the evidence points.")
    confidence = confidence()
    method = code("assessment_method", "How it was judged, by docs/method.md.")
    assessed_by = code("assessor", "Whose account it rests on.")
    rationale = localized("Why, in our words.")

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
