"""The kinds of file that rows can be written as: one list for commands, pages, addresses and docs.

Nothing heavy is imported here; what writes each kind is in ``writers``.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of file.

    Attributes:
        name: What ``--format`` calls it.
        ending: How names of such files end, without the dot.
        media_type: Its MIME type.
        label: What readers call it, in any language.
        binary: Whether a terminal cannot show it.
        explained: Whether it begins with a sheet that describes the rows.
        addressed: Whether ``/data/<relation>.<ending>`` gives it.
    """

    name: str
    ending: str
    media_type: str
    label: str
    binary: bool = False
    explained: bool = False
    addressed: bool = True


KINDS = {
    kind.name: kind
    for kind in (
        Kind("csv", "csv", "text/csv; charset=utf-8", "CSV"),
        Kind("excel-csv", "csv", "text/csv; charset=utf-8", "CSV", addressed=False),
        Kind("parquet", "parquet", "application/vnd.apache.parquet", "Parquet", binary=True),
        Kind(
            "xlsx",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Excel",
            binary=True,
            explained=True,
        ),
        Kind("json", "json", "application/json", "JSON"),
    )
}
"""Every kind by its name; ``excel-csv`` is CSV with the mark that Excel needs to read UTF-8."""

ADDRESSED = {kind.ending: kind for kind in KINDS.values() if kind.addressed}
"""What an address can end in."""
MEDIA_TYPES = {
    "duckdb": "application/vnd.duckdb",
    "zip": "application/zip",
    **{kind.ending: kind.media_type for kind in KINDS.values()},
}
"""Media types by the ending of a file name, also of a database and an archive."""
