"""Milestones: what happened and what is planned."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

MILESTONE = Kind(
    "milestone",
    "milestones",
    ("milestones",),
    message("Milestones"),
    ":material/event:",
)
