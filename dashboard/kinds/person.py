"""People who were appointed."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

PERSON = Kind(
    "person",
    "people",
    ("appointments",),
    message("People"),
    ":material/person:",
)
