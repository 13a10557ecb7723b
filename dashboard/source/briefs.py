"""Queries of briefs, beside the sections of a record: on a country, and on a text."""

from datetime import date

import polars as pl

from dashboard.source import database


def participations(country: str, day: date) -> pl.DataFrame:
    """Return what a country has signed or joined itself, texts first, the newest first."""
    return database.run(
        "FROM country_participations($country, $day)"
        " WHERE section IN ('adherence', 'membership') AND derivation = 'declared'"
        " ORDER BY section, since_latest DESC NULLS LAST, id",
        country=country,
        day=day,
    )


def due_by_text(country: str, day: date) -> pl.DataFrame:
    """Return each text with how many of its dated commitments commit a country, and the next date.

    ``not_assessed`` counts those of all its commitments that nobody has assessed.
    """
    return database.run(
        "SELECT instrument_id, count(*) AS commitments,"
        " count(*) FILTER (due_state <> 'none') AS dated,"
        " count(*) FILTER (overdue) AS overdue_commitments,"
        " count(*) FILTER (status = 'not_assessed') AS not_assessed,"
        " min_by(due_on, {'latest': due_on_latest, 'id': id}) FILTER (ahead) AS due_on,"
        " min(due_on_latest) FILTER (ahead) AS due_on_latest"
        " FROM (SELECT *, due_state IN ('due_now', 'within_90_days', 'later') AS ahead"
        " FROM unsorted.commitments_on($day)) WHERE id IN ("
        " SELECT commitment_id FROM unsorted.commitments_of_country_on($country, $day))"
        " GROUP BY instrument_id"
        " ORDER BY overdue_commitments DESC, due_on_latest NULLS LAST, commitments DESC,"
        " instrument_id",
        country=country,
        day=day,
    )


def other_members(country: str, day: date) -> pl.DataFrame:
    """Return the texts a country takes part in, with how many others do, and its neighbours.

    ``members`` counts all that are certainly in, ``neighbours`` names those of its subregion.
    """
    region = f"subregion_{database.settings().languages[0]}"
    return database.run(
        "SELECT instrument_id, count(*) AS members, list_sort(list(member_id) FILTER ("
        f" member_id <> $country AND {region} = (SELECT {region} FROM countries"
        " WHERE id = $country))) AS neighbours"
        " FROM unsorted.members_on($day) AS present LEFT JOIN countries ON countries.id = member_id"
        " WHERE certainty = 'certain' AND instrument_id IN ("
        " SELECT instrument_id FROM unsorted.members_on($day) WHERE member_id = $country)"
        " GROUP BY ALL ORDER BY members DESC, instrument_id",
        country=country,
        day=day,
    )


def programmes(country: str, day: date) -> pl.DataFrame:
    """Return the programmes that reach a country, first those that name it."""
    return database.run(
        "FROM country_offers($country, $day) WHERE section = 'initiative'"
        " ORDER BY derivation, detail, since_latest DESC NULLS LAST, id",
        country=country,
        day=day,
    )


def addressees(text: str, day: date) -> pl.DataFrame:
    """Return whom the commitments of a text bind or address, and how many do."""
    return database.run(
        f"{_commitments_by('actor_id')} ORDER BY commitments DESC, actor_id", text=text, day=day
    )


def topics(text: str, day: date) -> pl.DataFrame:
    """Return the topics of a text, and how many programmes run in each."""
    return database.run(
        "SELECT made.focus_area_id, made.commitments, totals.initiatives"
        f" FROM ({_commitments_by('focus_area_id')}) AS made"
        " JOIN focus_area_totals_on($day) AS totals ON totals.id = made.focus_area_id"
        " ORDER BY made.commitments DESC, made.focus_area_id",
        text=text,
        day=day,
    )


def _commitments_by(name: str) -> str:
    """Return SQL that counts the commitments of a text by each key in their list of keys."""
    return (
        f"SELECT {name}, count(*) AS commitments FROM (SELECT unnest({name}s) AS {name}"
        " FROM commitments_on($day) WHERE instrument_id = $text) GROUP BY ALL"
    )
