"""Topics: the focus areas, from broad to narrow."""

from dataclasses import replace

from dashboard.kinds import shared
from dashboard.kinds.declared import Fact, Kind, Section, Sentence, plural
from dashboard.words.i18n import message

INSIDE = "SELECT focus_area_id FROM focus_area_ancestors WHERE ancestor_id = $record"
"""The topic and every narrower one, as its numbers count them."""
INCLUDED = message("With those of narrower topics.")
IN_IT = f"list_has_any(focus_area_ids, (SELECT list(focus_area_id) FROM ({INSIDE})))"

TOPIC = Kind(
    "topic",
    ("focus_areas",),
    message("Topics"),
    message("Every topic: the needs that are stated, what is promised and which programmes run."),
    ":material/label:",
    "focus_area",
    profile="topic_profiles_on",
    summary=(
        Sentence(message("{definition}.")),
        Sentence(
            plural("By {day}, {n} need had been stated.", "By {day}, {n} needs had been stated."),
            "needs",
        ),
        Sentence(
            plural("{n} commitment is made in it.", "{n} commitments are made in it."),
            "commitments",
        ),
        Sentence(plural("{n} programme runs.", "{n} programmes run."), "initiatives"),
    ),
    facts=(
        Fact("broader_id", message("Inside")),
        Fact("narrower", message("Narrower topics"), opens=("#narrower",)),
        Fact("needs", message("Needs"), opens=("#needs",)),
        Fact("commitments", message("Commitments"), opens=("commitments", "focus_area")),
        Fact("initiatives", message("Programmes that run in it"), opens=("#programmes",)),
    ),
    sections=(
        Section(
            "narrower",
            message("Narrower topics"),
            "topic_profiles_on",
            "broader_id",
            ("name", "needs", "commitments", "initiatives"),
            link="id",
            order="needs DESC, id",
        ),
        Section(
            "needs",
            message("Needs stated in it"),
            "needs_on",
            "",
            ("statement", "focus_area_id", "group_id", "stated_on", "answer", "source_id"),
            order="stated_on_latest DESC, need_id",
            where=f"focus_area_id IN ({INSIDE})",
            note=INCLUDED,
            noted="narrower",
        ),
        replace(
            shared.commitments("commitments", message("Commitments in it"), "", "focus_area"),
            where=IN_IT,
            note=INCLUDED,
            noted="narrower",
        ),
        replace(
            shared.programmes("programmes", message("Programmes that run in it"), ""),
            where=f"runs AND {IN_IT}",
            note=INCLUDED,
            noted="narrower",
        ),
        replace(
            shared.programmes("others", message("Other programmes in it"), ""),
            where=f"NOT runs AND {IN_IT}",
            note=message("Announced or proposed, over, or of a state that is not known."),
        ),
    ),
    gaps=(
        Sentence(message("No text that was read states a need here."), where=("needs", 0)),
        Sentence(message("No programme on record runs here."), where=("initiatives", 0)),
        Sentence(message("No commitment on record is made here."), where=("commitments", 0)),
    ),
)
