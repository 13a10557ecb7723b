"""Topics: the focus areas."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

TOPIC = Kind(
    "topic",
    "topics",
    ("focus_areas",),
    message("Topics"),
    ":material/label:",
)
