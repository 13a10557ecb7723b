"""Commitments: one promise in one text."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

COMMITMENT = Kind(
    "commitment",
    "commitments",
    ("commitments",),
    message("Commitments"),
    message("Every promise with its text, paragraph and deadline, how far it is met, and why."),
    ":material/checklist:",
    "commitment",
)
