"""Sources: where facts were read."""

from dashboard.kinds.declared import Fact, Kind, Section, Sentence, plural
from dashboard.words.i18n import message

SOURCE = Kind(
    "source",
    ("sources",),
    message("Sources"),
    message("Every source: who published it, how much of it was read, and what rests on it."),
    ":material/link:",
    "source",
    profile="sources_used",
    key="source_id",
    link="url",
    summary=(
        Sentence(message("Published by {publisher}.")),
        Sentence(plural("{n} row rests on it.", "{n} rows rest on it."), "rows"),
        Sentence(
            plural("For {n} more it is a further source.", "For {n} more it is a further source."),
            "further_rows",
        ),
    ),
    facts=(
        Fact("publisher", message("Publisher")),
        Fact("published_on", message("Published"), needed=True),
        Fact("kind"),
        Fact("read_as", message("Read as")),
        Fact("language", message("Language")),
        Fact("confidence"),
        Fact("rows", message("Rows"), opens=("#rows",)),
        Fact("further_rows", message("Further rows")),
    ),
    sections=(
        Section(
            "records",
            message("What rests on it"),
            "source_records",
            "source_id",
            ("id", "kind", "locator"),
            link="id",
            kind="kind",
            order="kind, id",
        ),
        Section(
            "rows",
            message("Rows by table"),
            "source_tables",
            "source_id",
            ("relation", "rows", "without_locator"),
            order="rows DESC, relation",
        ),
    ),
    gaps=(Sentence(message("Nothing on record rests on it."), where=("rows", 0)),),
)
