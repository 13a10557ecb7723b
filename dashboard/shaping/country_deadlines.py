"""Which dated duties stand in the calendar of one country."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl


@dataclass(frozen=True)
class Concerned:
    """What concerns one country on a day: keys of commitments, of texts, and of actors."""

    commitments: frozenset[str]
    texts: frozenset[str]
    actors: frozenset[str]


def concerned(
    country: str,
    made: pl.DataFrame,
    members: pl.DataFrame,
    lanes: pl.DataFrame,
) -> Concerned:
    """Return what concerns a country: what commits it, and lanes of what it is in on the day."""
    own = lanes.filter(pl.col("lane_id") == country)["actor_id"]
    in_ = members.filter(pl.col("member_id").is_in(own.implode()))
    bodies = {country, *in_["organization_id"].drop_nulls()}
    organs = lanes.filter(pl.col("lane_id").is_in(bodies))["actor_id"]
    return Concerned(
        frozenset(made["id"]),
        frozenset({*made["instrument_id"], *in_["instrument_id"].drop_nulls()}),
        frozenset({*bodies, *organs}),
    )


def among(duties: Iterable[Mapping[str, Any]], its: Concerned) -> list[Mapping[str, Any]]:
    """Return the commitments that commit a country, and the milestones that concern it.

    These are the milestones of the texts that commit it or that it acted on, and of the bodies
    that it is in, with their organs.

    >>> its = Concerned(frozenset({"a"}), frozenset({"pact"}), frozenset({"KEN", "un"}))
    >>> meeting = {"origin": "milestone", "id": "m", "instrument_id": None}
    >>> [len(among([{**meeting, "actor_ids": [actor]}], its)) for actor in ("un", "eu")]
    [1, 0]
    """
    return [duty for duty in duties if _concerns(duty, its)]


def _concerns(duty: Mapping[str, Any], its: Concerned) -> bool:
    if duty["origin"] == "commitment":
        return duty["id"] in its.commitments
    return duty["instrument_id"] in its.texts or not its.actors.isdisjoint(duty["actor_ids"])
