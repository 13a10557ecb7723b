"""The tables, declared once.

Each class is one file in ``data/`` and one table in the database. Parsing, validation, the
DuckDB schema, the comments, the data dictionary and ``datapackage.json`` are read off these
classes: the docstring says what a row is, ``heading`` what readers call the table. It is English;
translations are in ``transforms/locales/``.
"""

import dataframely as dy

from transforms.schema import (
    actors,
    capacity,
    commitments,
    instruments,
    participation,
    record,
    votes,
)
from transforms.schema.localized import expanded
from transforms.schema.vocabularies import VOCABULARIES

TABLES: dict[str, type[dy.Schema]] = {
    "sources": actors.Source,
    "actors": actors.Actor,
    "actor_names": actors.ActorName,
    "actor_relations": actors.ActorRelation,
    "countries": actors.Country,
    "country_points": actors.CountryPoint,
    "instruments": instruments.Instrument,
    "instrument_names": instruments.InstrumentName,
    "instrument_relations": instruments.InstrumentRelation,
    "instrument_parts": instruments.InstrumentPart,
    "memberships": participation.Membership,
    "adherences": participation.Adherence,
    "positions": participation.Position,
    "vote_tallies": votes.VoteTally,
    "votes": votes.Vote,
    "appointments": participation.Appointment,
    "reported_counts": participation.ReportedCount,
    "actor_figures": participation.ActorFigure,
    "focus_areas": capacity.FocusArea,
    "focus_area_names": capacity.FocusAreaName,
    "commitments": commitments.Commitment,
    "commitment_parts": commitments.CommitmentPart,
    "commitment_terms": commitments.CommitmentTerms,
    "commitment_actors": commitments.CommitmentActor,
    "commitment_beneficiaries": commitments.CommitmentBeneficiary,
    "commitment_focus_areas": commitments.CommitmentFocusArea,
    "commitment_sdgs": commitments.CommitmentSdg,
    "assessments": commitments.Assessment,
    "initiatives": capacity.Initiative,
    "initiative_partners": capacity.InitiativePartner,
    "initiative_focus_areas": capacity.InitiativeFocusArea,
    "initiative_reach": capacity.InitiativeReach,
    "initiative_figures": capacity.InitiativeFigure,
    "needs": capacity.Need,
    "milestones": record.Milestone,
    "discrepancies": record.Discrepancy,
    "citations": record.Citation,
    "omissions": record.Omission,
}
"""Every table by name, in the order in which a reader would want to meet them; a text that there
is in every language is one column here."""


def tables(
    languages: tuple[str, ...], complete: tuple[str, ...] = ()
) -> dict[str, type[dy.Schema]]:
    """Return every table with its columns for data in certain languages.

    In the first one and in those that are complete no text may be missing.
    """
    return {name: expanded(name, schema, languages, complete) for name, schema in TABLES.items()}


__all__ = ["TABLES", "VOCABULARIES", "tables"]
