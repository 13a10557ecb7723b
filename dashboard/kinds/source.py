"""Sources: where facts were read."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

SOURCE = Kind(
    "source",
    "sources",
    ("sources",),
    message("Sources"),
    ":material/link:",
)
