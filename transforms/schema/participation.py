"""Who takes part in what, since when, and how many are said to."""

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
    whole_number,
)


class Membership(dy.Schema):
    """An actor's time in an organization, body or group, in one role."""

    heading_en = "Memberships"
    heading_fr = "Appartenances"
    fr = "Le temps passé par un acteur dans une organisation, un organe ou un groupe, dans un rôle."

    id = identifier("Key of the membership.", "Clé de l'appartenance.")
    member_id = reference("actors", "Who is in.", "Qui en fait partie.")
    organization_id = reference("actors", "In what.", "De quoi.")
    role = code(
        "membership_role",
        "As what; members and founding members are counted, the other roles are not.",
        "À quel titre ; membres et membres fondateurs sont comptés, les autres rôles non.",
    )
    joined_on = partial_date(
        "First day of membership.",
        "Premier jour d'appartenance.",
        nullable=False,
        dates_the_fact=True,
    )
    left_on = partial_date(
        "First day on which it was no longer in; empty if still in.",
        "Premier jour où il n'en faisait plus partie ; vide s'il en est encore.",
    )
    expected_left_on = partial_date(
        "First day on which it is expected to be no longer in: from then on it may be in,"
        " until a source says that it left.",
        "Premier jour où il ne devrait plus en faire partie : dès lors il en fait peut-être partie,"
        " tant qu'aucune source ne dit qu'il est parti.",
    )
    basis = code(
        "derivation",
        "Whether declared, or derived from something else.",
        "Déclarée, ou dérivée d'autre chose.",
    )
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
    def left_after_joining(cls) -> pl.Expr:
        """A member leaves after it joins; left_on is the first day on which it was out."""
        return latest(pl.col("left_on")) > earliest(pl.col("joined_on"))

    @dy.rule()
    def expected_to_leave_after_joining(cls) -> pl.Expr:
        """The planned end of a membership comes after it began."""
        return latest(pl.col("expected_left_on")) > earliest(pl.col("joined_on"))

    @dy.rule()
    def who_left_is_not_expected_to(cls) -> pl.Expr:
        """What is known replaces what was expected: one of the two is empty."""
        return pl.col("left_on").is_null() | pl.col("expected_left_on").is_null()


class Adherence(dy.Schema):
    """An actor's act towards an instrument: signed, ratified, endorsed, adhered, withdrew."""

    heading_en = "Acts towards texts"
    heading_fr = "Actes envers des textes"
    fr = (
        "L'acte d'un acteur envers un instrument : signature, ratification, approbation, "
        "adhésion, retrait."
    )

    id = identifier("Key of the act.", "Clé de l'acte.")
    actor_id = reference("actors", "Who acted.", "Qui a agi.")
    instrument_id = reference("instruments", "Towards which text.", "Envers quel texte.")
    act = code("act", "What it did.", "Ce qu'il a fait.")
    on_date = partial_date("When.", "Quand.", nullable=False, dates_the_fact=True)
    until_date = partial_date(
        "First day on which the act no longer held; empty if it still does.",
        "Premier jour où l'acte ne valait plus ; vide s'il vaut encore.",
    )
    derivation = code(
        "derivation",
        "Whether declared, or derived from something else.",
        "Déclaré, ou dérivé d'autre chose.",
    )
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
    def ended_after_the_act(cls) -> pl.Expr:
        """An act ends after it was done."""
        return latest(pl.col("until_date")) >= earliest(pl.col("on_date"))


class Position(dy.Schema):
    """What an actor did or said about a text, body or initiative without joining it."""

    heading_en = "Positions"
    heading_fr = "Positions"
    fr = "Ce qu'un acteur a fait ou dit d'un texte, d'un organe ou d'une initiative sans y adhérer."

    id = identifier("Key of the position.", "Clé de la position.")
    actor_id = reference("actors", "Whose position.", "De qui.")
    position = code("position", "What it did or said.", "Ce qu'il a fait ou dit.")
    instrument_id = reference("instruments", "About which text.", "Sur quel texte.", nullable=True)
    body_id = reference("actors", "About which body.", "Sur quel organe.", nullable=True)
    initiative_id = reference(
        "initiatives", "About which initiative.", "Sur quelle initiative.", nullable=True
    )
    on_date = partial_date("When.", "Quand.", nullable=False, dates_the_fact=True)
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
    def about_exactly_one_thing(cls) -> pl.Expr:
        """A position is about a text, a body or an initiative."""
        return _how_many("instrument_id", "body_id", "initiative_id") == 1


class Appointment(dy.Schema):
    """A person's seat in a body, with the country the source names beside it."""

    heading_en = "Appointments"
    heading_fr = "Nominations"
    fr = "Le siège d'une personne dans un organe, avec le pays que la source lui associe."

    id = identifier("Key of the appointment.", "Clé de la nomination.")
    person_name = text(
        "Name of the person; empty if the source names only the country.",
        "Nom de la personne ; vide si la source ne nomme que le pays.",
        nullable=True,
    )
    organization_id = reference("actors", "In which body.", "Dans quel organe.")
    role = code("appointment_role", "As what.", "À quel titre.")
    country_id = reference(
        "countries", "Country or nationality named.", "Pays ou nationalité indiqués."
    )
    started_on = partial_date("First day.", "Premier jour.", nullable=False, dates_the_fact=True)
    ended_on = partial_date("First day after the term.", "Premier jour après le mandat.")
    source_id = source()
    locator = locator()
    confidence = confidence()

    @dy.rule()
    def ended_after_the_start(cls) -> pl.Expr:
        """A term ends after it starts."""
        return latest(pl.col("ended_on")) >= earliest(pl.col("started_on"))


class ReportedCount(dy.Schema):
    """A count as a source states it, kept beside what the roster gives."""

    heading_en = "Numbers that sources state"
    heading_fr = "Nombres cités par des sources"
    fr = "Un nombre tel qu'une source l'énonce, gardé à côté de ce que donne la liste."

    id = identifier("Key of the count.", "Clé du nombre.")
    actor_id = reference("actors", "Of which body.", "De quel organe.", nullable=True)
    instrument_id = reference("instruments", "Of which text.", "De quel texte.", nullable=True)
    initiative_id = reference(
        "initiatives", "Of which initiative.", "De quelle initiative.", nullable=True
    )
    as_of = partial_date(
        "Day for which the source states it.",
        "Jour pour lequel la source l'énonce.",
        nullable=False,
        dates_the_fact=True,
    )
    count = whole_number("How many.", "Combien.")
    what = code(
        "count_subject",
        "Of what; one series counts one thing.",
        "De quoi ; une série compte une seule chose.",
    )
    qualifier = code("qualifier", "Exactly, about or more than.", "Exactement, environ ou plus de.")
    nature = code(
        "figure_nature",
        "Actual, planned, target or pledged.",
        "Constaté, prévu, objectif ou promis.",
    )
    scope_en = text(
        "What the source includes or leaves out.",
        "Ce que la source inclut ou exclut (en anglais).",
        nullable=True,
    )
    scope_fr = text("The scope in French.", "Ce que la source inclut ou exclut.", nullable=True)
    source_id = source()
    locator = locator()
    confidence = confidence()

    @dy.rule()
    def of_exactly_one_thing(cls) -> pl.Expr:
        """A count is of a body, a text or an initiative."""
        return _how_many("actor_id", "instrument_id", "initiative_id") == 1


class ActorFigure(dy.Schema):
    """A dated quantity of an actor that counts no members: output, population, people online."""

    heading_en = "Figures of actors"
    heading_fr = "Chiffres d'acteurs"
    fr = (
        "Une quantité datée d'un acteur qui n'est pas un nombre de membres : "
        "production, population, internautes."
    )

    id = identifier("Key of the figure.", "Clé du chiffre.")
    actor_id = reference("actors", "Of whom.", "De qui.")
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


def _how_many(*columns: str) -> pl.Expr:
    return pl.sum_horizontal(pl.col(name).is_not_null() for name in columns)
