"""Programmes: what is offered."""

from dashboard.kinds.declared import Kind
from dashboard.words.i18n import message

PROGRAMME = Kind(
    "programme",
    "programmes",
    ("initiatives",),
    message("Programmes"),
    ":material/handshake:",
)
