"""Texts: treaties, resolutions, declarations, drafts and others."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

TEXT = Kind(
    "text",
    "texts",
    ("instruments",),
    message("Texts"),
    ":material/description:",
)
