"""What happened, and what the record itself says about its own gaps and disagreements."""

import dataframely as dy
import polars as pl

from transforms.edtf.expressions import earliest, latest
from transforms.schema.columns import (
    Attested,
    Sourced,
    code,
    identifier,
    localized,
    partial_date,
    pattern,
    reference,
    row_reference,
    table_name,
)

COLUMN_NAME = r"^[a-z_]+$"


class Milestone(Sourced, Attested):
    """Something dated that happened or is planned."""

    heading = "Milestones"

    id = identifier("Key of the milestone.")
    happened_on = partial_date(
        "When it happened or is planned.", nullable=False, dates_the_fact="status = 'held'"
    )
    ended_on = partial_date("Last day, if it took more than one.")
    kind = code("milestone_kind", "What kind of event it is.")
    status = code("milestone_status", "Planned, held, postponed or cancelled.")
    title = localized("What, in one line.")
    description = localized("What a reader should know.", nullable=True)
    actor_id = reference("actors", "The actor it happened to or in.", nullable=True)
    instrument_id = reference("instruments", "The text it is about.", nullable=True)
    commitment_id = reference("commitments", "The commitment it is about.", nullable=True)
    initiative_id = reference("initiatives", "The initiative it is about.", nullable=True)
    host_id = reference("actors", "Who hosts or hosted it.", nullable=True)

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


class Discrepancy(Sourced):
    """Where sources disagree: who says what, what is carried, and why."""

    heading = "Discrepancies"

    id = identifier("Key of the discrepancy.")
    table_name = table_name("Table of the row concerned.")
    row_id = row_reference("Key of the row concerned.")
    column_name = pattern(
        COLUMN_NAME, "Column concerned; empty for the row as a whole.", nullable=True
    )
    claims = localized("What each source says.")
    carried = localized("What is carried here.")
    reason = localized("Why.")


class Citation(Sourced):
    """A further source of a fact, beside the one that its row names."""

    heading = "Further sources"

    table_name = table_name("Table of the row.", key=True)
    row_id = row_reference("Key of the row.", key=True)
    source_id = reference("sources", "The further source.", key=True)


class Omission(dy.Schema):
    """Something that was met in research and left out, with the reason."""

    heading = "What was left out"

    id = identifier("Key of the omission.")
    table_name = table_name("Table it would have been in.")
    subject = localized("What was left out.")
    reason = localized("Why.")
    source_id = reference("sources", "Source that mentions it, if any.", nullable=True)
