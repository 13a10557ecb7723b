"""Topics: the focus areas, from broad to narrow."""

from dashboard.kinds import shared
from dashboard.kinds.declared import Fact, Kind, Section, Sentence, plural
from dashboard.words.i18n import message

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
        Fact("needs", message("Needs")),
        Fact("commitments", message("Commitments"), opens=("commitments", "focus_area")),
        Fact("initiatives", message("Programmes")),
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
            "focus_area_id",
            ("statement", "group_id", "stated_on", "answer", "source_id"),
            order="stated_on_latest DESC, need_id",
            note=message("Those of narrower topics are on their pages."),
        ),
        shared.commitments(
            "commitments", message("Commitments in it"), "focus_area_ids", "focus_area"
        ),
        shared.programmes("programmes", message("Programmes in it"), "focus_area_ids"),
    ),
    gaps=(
        Sentence(message("No text that was read states a need here."), where=("needs", 0)),
        Sentence(message("No programme on record runs here."), where=("initiatives", 0)),
        Sentence(message("No commitment on record is made here."), where=("commitments", 0)),
    ),
)
