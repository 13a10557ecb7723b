"""Sources: where facts were read."""

from dashboard.kinds.declared import Fact, Kind, Section, Sentence, plural
from dashboard.words.i18n import message

COUNTED = "list_contains((SELECT relations FROM sources_used WHERE source_id = $record), relation)"
"""The tables whose rows are counted."""

SOURCE = Kind(
    "source",
    ("sources",),
    message("Sources"),
    message("Every source: who published it, how much of it was read, and what rests on it."),
    ":material/link:",
    "source",
    tells=message("Publisher"),
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
        Fact("further_rows", message("Further rows"), opens=("#rows",)),
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
            "source_uses",
            "source_id",
            ("relation", "rows", "rows_placed", "further_rows"),
            order="rows DESC, further_rows DESC, relation",
            where=COUNTED,
            note=message("Links between rows are not counted."),
        ),
    ),
    gaps=(Sentence(message("Nothing on record rests on it."), where=("rows", 0)),),
)
